"""The words of the logbook: what each kind of event is called, and what its facts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain import logboek_monitor
from wederkerig.web.register.models import Gebeurtenis, Oordeel

# By the kind of an event: as a noun to choose by, and as what somebody did. `naam` is what it concerns.
_SOORTEN: dict[str, tuple[str | Promise, str | Promise]] = {
    "ingebracht": (gettext_lazy("document ingebracht"), gettext_lazy("bracht %(naam)s in")),
    "gelezen": (gettext_lazy("document gelezen"), gettext_lazy("las %(naam)s")),
    "niet gelezen": (gettext_lazy("document niet gelezen"), gettext_lazy("kon %(naam)s niet lezen")),
    "opnieuw lezen gevraagd": (
        gettext_lazy("opnieuw laten lezen"),
        gettext_lazy("liet %(naam)s opnieuw lezen"),
    ),
    "hoort bij": (
        gettext_lazy("bij afspraken gelegd"),
        gettext_lazy("zei bij welke afspraken %(naam)s hoort"),
    ),
    "verbeterd": (gettext_lazy("lezing verbeterd"), gettext_lazy("verbeterde de lezing van %(naam)s")),
    "gekoppeld": (
        gettext_lazy("partij herkend"),
        gettext_lazy("zei welke organisatie een partij is in %(naam)s"),
    ),
    "beslist": (
        gettext_lazy("over een wijziging beslist"),
        gettext_lazy("besliste over een wijziging in %(naam)s"),
    ),
    "ingetrokken": (gettext_lazy("document ingetrokken"), gettext_lazy("trok %(naam)s in")),
    "vastgesteld": (gettext_lazy("document vastgesteld"), gettext_lazy("stelde %(naam)s vast")),
    "verklaard": (gettext_lazy("verklaring van een partij"), gettext_lazy("gaf een oordeel over %(naam)s")),
    "ronde geopend": (gettext_lazy("ronde geopend"), gettext_lazy("opende de ronde %(naam)s")),
    "uitgenodigd": (gettext_lazy("iemand uitgenodigd"), gettext_lazy("nodigde %(naam)s uit")),
    "uitnodiging opnieuw gestuurd": (
        gettext_lazy("uitnodiging opnieuw gestuurd"),
        gettext_lazy("stuurde de uitnodiging voor %(naam)s opnieuw"),
    ),
    "uitnodiging ingetrokken": (
        gettext_lazy("uitnodiging ingetrokken"),
        gettext_lazy("trok de uitnodiging voor %(naam)s in"),
    ),
    "uitnodiging aanvaard": (gettext_lazy("uitnodiging aanvaard"), gettext_lazy("aanvaardde de uitnodiging")),
    "rollen gewijzigd": (gettext_lazy("rollen gewijzigd"), gettext_lazy("wijzigde de rollen van %(naam)s")),
    "weggehaald": (gettext_lazy("iemand weggehaald"), gettext_lazy("haalde %(naam)s weg")),
    "vertrokken": (gettext_lazy("zelf vertrokken"), gettext_lazy("stopte bij de organisatie")),
    "fusie": (gettext_lazy("fusie"), gettext_lazy("liet %(naam)s opgaan in een andere organisatie")),
    "platform gewijzigd": (
        gettext_lazy("gegevens gewijzigd"),
        gettext_lazy("wijzigde de gegevens van %(naam)s"),
    ),
    "platform gemaakt": (gettext_lazy("gegevens gemaakt"), gettext_lazy("maakte %(naam)s")),
    "platform verwijderd": (gettext_lazy("gegevens verwijderd"), gettext_lazy("verwijderde %(naam)s")),
    "tweede bewijs gewist": (
        gettext_lazy("tweede stap gewist"),
        gettext_lazy("wiste de tweede stap bij het inloggen van %(naam)s"),
    ),
    **logboek_monitor.SOORTEN,
}

# In the order in which they are told; a database gives them back in an order of its own.
_FEITEN: dict[str, str | Promise] = {
    "naam": gettext_lazy("naam"),
    "partij": gettext_lazy("partij"),
    "organisatie": gettext_lazy("organisatie"),
    "overeenkomst": gettext_lazy("overeenkomst"),
    "opvolger": gettext_lazy("opvolger"),
    **logboek_monitor.FEITEN,
    "nieuw": gettext_lazy("nieuwe afspraken"),
    "gewijzigd": gettext_lazy("gewijzigde afspraken"),
    "vervallen": gettext_lazy("vervallen afspraken"),
    "wijziging": gettext_lazy("wijziging"),
    "keuze": gettext_lazy("besluit"),
    "oordeel": gettext_lazy("oordeel"),
    "toelichting": gettext_lazy("toelichting"),
    "sleutel": gettext_lazy("onderdeel"),
    "veld": gettext_lazy("veld"),
    "soort": gettext_lazy("soort"),
    "waarde": gettext_lazy("waarde"),
    "rollen": gettext_lazy("rollen"),
    "rollen overgenomen": gettext_lazy("rollen overgenomen"),
    "vastgesteld": gettext_lazy("vastgesteld op"),
    "inwerking": gettext_lazy("gaat in op"),
    "op": gettext_lazy("op"),
    "opent": gettext_lazy("opent op"),
    "sluit": gettext_lazy("sluit op"),
    "stand": gettext_lazy("hoeveelste wijziging van de afspraken"),
    "is_active": gettext_lazy("mag inloggen"),
    "is_staff": gettext_lazy("beheert het platform"),
    "lezer": gettext_lazy("versie van de lezer"),
    "fout": gettext_lazy("fout"),
    "bestand": gettext_lazy("controlegetal van het bestand (SHA-256)"),
}
_ISO_DAY = re.compile(r"(?<=· )\d{4}-\d\d-\d\d$")
_PLAATS = {key: place for place, key in enumerate(_FEITEN)}
_WAARDEN: dict[str, str | Promise] = {
    **{rol.value: rol.label for rol in Rol},
    **{oordeel.value: oordeel.label for oordeel in Oordeel},
}


def kind_in_words(soort: str) -> str:
    """What a kind of event is called."""
    return str(_SOORTEN[soort][0]) if soort in _SOORTEN else soort


def in_words(event: Gebeurtenis) -> str:
    """What somebody did, to stand behind the name of who did it."""
    if event.soort not in _SOORTEN:
        return f"{event.soort}: {event.naam}"
    return str(_SOORTEN[event.soort][1]) % {"naam": _named(event)}


def _named(event: Gebeurtenis) -> str:
    """What it concerns; a report is kept with its day as 2026-06-30, and told with it in words."""
    if event.over != "rapport":
        return event.naam
    return _ISO_DAY.sub(lambda found: _as_day(found[0]) or found[0], event.naam)


def readable(side: Any) -> dict[str, str]:  # noqa: ANN401  # JSON
    """One side of an event, what it was or what it became, as names with texts; what is empty is left out."""
    if not isinstance(side, dict):
        return {_("inhoud"): _value(side)} if side not in (None, "") else {}
    found = {_name(key): _value(value) for key, value in _flat(side)}
    return {name: text for name, text in found.items() if text}


def _flat(side: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in sorted(side.items(), key=_place):
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key} ")
        else:
            yield f"{before}{key}", value


def _place(fact: tuple[str, Any]) -> tuple[int, str]:
    return _PLAATS.get(fact[0], len(_PLAATS)), fact[0]


def _name(key: str) -> str:
    return str(_FEITEN.get(key, key.replace("_", " ")))


def _value(value: Any) -> str:  # noqa: ANN401  # JSON
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list):
        return ", ".join(_value(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{_name(key)}: {_value(each)}" for key, each in value.items())
    text = str(value)
    return str(_WAARDEN[text]) if text in _WAARDEN else _as_day(text) or text


def _as_day(text: str) -> str | None:
    """A date in words, where the whole text is one."""
    if len(text) != len("2026-01-01"):
        return None
    try:
        return str(date_format(date.fromisoformat(text), "j F Y"))
    except ValueError:
        return None
