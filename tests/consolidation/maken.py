"""Documents and their later versions, made up by hypothesis: to compare, to amend and to trace."""

from hypothesis import strategies as st

from wederkerig.model import (
    Afspraak,
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Stap,
    Tabel,
    Thema,
)

WHO = ("De gemeente", "Duinwonen", "De huurders", "Partijen", "Zij")
DOES = ("bouwt", "verkoopt", "meldt", "onderzoekt samen", "houdt")
WHAT = (
    "40 woningen",
    "10-15 standplaatsen",
    "de wachttijd",
    "€ 480.000,-",
    "25% van het bezit",
    "een loket in de wijk",
    "de plannen",
)
WHEN = ("", " vóór 1 juli 2026", " (zie afspraak 2)", " in 2027", " volgens de afspraken 1 en 3", " elk jaar")
SEPARATORS = (" ", "\n", "\n", "  ")
THEMAS = ("Beschikbaarheid", "Betaalbaarheid", "Wonen en zorg", None)

zinnen = st.builds(
    lambda who, does, what, when, end: f"{who} {does} {what}{when}{end}",
    st.sampled_from(WHO),
    st.sampled_from(DOES),
    st.sampled_from(WHAT),
    st.sampled_from(WHEN),
    st.sampled_from((".", ".", ".", ";", "", "!")),
)
wild = st.text(st.sampled_from("aB1 .\n-–“”é€%()"), max_size=12)
teksten = st.one_of(
    st.lists(zinnen, min_size=1, max_size=5).flatmap(
        lambda parts: st.sampled_from(SEPARATORS).map(lambda between: between.join(parts))
    ),
    wild,
)
nummers = st.one_of(
    st.integers(1, 9).map(str), st.sampled_from(("1.1", "1.2", "2.1.3", "A4", "12a", "x", ""))
)


def afspraken():
    return st.builds(
        Afspraak,
        nummer=nummers,
        thema=st.sampled_from(THEMAS),
        rubriek=st.sampled_from((None, None, "Huurbeleid")),
        tekst=teksten,
        stappen=st.lists(st.builds(Stap, tekst=zinnen), max_size=1).map(tuple),
    )


def numbered(values):
    """The same agreements, numbered on from 1, as in most documents."""
    return tuple(each.model_copy(update={"nummer": str(at)}) for at, each in enumerate(values, start=1))


hoofdstukken = st.builds(
    Hoofdstuk,
    titel=st.sampled_from(("Inleiding", "Samenwerking", "Monitoring", "Beschikbaarheid")),
    tekst=teksten,
    koppen=st.lists(st.sampled_from(("Jaarlijkse cyclus", "Overleg")), max_size=1).map(tuple),
)
themas = st.builds(
    Thema,
    titel=st.sampled_from(("Beschikbaarheid", "Betaalbaarheid", "Wonen en zorg")),
    context=teksten,
    doelen=st.lists(zinnen, max_size=3).map(tuple),
    ambities=st.lists(zinnen, max_size=1).map(tuple),
)
tabellen = st.builds(
    Tabel,
    titel=st.sampled_from((None, "Tabel 1: Voorraad", "Tabel 2: Bouw")),
    kop=st.just(("Jaar", "Aantal")),
    rijen=st.lists(
        st.tuples(st.sampled_from(("2025", "2026")), st.sampled_from(("3", "4 (afspraak 2)"))), max_size=2
    ).map(tuple),
    afspraak=st.one_of(st.none(), nummers),
)
begrippen = st.builds(Begrip, term=st.sampled_from(("Kernvoorraad", "Wachttijd", "DAEB")), definitie=zinnen)
kaders = st.builds(
    Kader,
    niveau=st.sampled_from((None, "Landelijk", "Gemeente Duinrade")),
    titel=st.sampled_from(("Woningwet", "Woonvisie gemeente Duinrade", "Convenant 2026")),
)
PARTIJEN = (
    Partij(naam="Gemeente Duinrade", kort="de gemeente", soort="gemeente"),
    Partij(naam="Stichting Duinwonen", kort="Duinwonen", soort="corporatie"),
)


def several(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


overeenkomsten = st.builds(
    Overeenkomst,
    soort=st.sampled_from(("meerjarig", "jaarafspraken")),
    titel=st.sampled_from(("Prestatieafspraken Duinrade", "Afspraken 2026-2029")),
    gemeente=st.sampled_from((None, "Duinrade")),
    looptijd=st.sampled_from((None, Looptijd())),
    ondertekening=st.sampled_from((None, Ondertekening(plaats="Duinrade"))),
    partijen=st.sampled_from(((), PARTIJEN)),
    hoofdstukken=several(hoofdstukken, 2),
    themas=several(themas),
    afspraken=st.one_of(
        several(afspraken(), 7),
        st.lists(afspraken(), max_size=7).map(numbered),
    ),
    tabellen=several(tabellen, 2),
    begrippen=several(begrippen, 2),
    kaders=several(kaders),
)


@st.composite
def later(draw, stuk):
    """A later version: agreements moved, struck, reworded, split up and added, and numbered anew or not."""
    kept = [each for each in stuk.afspraken if draw(st.integers(0, 5))]
    new = draw(several(afspraken(), 2))
    mixed = [*kept, *new]
    if draw(st.booleans()):
        mixed = list(draw(st.permutations(mixed)))
    mixed = [draw(reworded(each)) for each in mixed]
    values = numbered(mixed) if draw(st.booleans()) else tuple(mixed)
    other = draw(overeenkomsten)
    parts = ("hoofdstukken", "themas", "tabellen", "begrippen", "kaders", "partijen", "titel")
    taken = {name: getattr(other, name) for name in parts if not draw(st.integers(0, 3))}
    return stuk.model_copy(update={"afspraken": values, **taken})


@st.composite
def reworded(draw, afspraak):
    how = draw(st.sampled_from(("same", "same", "add", "line", "strike", "word", "theme", "empty")))
    tekst = afspraak.tekst
    if how == "add":
        tekst = f"{tekst} {draw(zinnen)}"
    if how == "line":
        tekst = f"{tekst}\n{draw(zinnen)}"
    if how == "strike":
        tekst = tekst[len(tekst) // 2 :]
    if how == "empty":
        tekst = ""
    if how == "word":
        tekst = tekst.replace("woningen", "huizen", 1)
    update = {"tekst": tekst} | ({"thema": draw(st.sampled_from(THEMAS))} if how == "theme" else {})
    return afspraak.model_copy(update=update)


@st.composite
def versions(draw):
    """Two versions of one document, or two documents that have nothing to do with each other."""
    old = draw(overeenkomsten)
    return old, draw(later(old) if draw(st.integers(0, 4)) else overeenkomsten)
