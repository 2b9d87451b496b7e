"""Addresses of bringing in, settling and adopting a document."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
