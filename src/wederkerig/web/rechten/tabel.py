"""The table of rights: which role may do what, in which phase, to what is whose.

Refusal is the default: what no row allows, nobody may. docs/rechten.md is written from this table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.models import Fase


class Actie(StrEnum):
    """Everything on the site that needs a right; the value is how it is called in Dutch."""

    WERK = "het eigen bureau zien"
    BRENG_IN = "een document inbrengen"
    BEKIJK_INZENDING = "een document zien dat nog niet is vastgesteld"
    LEES_NA = "een lezing verbeteren en over wijzigingen beslissen"
    STEL_VAST = "een document vaststellen"
    TREK_IN = "een document intrekken"
    VERKLAAR = "zeggen dat een vastgesteld document klopt of niet"
    OPEN_RONDE = "een ronde openen"
    BEKIJK_LOGBOEK = "zien wat er met de afspraken is gebeurd"
    BEKIJK_CIJFERS = "de ingediende cijfers zien, en hoe de normen ervoor staan"
    BEVESTIG_NORM = "zeggen hoe een norm wordt gemeten"
    MERK_OP = "een opmerking bij een norm maken"
    BEKIJK_CONCEPT = "cijfers, lijsten en projecten zien die nog niet zijn ingediend of gedeeld"
    VUL_IN = "cijfers invullen en indienen, woningenlijsten inbrengen, projecten bijhouden"
    BEKIJK_RAPPORT = "een rapport zien dat nog niet is gepubliceerd"
    DRAAG_BIJ = "een rapport aanvullen en weerwoord geven"
    MAAK_RAPPORT = "een rapport maken en publiceren"
    BEKIJK_ORGANISATIE = "de mensen en de afspraken van een organisatie zien"
    BEKIJK_EIGEN_LOGBOEK = "zien wat de eigen organisatie heeft gedaan, ook met wat niet is vastgesteld"
    VERTREK = "zelf stoppen bij een organisatie"
    BEHEER_MENSEN = "mensen uitnodigen, rollen geven en weghalen"
    BEHEER_PLATFORM = "het platform beheren"


class Band(StrEnum):
    """What an organisation has to do with the thing, for its people to have the right."""

    ZELF = "elke eigen organisatie"
    EIGENAAR = "de organisatie die het inbracht, of die het is"
    PARTIJ = "een partij bij de overeenkomst"
    REGIE = "de gemeente die partij is (regie)"
    PLATFORM = "wie het platform beheert; hoort bij geen partij"


class Recht(NamedTuple):
    """One row: these roles may do this, in these phases, where their organisation has this band.

    fasen: () where the thing has no phase.
    """

    actie: Actie
    band: Band
    rollen: frozenset[Rol]
    fasen: frozenset[Fase] = frozenset()


_ALLEN = frozenset(Rol)
_SCHRIJVERS = frozenset({Rol.BEWERKER, Rol.TEKENBEVOEGD})
_OPEN = frozenset({Fase.WACHT, Fase.MISLUKT, Fase.NALEZEN})

RECHTEN: tuple[Recht, ...] = (
    Recht(Actie.WERK, Band.ZELF, _ALLEN),
    Recht(Actie.BRENG_IN, Band.EIGENAAR, _SCHRIJVERS),
    Recht(Actie.BEKIJK_INZENDING, Band.EIGENAAR, _ALLEN, frozenset(Fase)),
    Recht(Actie.LEES_NA, Band.EIGENAAR, _SCHRIJVERS, frozenset({Fase.NALEZEN})),
    Recht(Actie.STEL_VAST, Band.EIGENAAR, _SCHRIJVERS, frozenset({Fase.NALEZEN})),
    Recht(Actie.TREK_IN, Band.EIGENAAR, _SCHRIJVERS, _OPEN),
    Recht(Actie.VERKLAAR, Band.PARTIJ, frozenset({Rol.TEKENBEVOEGD})),
    Recht(Actie.OPEN_RONDE, Band.REGIE, _SCHRIJVERS),
    Recht(Actie.BEKIJK_LOGBOEK, Band.PARTIJ, _ALLEN),
    Recht(Actie.BEKIJK_CIJFERS, Band.PARTIJ, _ALLEN),
    Recht(Actie.BEVESTIG_NORM, Band.PARTIJ, _SCHRIJVERS),
    Recht(Actie.MERK_OP, Band.PARTIJ, _SCHRIJVERS),
    Recht(Actie.BEKIJK_CONCEPT, Band.EIGENAAR, _ALLEN),
    Recht(Actie.VUL_IN, Band.EIGENAAR, _SCHRIJVERS),
    Recht(Actie.BEKIJK_RAPPORT, Band.PARTIJ, _ALLEN),
    Recht(Actie.DRAAG_BIJ, Band.PARTIJ, _SCHRIJVERS),
    Recht(Actie.MAAK_RAPPORT, Band.REGIE, _SCHRIJVERS),
    Recht(Actie.BEKIJK_ORGANISATIE, Band.EIGENAAR, _ALLEN),
    Recht(Actie.BEKIJK_EIGEN_LOGBOEK, Band.EIGENAAR, _ALLEN),
    Recht(Actie.VERTREK, Band.EIGENAAR, _ALLEN),
    Recht(Actie.BEHEER_MENSEN, Band.EIGENAAR, frozenset({Rol.BEHEERDER})),
    Recht(Actie.BEHEER_PLATFORM, Band.PLATFORM, frozenset()),
)
