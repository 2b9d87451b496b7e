"""The doubts of a document in one list."""

from tests import stukken
from wederkerig.export.twijfels import twijfels
from wederkerig.model import Hoofdstuk, Stap, Tabel, Verwijzing


def test_every_doubt_is_listed_with_its_place_words_and_page():
    found = [(doubt.plaats, doubt.woorden, doubt.pagina) for doubt in twijfels(stukken.overeenkomst())]

    assert found[0] == ("partijen", stukken.HUURDERS, None)
    assert found[1][0] == "afspraak 2"
    assert found[2] == ("afspraak 2", "hooguit 12,5%", 1)
    assert len(found) == 3


def test_doubts_in_steps_references_and_tables_are_found_too():
    first = stukken.afspraken()[0].model_copy(
        update={
            "stappen": (Stap(tekst="stap", twijfel="a"),),
            "verwijzingen": (Verwijzing(nummer="9", tekst="afspraak 9", twijfel="b"),),
        }
    )
    stuk = stukken.overeenkomst(partijen=(), afspraken=(first,), tabellen=(Tabel(twijfel="c"),))

    assert {(doubt.plaats, doubt.uitleg) for doubt in twijfels(stuk)} == {
        ("afspraak 1, stap 1", "a"),
        ("afspraak 1", "b"),
        ("tabel", "c"),
    }


def test_doubts_about_chapters_are_listed_under_their_title():
    chapter = Hoofdstuk(titel="Inleiding", tekst="Wij beginnen.", twijfel="zonder kopje")
    stuk = stukken.overeenkomst(partijen=(), afspraken=(), hoofdstukken=(chapter,))

    assert [(doubt.plaats, doubt.woorden) for doubt in twijfels(stuk)] == [("hoofdstuk", "Inleiding")]
