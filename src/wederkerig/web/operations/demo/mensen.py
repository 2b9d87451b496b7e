"""Who takes part in the demo. None of them exist."""

from __future__ import annotations

from typing import NamedTuple

from wederkerig.web.accounts.models import Rol, Soort

WACHTWOORD = "samen-goed-wonen"


class Deelnemer(NamedTuple):
    """An organisation."""

    naam: str
    slug: str
    soort: Soort


class Mens(NamedTuple):
    """A person: what he does in words, and his role at which organisations."""

    email: str
    naam: str
    functie: str
    rol: Rol
    bij: tuple[str, ...]


VELDERMEER, HEIDERVOORT = "Gemeente Veldermeer", "Gemeente Heidervoort"
WETERING, SLUISWACHTER = "Stichting Wonen aan de Wetering", "Huurdersvereniging De Sluiswachter"
LINDEWAARDE, BEWONERSRAAD = "Woningstichting Lindewaarde", "Bewonersraad Lindewaarde"

DEELNEMERS = (
    Deelnemer(VELDERMEER, "gemeente-veldermeer", Soort.GEMEENTE),
    Deelnemer(WETERING, "wonen-aan-de-wetering", Soort.CORPORATIE),
    Deelnemer(LINDEWAARDE, "lindewaarde", Soort.CORPORATIE),
    Deelnemer(SLUISWACHTER, "de-sluiswachter", Soort.HUURDERSORGANISATIE),
    Deelnemer(BEWONERSRAAD, "bewonersraad-lindewaarde", Soort.HUURDERSORGANISATIE),
    Deelnemer(HEIDERVOORT, "gemeente-heidervoort", Soort.GEMEENTE),
    Deelnemer("Woonstichting Vlierbos", "vlierbos", Soort.CORPORATIE),
    Deelnemer("Stichting Zandpad Wonen", "zandpad-wonen", Soort.CORPORATIE),
    Deelnemer("Huurderskoepel Vlierbos", "huurderskoepel-vlierbos", Soort.HUURDERSORGANISATIE),
    Deelnemer("Huurdersvereniging Zandpad en Veld", "zandpad-en-veld", Soort.HUURDERSORGANISATIE),
)

# The first is who a newcomer logs in as: two small municipalities share their policy officer.
BELEID = Mens(
    "beleid@veldermeer.example",
    "Sanne Hoekstra",
    "beleidsmedewerker wonen van Veldermeer en Heidervoort",
    Rol.BEWERKER,
    (VELDERMEER, HEIDERVOORT),
)
MENSEN = (
    BELEID,
    Mens("wethouder@veldermeer.example", "Jelle Osinga", "wethouder, leest mee", Rol.LEZER, (VELDERMEER,)),
    Mens("controller@wetering.example", "Ruben Terpstra", "controller", Rol.BEWERKER, (WETERING,)),
    Mens("cijfers@lindewaarde.example", "Anouk Smeets", "strateeg", Rol.BEWERKER, (LINDEWAARDE,)),
    Mens("bestuur@wetering.example", "Karin van Aldenburg", "bestuurder", Rol.TEKENBEVOEGD, (WETERING,)),
    Mens("nel@sluiswachter.example", "Nel Lammerink", "vrijwilliger", Rol.BEWERKER, (SLUISWACHTER,)),
    Mens("bewoners@lindewaarde.example", "Ineke Postma", "vrijwilliger", Rol.BEWERKER, (BEWONERSRAAD,)),
    Mens("beheer@veldermeer.example", "Omar Bakkali", "beheert de accounts", Rol.BEHEERDER, (VELDERMEER,)),
)
OPERATOR = ("platform@register.example", "Pien de Graaf")
