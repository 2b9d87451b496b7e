"""Addresses of bringing in, settling and adopting a document."""

from django.urls import path

from wederkerig.web.inbrengen.views import (
    bladzijden,
    inzenden,
    jaarplan,
    koppelen,
    nalezen,
    vaststellen,
    verbeteren,
    verklaren,
    voortgang,
)

urlpatterns = [
    path("nieuw/", inzenden.inbrengen, name="inbrengen"),
    path("<uuid:inzending>/", voortgang.inzending, name="inzending"),
    path("<uuid:inzending>/voortgang/", voortgang.inzending_voortgang, name="inzending_voortgang"),
    path("<uuid:inzending>/bestand/", voortgang.inzending_bestand, name="inzending_bestand"),
    path("<uuid:inzending>/opnieuw-lezen/", voortgang.opnieuw_lezen, name="opnieuw_lezen"),
    path("<uuid:inzending>/intrekken/", voortgang.intrekken, name="intrekken"),
    path("<uuid:inzending>/bladzijden/<int:bladzijde>.png", bladzijden.bladzijde, name="bladzijde"),
    path("<uuid:inzending>/nalezen/", nalezen.nalezen, name="nalezen"),
    path("<uuid:inzending>/nalezen/feiten/", nalezen.feiten, name="feiten"),
    path("<uuid:inzending>/nalezen/verbeter/", verbeteren.verbeter, name="verbeter"),
    path("<uuid:inzending>/nalezen/verbeter/alle/", verbeteren.verbeter_alle, name="verbeter_alle"),
    path("<uuid:inzending>/nalezen/toevoegen/", verbeteren.toevoegen, name="toevoegen"),
    path("<uuid:inzending>/nalezen/koppel/", koppelen.koppel, name="koppel"),
    path("<uuid:inzending>/nalezen/los/", koppelen.los, name="los"),
    path("<uuid:inzending>/vaststellen/", vaststellen.vaststellen, name="vaststellen"),
    # a year plan
    path("<uuid:inzending>/verwerken/", jaarplan.verwerken, name="verwerken"),
    path("<uuid:inzending>/overeenkomst/", jaarplan.kies_overeenkomst, name="kies_overeenkomst"),
    path("<uuid:inzending>/beslis/", jaarplan.beslis, name="beslis"),
    # what parties say of a decision
    path("besluiten/<int:besluit>/verklaren/", verklaren.verklaren, name="verklaren"),
]
