"""Two versions of a small document as lines, and any two versions for laws."""

from hypothesis import strategies as st

from wederkerig.export.opmaak import Regel

TITEL = "Prestatieafspraken Duinrade 2025-2028"


def afspraak(sleutel, nummer, tekst, *verder):
    """An agreement: its first paragraph, then the others; one that begins with "* " is a bullet."""
    rest = [
        Regel("vervolgpunt" if tekst.startswith("* ") else "vervolg", sleutel, tekst.removeprefix("* "))
        for tekst in verder
    ]
    return [Regel("afspraak", sleutel, tekst, nummer), *rest]


def tabel(sleutel, titel, kop, *rijen):
    """A table with its caption and heading row."""
    return [
        Regel("tabeltitel", sleutel, titel),
        Regel("tabelkop", sleutel, cellen=kop),
        *(Regel("tabelrij", sleutel, cellen=rij) for rij in rijen),
    ]


def oud():
    return [
        Regel("titel", "titel", TITEL),
        Regel("alinea", "partijen", "Gemeente Duinrade, Woonborg en Huurdersraad Duinrade."),
        Regel("kop1", "t1", "Thema: Bouwen"),
        Regel("kop2", "t1/doelen", "Doelen"),
        Regel("punt", "t1/doelen", "Meer woningen voor starters."),
        Regel("kop2", "t1/afspraken", "Afspraken"),
        Regel("rubriek", "t1/nieuwbouw", "Nieuwbouw"),
        *afspraak(
            "a1", "1", "Woonborg bouwt 240 huurwoningen.", "* 60 aan de Havenkade;", "* 40 zonder drempels."
        ),
        *afspraak("a2", "2", "De gemeente levert elk jaar grond voor vijftig woningen."),
        *afspraak("a3", "3", "Elk kwartaal spreken de partijen elkaar.", "De gemeente nodigt uit."),
        *afspraak("a4", "4", "In Zeezicht verkoopt Woonborg geen woningen."),
        *tabel(
            "tb1",
            "Tabel 1. Op te leveren",
            ("Jaar", "Sociaal", "Midden"),
            ("2025", "40", "20"),
            ("2026", "60", "25"),
            ("2027", "70", "25"),
        ),
        Regel("kop1", "t2", "Thema: Betalen"),
        *afspraak("a5", "5", "De huur stijgt in 2026 met hooguit de inflatie."),
        *afspraak("a6", "6", "De Huurdersraad krijgt het huurvoorstel elk jaar in februari."),
        *tabel("tb2", "Tabel 2. Grenzen", ("Groep", "Grens"), ("Laag", "€ 650"), ("Hoog", "€ 700")),
        Regel("kop1", "begrippen", "Begrippen"),
        Regel("begrip", "begrippen", cellen=("Kernvoorraad", "woningen die de partijen in stand houden")),
        Regel("begrip", "begrippen", cellen=("Middenhuur", "huur boven de sociale grens")),
    ]


def nieuw():
    """Agreement 1 changed and longer, 2 is new, 3 moved to the other theme, 4 and table 2 withdrawn."""
    return [
        Regel("titel", "titel", TITEL),
        Regel("alinea", "partijen", "Gemeente Duinrade, Woonborg, Huurdersraad Duinrade en De Duinen."),
        Regel("kop1", "t1", "Thema: Bouwen"),
        Regel("kop2", "t1/doelen", "Doelen"),
        Regel("punt", "t1/doelen", "Meer woningen voor starters en spoedzoekers"),
        Regel("punt", "t1/doelen", "Een eerlijke verdeling over de wijken."),
        Regel("kop2", "t1/afspraken", "Afspraken"),
        Regel("rubriek", "t1/nieuwbouw", "Nieuwbouw"),
        *afspraak(
            "a1", "1", "Woonborg bouwt 300 huurwoningen.", "* 60 aan de Havenkade;", "* 50 zonder drempels."
        ),
        Regel("noot", "a1", "Gewijzigd bij Jaarplan 2026."),
        *afspraak("n1", "2", "De Duinen huurt twintig woningen van Woonborg."),
        *afspraak("a2", "3", "De gemeente levert elk jaar grond voor vijftig woningen."),
        *tabel(
            "tb1",
            "Tabel 1. Op te leveren",
            ("Jaar", "Sociaal", "Midden"),
            ("2025", "40", "20"),
            ("2026", "75", "25"),
            ("2028", "65", "30"),
        ),
        Regel("kop1", "t2", "Thema: Betalen"),
        *afspraak("a5", "4", "De huur stijgt in 2026 met hooguit de inflatie."),
        *afspraak("a3", "5", "Elk kwartaal spreken de partijen elkaar.", "De gemeente nodigt uit."),
        *afspraak("a6", "6", "De Huurdersraad krijgt het huurvoorstel elk jaar in februari."),
        *tabel(
            "tb3", "Tabel 2. Maatregelen", ("Wat", "Wanneer", "Wie"), ("Kwijtschelden", "2026", "Gemeente")
        ),
        Regel("kop1", "begrippen", "Begrippen"),
        Regel(
            "begrip",
            "begrippen",
            cellen=("Kernvoorraad", "woningen die de partijen in stand houden en aanvullen"),
        ),
        Regel("begrip", "begrippen", cellen=("Spoedzoeker", "wie binnen zes maanden moet verhuizen")),
    ]


# --- any lines -----------------------------------------------------------------------------------

_WOORDEN = st.lists(
    st.sampled_from(["de", "wijk", "bouwt", "<b>", "&", "40", "é\x0b", '"x"']), max_size=6
).map(" ".join)
_SLEUTELS = st.sampled_from("abcde")
_CELLEN = st.lists(_WOORDEN, min_size=1, max_size=3).map(tuple)
_SOORTEN = st.sampled_from(
    ["titel", "kop1", "kop2", "rubriek", "alinea", "punt", "vervolg", "vervolgpunt", "noot", "tabeltitel"]
)
_REGEL = st.one_of(
    st.builds(Regel, _SOORTEN, _SLEUTELS, _WOORDEN),
    st.builds(Regel, st.just("afspraak"), _SLEUTELS, _WOORDEN, st.sampled_from(["1", "2", "12", "3a"])),
    st.builds(Regel, st.sampled_from(["tabelkop", "tabelrij"]), _SLEUTELS, cellen=_CELLEN),
    st.builds(Regel, st.just("begrip"), _SLEUTELS, cellen=st.tuples(_WOORDEN, _WOORDEN)),
)


@st.composite
def versies(draw):
    """Two versions: of any lines, or the second made from the first by dropping, adding and moving."""
    before = draw(st.lists(_REGEL, max_size=14))
    if draw(st.booleans()):
        return before, draw(st.lists(_REGEL, max_size=14))
    after = [line for line in before if draw(st.integers(0, 4))]
    for line in draw(st.lists(_REGEL, max_size=4)):
        after.insert(draw(st.integers(0, len(after))), line)
    if len(after) > 1 and draw(st.booleans()):
        after.insert(draw(st.integers(0, len(after) - 1)), after.pop(draw(st.integers(0, len(after) - 1))))
    return before, after
