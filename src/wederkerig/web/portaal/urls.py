"""Addresses of the public pages."""

from django.urls import path

from wederkerig.web.portaal import views

urlpatterns = [path("", views.portaal, name="portaal")]
