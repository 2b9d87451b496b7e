"""A figure as somebody types it in Dutch: 1.234,5. What cannot be is said at the figure, with what to do."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from wederkerig.export.words import number
from wederkerig.monitoring.indicatoren import Indicator

LANGSTE = 60
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_AROUND = re.compile(r"^(?:€|eur\b)\s*|\s*(?:%|procent|euro|woningen?)$", re.IGNORECASE)
_ENGLISH = re.compile(r"-?\d+\.\d+", re.ASCII)
_MOST_DIGITS = 12
_MOST_DECIMALS = 4


class InvoerError(Exception):
    """A figure that cannot be; the sentence says what is wrong and what to do."""


def read_figure(text: str, indicator: Indicator) -> Decimal:
    """The figure that was typed, in the unit of its indicator. Raises InvoerError."""
    value = _number(text)
    if value < 0:
        raise InvoerError(_("Een cijfer kan hier niet onder nul zijn. Haal het minteken weg."))
    if indicator.vorm == "aandeel" and value > 100:  # percent
        raise InvoerError(
            _("%(getal)s%% is meer dan alles. Vul een percentage in van 0 tot en met 100.")
            % {"getal": number(value)}
        )
    if indicator.vorm == "aantal" and value != value.to_integral_value():
        raise InvoerError(_("Dit is een aantal: vul een heel getal in, zonder komma."))
    return value


def read_number(text: str) -> Decimal:
    """Any number as it is written in Dutch, also below nought. Raises InvoerError."""
    return _number(text)


def read_base(text: str) -> Decimal | None:
    """Of how many a share is; None where nothing was typed. Raises InvoerError."""
    if not text.strip():
        return None
    value = _number(text)
    if value < 0 or value != value.to_integral_value():
        raise InvoerError(_("Vul bij ‘op een totaal van’ een heel getal van nul of meer in."))
    return value


def _number(text: str) -> Decimal:
    said = _AROUND.sub("", text.strip().replace("\N{NO-BREAK SPACE}", " ")).strip()
    said = said.replace("\N{MINUS SIGN}", "-").removesuffix(",-").replace(" ", "")
    if not _NUMBER.fullmatch(said):
        raise InvoerError(_advice(said))
    whole, _comma, decimals = said.replace(".", "").partition(",")
    if len(whole.lstrip("-")) > _MOST_DIGITS:
        raise InvoerError(_("Dit getal is te groot. Kijk of er geen cijfers te veel staan."))
    if len(decimals) > _MOST_DECIMALS:
        raise InvoerError(_("Rond af op hoogstens vier cijfers achter de komma."))
    return Decimal(f"{whole}.{decimals or 0}").normalize() + 0


def _advice(said: str) -> str:
    if said.startswith(("=", "+", "@")):
        return _("Dit is een formule. Reken hem uit en vul de uitkomst in.")
    if _ENGLISH.fullmatch(said):
        return _("Schrijf een komma voor de cijfers achter de komma: %(getal)s.") % {
            "getal": said.replace(".", ",")
        }
    return _("Dit is geen getal. Vul het in als 1.234 of 1.234,5.")
