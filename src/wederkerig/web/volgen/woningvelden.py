"""What the fields of a dwelling are called on the screen, and in which groups they stand there."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wederkerig.monitoring.woningen import Veld, velden

Woorden = str | Promise
# A list is of one corporation: its figures are taken together, whatever stands in a column for that.
GROEPEN: tuple[tuple[Woorden, tuple[str, ...]], ...] = (
    (_("Nodig"), ("id", "gemeente")),
    (_("Waar de woning staat"), ("woonplaats", "wijk", "buurt")),
    (
        _("Wat voor woning het is"),
        (
            "maatschappelijkLabel",
            "soort",
            "detailSoort",
            "zelfstandig",
            "status",
            "doelgroep",
            "woonvorm",
            "toegankelijkheidslabel",
            "energielabel",
            "bouwjaar",
            "verkoop",
        ),
    ),
    (_("Huur"), ("rekenhuur", "nettohuur", "streefhuur", "streefhuurpercentage", "maximaleHuur")),
    (_("Verhuring"), ("datumVerhuring", "huishoudgrootte")),
    (
        _("Erbij en eraf"),
        ("inExploitatiedatum", "inExploitatieReden", "uitExploitatiedatum", "uitExploitatieReden"),
    ),
    (_("Meer dagen in één lijst"), ("peildatum",)),
)
_WOORDEN: dict[str, tuple[Woorden, Woorden]] = {
    "id": (_("Nummer van de woning"), _("Het nummer van de verhuureenheid, voor elke woning anders.")),
    "gemeente": (_("Gemeente"), ""),
    "woonplaats": (_("Dorp of plaats"), ""),
    "wijk": (_("Wijk"), ""),
    "buurt": (_("Buurt"), ""),
    "maatschappelijkLabel": (
        _("DAEB of niet-DAEB"),
        _("Zonder deze kolom zijn er geen cijfers over sociale huur."),
    ),
    "soort": (_("Soort eenheid"), _("Woning, garage, winkel …; alleen woningen tellen.")),
    "detailSoort": (_("Type woning"), ""),
    "zelfstandig": (_("Zelfstandig"), _("Ja of nee.")),
    "status": (_("Verhuurd of leeg"), ""),
    "doelgroep": (_("Doelgroep"), _("Jongeren, studenten, ouderen …")),
    "woonvorm": (_("Woonvorm"), _("Geclusterd, zorggeschikt …")),
    "toegankelijkheidslabel": (_("Toegankelijkheid"), _("Nultreden, rollator, rolstoel …")),
    "energielabel": (_("Energielabel"), ""),
    "bouwjaar": (_("Bouwjaar"), ""),
    "verkoop": (_("Bestemd voor verkoop"), _("Ja of nee.")),
    "rekenhuur": (_("Rekenhuur"), _("Per maand, met subsidiabele servicekosten.")),
    "nettohuur": (_("Netto huur"), _("Per maand; telt waar er geen rekenhuur is.")),
    "streefhuur": (_("Streefhuur"), _("In euro per maand.")),
    "streefhuurpercentage": (_("Streefhuur in procent"), _("Van de maximale huur.")),
    "maximaleHuur": (_("Maximale huur"), _("Volgens de punten.")),
    "datumVerhuring": (_("Verhuurd sinds"), _("De eerste dag van het huurcontract dat nu loopt.")),
    "huishoudgrootte": (_("Grootte van het huishouden"), _("Hoeveel mensen er toen gingen wonen.")),
    "inExploitatiedatum": (_("In verhuur sinds"), ""),
    "inExploitatieReden": (_("Waardoor erbij gekomen"), _("Nieuwbouw, aankoop …")),
    "uitExploitatiedatum": (_("Uit verhuur sinds"), ""),
    "uitExploitatieReden": (_("Waardoor eraf gegaan"), _("Sloop, verkoop …")),
    "peildatum": (_("Peildatum van de rij"), _("Alleen nodig als de lijst over meer dagen gaat.")),
}


def asked() -> list[Veld]:
    """The fields that a person can point a column to."""
    names = [name for _, group in GROEPEN for name in group]
    return sorted((veld for veld in velden() if veld.veld in names), key=lambda veld: names.index(veld.veld))


def in_words(veld: str) -> tuple[str, str]:
    """What a field is called, and what to know of it; a field that is new is called by its name."""
    name, uitleg = _WOORDEN.get(veld, (veld, ""))
    return str(name), str(uitleg)
