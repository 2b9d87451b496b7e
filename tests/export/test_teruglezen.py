"""A law: whatever agreements a document holds, reading the made document gives the same ones again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import stukken
from wederkerig.documents import read_document
from wederkerig.export.html import document_html
from wederkerig.export.odt import write_odt
from wederkerig.export.opmaak import opmaak
from wederkerig.model import Afspraak, Stap, Thema
from wederkerig.reading import read_stuk

ZINNEN = (
    "De gemeente wijst elk jaar twee plekken aan voor sociale huur.",
    "Duinwonen bouwt dertig appartementen met een lift.",
    "De Branding raadpleegt haar leden over de huur.",
    "In 2027 kijken we terug, zie afspraak 3.",
)
VERVOLG = (
    *ZINNEN,
    "Wij letten daarbij op:",
    "de prijs van de grond;",
    "een goede bus.",
    "Nieuwbouw en sloop",
    "a. Havenhuis meldt elk kwartaal hoeveel er is verhuurd.",
    "1. Eerst praten wij met de bewoners van de straat.",
)
THEMAS = ("Wonen en bouwen", "De groene stad", "Samen aan zet", "Overleg")
TEKST = st.builds(
    lambda first, later: "\n".join([first, *later]),
    st.sampled_from(ZINNEN),
    st.lists(st.sampled_from(VERVOLG), max_size=4),
)
STAPPEN = st.lists(st.sampled_from(ZINNEN).map(lambda tekst: Stap(tekst=tekst)), max_size=2).map(tuple)


@st.composite
def documents(draw):
    """Documents with up to three themes, sub-headings, enumerations and steps."""
    themas = draw(st.lists(st.sampled_from(THEMAS), min_size=1, max_size=3, unique=True))
    under = sorted(draw(st.lists(st.integers(0, len(themas) - 1), min_size=3, max_size=9)))
    afspraken = tuple(
        Afspraak(
            nummer=str(number),
            thema=themas[place],
            rubriek=draw(st.sampled_from([None, "Huurbeleid", "Monitoring"])),
            tekst=draw(TEKST),
            stappen=draw(STAPPEN),
        )
        for number, place in enumerate(under, 1)
    )
    texts = tuple(Thema(titel=titel, context=draw(st.sampled_from(ZINNEN))) for titel in themas)
    return stukken.overeenkomst(themas=texts, afspraken=afspraken)


def said(stuk):
    """What each agreement says and where it stands."""
    return [
        (each.nummer, each.thema, each.rubriek, each.tekst, [stap.tekst for stap in each.stappen])
        for each in stuk.afspraken
    ]


@settings(deadline=None)
@given(documents())
def test_the_agreements_survive_the_page_and_the_odt(tmp_path_factory, stuk):
    folder = tmp_path_factory.mktemp("terug")
    lines = opmaak(stuk)

    (folder / "stuk.html").write_text(document_html(lines, titel=stuk.titel), encoding="utf-8")
    write_odt(lines, folder / "stuk.odt", titel=stuk.titel)

    for name in ("stuk.html", "stuk.odt"):
        assert said(read_stuk(read_document(folder / name))) == said(stuk)
