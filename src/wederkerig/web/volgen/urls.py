"""Addresses of the pages of the monitor, for everybody and for the parties."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
werk: list[URLPattern | URLResolver] = []
