"""Log-in and account (allauth), and the way in for who is invited."""

from django.urls import include, path

from wederkerig.web.accounts import views

urlpatterns = [
    path("uitnodiging/<str:kenmerk>/", views.uitnodiging, name="uitnodiging"),
    path("", include("allauth.urls")),
]
