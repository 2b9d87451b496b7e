"""Addresses of the pages of the monitor, for everybody and for the parties."""

from django.urls import URLPattern, URLResolver

from wederkerig.web.volgen import adressen_voorraad

urlpatterns: list[URLPattern | URLResolver] = []
werk: list[URLPattern | URLResolver] = [*adressen_voorraad.WERK]
