"""Log-in and account (allauth), and the way in for who is invited."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
