"""Year plans for tests: made-up amendments of every kind, and strategies that make more of them."""

from datetime import date

from hypothesis import strategies as st

from wederkerig.model import (
    Doel,
    Jaarplan,
    Ondertekening,
    Partij,
    Plek,
    Tabel,
    Vertegenwoordiger,
    Wijziging,
)

PARTIJEN = (
    Partij(
        naam="Gemeente Duinrade",
        kort="de gemeente",
        soort="gemeente",
        vertegenwoordiger=Vertegenwoordiger(naam="H. Vlietstra", functie="wethouder"),
    ),
    Partij(
        naam="Stichting Helmwonen",
        kort="Helmwonen",
        soort="corporatie",
        vertegenwoordiger=Vertegenwoordiger(naam="P. de Graaf-Bos", functie="directeur-bestuurder"),
    ),
    Partij(naam="Huurdersvereniging De Nok", kort="De Nok", soort="huurdersorganisatie"),
)

ZINNEN = (
    "De gemeente opent in het voorjaar een tweede loket.",
    "Helmwonen schildert elk jaar ten minste 120 woningen, te beginnen in de Zeestraat.",
    "Partijen kijken op 1 oktober 2026 samen terug (zie afspraak 12).",
    "1. terugkijken op wat er is gelukt",
    "a. een ruimte voor de buurt;",
    "iii) de kosten, verdeeld naar rato",
    "12. Dit is geen nummer van een afspraak maar van een regel.",
    "Aanvulling 2026:",
    "Huidige afspraak:",
    "Nieuwe afspraak 2026: deze regel lijkt alleen op een etiket.",
    "Onderstaande tekst kan verwijderd worden:",
    "Afspraak 8 vervalt.",
    "Toelichting: dit hoort bij de tekst zelf.",
    "Tabel: aantallen per wijk",
    "Volgende documenten toevoegen:",
    "Wijzigingen en aanvullingen",
    "Overige wijzigingen",
    "Thema 2. Betaalbaarheid",
    "BETAALBAARHEID",
    "Wat willen we in 2027 bereiken?",
    "Samenwerking en monitoring",
    "“Een dak voor iedereen” blijft ons motto.",
    "”Wie huurt, telt mee„ – zo staat het er nu eenmaal",
    "De bijdrage is € 12.500,- per jaar (prijspeil 2025; exclusief btw).",
    "tussen 5 en 7,5% van de huur, hooguit € 48,15 per maand",
    "2026",
    "3.4.1 gaat over de planning",
    "Voor wie? Voor starters, senioren & gezinnen < 3 kinderen > 0.",
    "De huurders/bewoners van de nul-op-de-meter-woningen krijgen in 2026/2027 bericht.",
    "het loket (en de balie) blijft open",
    "Slotzin zonder punt",
    "Ja.",
    "Duinrade, 3 mei 2026",
    "| cel | naast cel |",
    (
        "Zij betalen dat uit het fonds voor leefbare buurten, waarin alle partijen naar draagkracht storten,"
        " en leggen daarover elk jaar voor 1 april verantwoording af aan de andere partijen en aan de raad."
    ),
)
NUMMERS = ("1", "7", "12", "12a", "103", "3.2", "1.4.2", "A3", "B.2")
THEMAS = ("Betaalbaarheid", "Wonen, zorg & welzijn", "Thema 3: Leefbare buurten", "Kwaliteit (bestaand)")
WOORDEN = st.text(
    alphabet=st.sampled_from("abcdeghiknoprstuvwzABDEGHKNOPRSTVWZéë0123456789   .,;:()'\"“”‘’-–/%€&?!"),
    min_size=1,
    max_size=60,
)
REGEL = st.one_of(
    st.sampled_from(ZINNEN),
    st.lists(st.sampled_from(ZINNEN), min_size=2, max_size=4).map(" ".join),
    WOORDEN,
)
TEKST = st.lists(REGEL, min_size=1, max_size=5).map("\n".join)
KORT = st.one_of(
    st.sampled_from(("Woningen per wijk", "Starters (tot 23 jaar)", "zie “huur”; nieuw")), WOORDEN
)
NUMMER = st.sampled_from(NUMMERS)
ONDERDEEL = st.sampled_from(
    ("doelen", "proces", "bijlage", "tabel", "thema", "begrippen", "partijen", "kop", "stappen")
)
THEMA = st.one_of(st.none(), st.sampled_from(THEMAS))
DOEL = st.one_of(
    st.builds(Doel, nummer=NUMMER, thema=THEMA),
    st.builds(Doel, onderdeel=ONDERDEEL, thema=THEMA, titel=st.one_of(st.none(), KORT)),
    st.builds(
        Doel,
        nummer=st.one_of(st.none(), NUMMER),
        onderdeel=st.one_of(st.none(), ONDERDEEL),
        thema=THEMA,
        titel=st.one_of(st.none(), KORT),
    ),
)
PLEK = st.builds(
    Plek,
    nummer=NUMMER,
    thema=THEMA,
    rubriek=st.one_of(st.none(), st.sampled_from(("Huur", "Nieuwbouw, sloop en verkoop"))),
    na=st.one_of(st.none(), st.just(""), NUMMER, st.just("afspraak-12")),
)


