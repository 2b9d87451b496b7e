"""Addresses of the pages of the monitor, for everybody and for the parties."""

from django.urls import URLPattern, URLResolver

from wederkerig.web.volgen import adressen_cijfers, adressen_rapport, adressen_voorraad

urlpatterns: list[URLPattern | URLResolver] = [
    *adressen_cijfers.OPENBAAR,
    *adressen_rapport.OPENBAAR,
]
werk: list[URLPattern | URLResolver] = [
    *adressen_cijfers.WERK,
    *adressen_voorraad.WERK,
    *adressen_rapport.WERK,
]
