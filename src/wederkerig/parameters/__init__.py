"""Dated national figures as data with references, looked up by date."""

from wederkerig.parameters.energielabels import energielabel
from wederkerig.parameters.huurgrenzen import (
    Huurgrensnaam,
    Parameter,
    ParameterError,
    bekend_tot,
    huurgrens,
    huurgrensnamen,
)
from wederkerig.parameters.inkomensgrenzen import Toewijzingsnorm, inkomensgrens, toewijzingsnorm
from wederkerig.parameters.prioriteiten import Prioriteit, prioriteiten
from wederkerig.parameters.stukken import Vervallen, officiele_namen, vervallen
from wederkerig.parameters.themas import canonical_thema, raakt_thema, themanaam

__all__ = [
    "Huurgrensnaam",
    "Parameter",
    "ParameterError",
    "Prioriteit",
    "Toewijzingsnorm",
    "Vervallen",
    "bekend_tot",
    "canonical_thema",
    "energielabel",
    "huurgrens",
    "huurgrensnamen",
    "inkomensgrens",
    "officiele_namen",
    "prioriteiten",
    "raakt_thema",
    "themanaam",
    "toewijzingsnorm",
    "vervallen",
]
