"""What a report of an invented municipality is made of: six norms in three themes, all kinds of change."""

from datetime import date
from decimal import Decimal

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen import Beoordeling
from wederkerig.monitoring.grafiek import Band, Grafiek, Reeks
from wederkerig.monitoring.rapport import Aandeel, Opmerking, Vervolg
from wederkerig.monitoring.samenstellen import Rapportstof

OP, VORIGE = date(2026, 7, 1), date(2026, 1, 1)


def norm(sleutel, nummer, thema, **velden):
    gevuld = {
        "afspraak": f"id-{nummer}",
        "indicator": "voorraad-sociaal",
        "relatie": "min",
        "waarde": Decimal(3341),
        "eenheid": "woningen",
        "per": date(2026, 12, 31),
        "partijen": ("Stichting Woonborg",),
        **velden,
    }
    return Norm(sleutel=sleutel, nummer=nummer, thema=thema, **gevuld)


def beoordeling(sleutel, status, **velden):
    gevuld = {"op": OP, "som": f"De som achter {sleutel}.", **velden}
    return Beoordeling(sleutel=sleutel, status=status, **gevuld)


def stof(**anders):
    """The example, with other values where they are given."""
    normen = (
        norm("kern", "1", "beschikbaarheid"),
        norm("sloop", "2", "beschikbaarheid", relatie="max", waarde=Decimal(40), per=date(2025, 12, 31)),
        norm("prijs", "9", "betaalbaarheid", relatie="min", waarde=Decimal(85), eenheid="%", per=None),
        norm("labels", "14", "duurzaamheid_kwaliteit", partijen=("Gemeente Zeedrecht",)),
        norm("zorg", "20", "duurzaamheid_kwaliteit", partijen=()),
        norm("nood", "21", None, aard="achtergrond"),
    )
    nu = (
        beoordeling("kern", "achter", stand=Decimal(3262), grens=Decimal(3341), tekort=Decimal(8)),
        beoordeling("sloop", "niet gehaald", stand=Decimal(52), grens=Decimal(40), tekort=Decimal(12)),
        beoordeling("prijs", "gehaald", stand=Decimal(87)),
        beoordeling("labels", "geen cijfers", ontbreekt=("Gemeente Zeedrecht",)),
        beoordeling("zorg", "te vroeg"),
        beoordeling("nood", "gehaald"),
    )
    eerder = (
        beoordeling("kern", "op koers", stand=Decimal(3250)),
        beoordeling("sloop", "niet gehaald", stand=Decimal(52)),
        beoordeling("prijs", "risico", stand=Decimal(84)),
        beoordeling("labels", "gehaald"),
    )
    opmerking = Opmerking(
        partij="Stichting Woonborg",
        soort="corporatie",
        tekst="De aansluiting op het net kost ons een half jaar.",
        op=date(2026, 8, 3),
        sleutel="kern",
    )
    weerwoord = Opmerking(
        partij="Gemeente Zeedrecht", soort="gemeente", tekst="De vergunning was op tijd.", sleutel="kern"
    )
    gevuld = {
        "gemeente": "Zeedrecht",
        "peildatum": OP,
        "vorige": VORIGE,
        "partijen": ("Gemeente Zeedrecht", "Stichting Woonborg", "Huurdersraad Zee"),
        "normen": normen,
        "nu": nu,
        "eerder": eerder,
        "zinnen": {"kern": "Er komen acht woningen te weinig bij."},
        "grafieken": {"": (voorraad(),)},
        "opmerkingen": (opmerking,),
        "weerwoord": (weerwoord,),
        "aandelen": aandelen(),
        "vervolg": (
            Vervolg(uiterlijk=date(2027, 2, 1), wie="Stichting Woonborg", wat="Cijfers aanleveren."),
            Vervolg(uiterlijk=date(2026, 10, 1), wie="Gemeente Zeedrecht", wat="Het bod bespreken."),
        ),
        **anders,
    }
    return Rapportstof(**gevuld)


def voorraad():
    stand = (Decimal(3250), Decimal(3262), None)
    return Grafiek(
        soort="lijn met doel en band",
        titel="Sociale huurwoningen",
        beschrijving="Er zijn 3.262 sociale huurwoningen; eind 2026 moeten het er 3.341 zijn.",
        eenheid="woningen",
        x=("2024", "2025", "2026"),
        x_naam="Eind van",
        reeksen=(Reeks(naam="stand", waarden=stand),),
        doel=Reeks(naam="doel", waarden=(None, None, Decimal(3341))),
        band=Band(
            naam="verwacht",
            onder=(None, *stand[1:2], Decimal(3300)),
            boven=(None, *stand[1:2], Decimal(3350)),
        ),
    )


def aandelen():
    return (
        Aandeel(partij="Gemeente Zeedrecht", soort="gemeente", afspraken=18, gemeten=4, gehaald=2),
        Aandeel(partij="Stichting Woonborg", soort="corporatie", afspraken=25, gemeten=11, gehaald=7),
        Aandeel(partij="De Woonplaats", soort="corporatie", afspraken=21, gemeten=9, gehaald=7),
        Aandeel(partij="Huurdersraad Zee", soort="huurdersorganisatie", afspraken=1),
    )
