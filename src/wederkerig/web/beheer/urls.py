"""Addresses of the pages of those who work with the site."""

from django.urls import path

from wederkerig.web.beheer import views

urlpatterns = [path("", views.werk, name="werk")]