@st.composite
def tabellen(draw):
    width = draw(st.integers(1, 4))
    row = st.tuples(*[st.one_of(st.just(""), KORT, st.sampled_from(("12", "€ 450", "–", "8%")))] * width)
    return Tabel(
        titel=draw(st.one_of(st.none(), KORT)),
        kop=draw(st.one_of(st.just(()), row)),
        rijen=draw(st.lists(row, max_size=4)),
    )


_ALLES = st.builds(
    Wijziging,
    doel=DOEL,
    soort=st.sampled_from(("aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage", "verplaatsing")),
    huidig=st.one_of(st.none(), TEKST),
    tekst=st.one_of(st.just(""), TEKST),
    reden=st.one_of(st.none(), REGEL),
    jaar=st.sampled_from((None, 2026, 2026, 2027)),
    plek=st.one_of(st.none(), PLEK),
    nummering=st.sampled_from(("oud", "nieuw")),
    afgesplitst_van=st.sampled_from((None, "afspraak-3")),
    samengevoegd_met=st.sampled_from((None, "afspraak-9")),
    tabel=st.one_of(st.none(), tabellen()),
)
_VERPLAATST = st.builds(
    Wijziging,
    doel=st.builds(Doel, nummer=NUMMER, thema=THEMA),
    soort=st.just("verplaatsing"),
    tekst=st.just(""),
    jaar=st.just(2026),
    plek=PLEK,
)
_DOCUMENT = st.builds(
    Wijziging,
    doel=st.just(Doel(onderdeel="bijlage")),
    soort=st.just("bijlage"),
    tekst=REGEL,
    jaar=st.just(2026),
)
_KORT = st.builds(
    Wijziging,
    doel=st.builds(Doel, nummer=st.sampled_from(("1", "2")), thema=st.just(THEMAS[0])),
    soort=st.sampled_from(("aanvulling", "wijziging", "verwijderen", "nieuw", "verplaatsing")),
    huidig=st.sampled_from((None, ZINNEN[0])),
    tekst=st.sampled_from(("", ZINNEN[1])),
)
WIJZIGING = st.one_of(_ALLES, _KORT, _VERPLAATST, _DOCUMENT)
# Amendments as people mostly make them, of which all is in the words.
IN_WOORDEN = st.builds(
    Wijziging,
    doel=st.builds(Doel, nummer=NUMMER, thema=st.sampled_from(THEMAS)),
    soort=st.sampled_from(("aanvulling", "wijziging", "verwijderen", "nieuw")),
    huidig=st.one_of(st.none(), st.lists(st.sampled_from(ZINNEN), min_size=1, max_size=4).map("\n".join)),
    tekst=st.lists(st.sampled_from(ZINNEN), min_size=1, max_size=4).map("\n".join),
    reden=st.one_of(st.none(), st.sampled_from(ZINNEN)),
    jaar=st.just(2026),
)


def plan(*wijzigingen, titel="Jaarplan 2026 Duinrade"):
    return Jaarplan(
        soort="jaarplan",
        titel=titel,
        gemeente="Duinrade",
        ondertekening=Ondertekening(plaats="Duinrade", datum=date(2025, 12, 4)),
        partijen=PARTIJEN,
        wijzigingen=wijzigingen,
    )


def amendments(jaarplan):
    """What the amendments say, without places and doubts."""
    bare = {"bron": None, "twijfel": None}
    return [
        wijziging.model_copy(
            update={**bare, "tabel": wijziging.tabel and wijziging.tabel.model_copy(update=bare)}
        )
        for wijziging in jaarplan.wijzigingen
    ]
