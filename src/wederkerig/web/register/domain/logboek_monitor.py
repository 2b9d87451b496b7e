"""The words of the logbook for what the monitor does: norms, figures, lists, projects, reports."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

# By the kind of an event: as a noun to choose by, and as what somebody did. `naam` is what it concerns.
SOORTEN: dict[str, tuple[str | Promise, str | Promise]] = {
    "norm bevestigd": (gettext_lazy("norm bevestigd"), gettext_lazy("zei hoe %(naam)s wordt gemeten")),
    "norm toegevoegd": (gettext_lazy("norm toegevoegd"), gettext_lazy("voegde een norm toe: %(naam)s")),
    "geen norm": (gettext_lazy("geen norm"), gettext_lazy("zei dat dit geen norm is: %(naam)s")),
    "opmerking": (gettext_lazy("opmerking bij een norm"), gettext_lazy("maakte een opmerking bij %(naam)s")),
    "cijfer ingevuld": (gettext_lazy("cijfer ingevuld"), gettext_lazy("vulde een cijfer in: %(naam)s")),
    "cijfers ingediend": (gettext_lazy("cijfers ingediend"), gettext_lazy("diende cijfers in voor %(naam)s")),
    "cijfer verbeterd": (gettext_lazy("cijfer verbeterd"), gettext_lazy("verbeterde een cijfer: %(naam)s")),
    "bewijsstuk toegevoegd": (
        gettext_lazy("bewijsstuk toegevoegd"),
        gettext_lazy("voegde een bewijsstuk toe bij %(naam)s"),
    ),
    "woningenlijst ingebracht": (
        gettext_lazy("woningenlijst ingebracht"),
        gettext_lazy("bracht de woningenlijst %(naam)s in"),
    ),
    "kolommen aangewezen": (
        gettext_lazy("kolommen aangewezen"),
        gettext_lazy("wees de kolommen van %(naam)s aan"),
    ),
    "woningenlijst berekend": (gettext_lazy("woningenlijst berekend"), gettext_lazy("berekende %(naam)s")),
    "woningenlijst niet berekend": (
        gettext_lazy("woningenlijst niet berekend"),
        gettext_lazy("kon %(naam)s niet berekenen"),
    ),
    "woningenlijst weggegooid": (
        gettext_lazy("woningenlijst weggegooid"),
        gettext_lazy("gooide de woningenlijst %(naam)s weg"),
    ),
    "project toegevoegd": (gettext_lazy("project toegevoegd"), gettext_lazy("voegde project %(naam)s toe")),
    "project gewijzigd": (gettext_lazy("project gewijzigd"), gettext_lazy("wijzigde project %(naam)s")),
    "project gedeeld": (
        gettext_lazy("project gedeeld"),
        gettext_lazy("deelde project %(naam)s met de partijen"),
    ),
    "project niet meer gedeeld": (
        gettext_lazy("project niet meer gedeeld"),
        gettext_lazy("hield project %(naam)s weer voor zich"),
    ),
    "project vervallen": (gettext_lazy("project vervallen"), gettext_lazy("liet project %(naam)s vervallen")),
    "project terug": (gettext_lazy("project terug"), gettext_lazy("zette project %(naam)s terug")),
    "rapport gemaakt": (gettext_lazy("rapport gemaakt"), gettext_lazy("maakte een rapport: %(naam)s")),
    "rapport aangevuld": (gettext_lazy("rapport aangevuld"), gettext_lazy("vulde een rapport aan: %(naam)s")),
    "gereed met rapport": (
        gettext_lazy("gereed met een rapport"),
        gettext_lazy("was gereed met een rapport: %(naam)s"),
    ),
    "weerwoord geopend": (
        gettext_lazy("weerwoord geopend"),
        gettext_lazy("opende het weerwoord bij een rapport: %(naam)s"),
    ),
    "weerwoord gegeven": (
        gettext_lazy("weerwoord gegeven"),
        gettext_lazy("gaf weerwoord bij een rapport: %(naam)s"),
    ),
    "rapport gepubliceerd": (
        gettext_lazy("rapport gepubliceerd"),
        gettext_lazy("publiceerde een rapport: %(naam)s"),
    ),
    "rapport vervallen": (
        gettext_lazy("rapport vervallen"),
        gettext_lazy("liet een rapport vervallen: %(naam)s"),
    ),
    "signaal": (gettext_lazy("signaal"), gettext_lazy("gaf een signaal aan alle partijen: %(naam)s")),
}

# What the facts of these events are called, in the order in which they are told.
FEITEN: dict[str, str | Promise] = {
    "norm": gettext_lazy("norm"),
    "indicator": gettext_lazy("indicator"),
    "gemeente": gettext_lazy("gemeente"),
    "gebied": gettext_lazy("gebied"),
    "van": gettext_lazy("vanaf"),
    "peildatum": gettext_lazy("peildatum"),
    "noemer": gettext_lazy("op een totaal van"),
    "bron": gettext_lazy("bron"),
    "cijfers": gettext_lazy("cijfers"),
    "som": gettext_lazy("som"),
    "fase": gettext_lazy("fase"),
    "aanvullen_tot": gettext_lazy("aanvullen tot en met"),
    "weerwoord_tot": gettext_lazy("weerwoord tot en met"),
    "reden": gettext_lazy("reden"),
    "over": gettext_lazy("over"),
    "tekst": gettext_lazy("tekst"),
    "kolommen": gettext_lazy("kolommen"),
    "rijen": gettext_lazy("rijen"),
    "fouten": gettext_lazy("rijen met een fout"),
}
