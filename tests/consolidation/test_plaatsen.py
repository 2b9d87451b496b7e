"""Where new agreements stand, what they stand under, and how places are named."""

import pytest

from tests.consolidation.documenten import afspraak, stuk
from wederkerig.consolidation import GeschiedenisError, apply, content, diff, renumbering_plan
from wederkerig.model import Doel, Hoofdstuk, Jaarplan, Tabel, Wijziging

BOUW = "Duinwonen bouwt in de Polderwijk dertig appartementen met een lift."
GROND = "De gemeente wijst elk jaar twee plekken aan voor sociale huur."
HUUR = "De huren stijgen niet harder dan de lonen."


def plan(*wijzigingen):
    return Jaarplan(soort="jaarplan", titel="Jaarplan 2027", wijzigingen=wijzigingen)


def nieuw(nummer, thema, tekst="Partijen bezoeken samen drie andere gemeenten."):
    return Wijziging(doel=Doel(nummer=nummer, thema=thema), soort="nieuw", tekst=tekst)


def test_a_nested_number_stands_behind_the_last_of_its_own_series():
    numbers = ("2.1.1", "2.1.2", "2.2.1")
    base = stuk(*(afspraak(each, f"{BOUW} {each}", "Bouwen") for each in numbers))

    result = apply(base, plan(nieuw("2.1.3", "Bouwen")))

    assert [each.nummer for each in result.stuk.afspraken] == ["2.1.1", "2.1.2", "2.1.3", "2.2.1"]


def test_two_new_agreements_behind_the_last_keep_their_order():
    base = stuk(afspraak("1", BOUW, "Bouwen"), afspraak("2", HUUR, "Wonen"))

    result = apply(base, plan(nieuw("3", "Bouwen"), nieuw("4", "Bouwen", "Zij maken daar een verslag van.")))

    assert [each.nummer for each in result.stuk.afspraken] == ["1", "3", "4", "2"]


def test_a_new_agreement_stands_under_the_sub_heading_of_its_neighbour():
    first = afspraak("1", BOUW, "Bouwen").model_copy(update={"rubriek": "Nieuwbouw"})
    base = stuk(first, afspraak("2", HUUR, "Wonen"))

    result = apply(base, plan(nieuw("3", "Bouwen")))

    assert result.stuk.afspraken[1].rubriek == "Nieuwbouw"


def test_a_gap_to_which_a_text_still_refers_is_not_closed():
    base = stuk(afspraak("1", f"{BOUW} Zie afspraak 2."), afspraak("2", GROND), afspraak("3", HUUR))
    after = apply(base, plan(Wijziging(doel=Doel(nummer="2"), soort="verwijderen", tekst=""))).stuk

    with pytest.raises(GeschiedenisError, match="afspraak 1 staat nog een verwijzing naar afspraak 2"):
        renumbering_plan(after)


def test_a_table_is_replaced_through_its_agreement_and_told_as_a_table():
    tabel = Tabel(titel="Tabel 1", kop=("Jaar", "Aantal"), rijen=(("2026", "4"),), afspraak="1")
    base = stuk(afspraak("1", BOUW)).model_copy(update={"tabellen": (tabel,)})
    new = Tabel(kop=("Jaar", "Aantal"), rijen=(("2026", "5"), ("2027", "6")))

    result = apply(base, plan(Wijziging(doel=Doel(nummer="1"), soort="wijziging", tekst="", tabel=new)))

    assert [each.rijen for each in result.stuk.tabellen] == [new.rijen]
    assert (
        result.verwerkingen[0].uitleg == "Een tabel met 2 rijen komt in plaats van de tabel bij afspraak 1."
    )


def test_of_two_agreements_with_one_number_the_theme_is_named():
    base = stuk(afspraak("1", BOUW, "Bouwen"), afspraak("1", HUUR, "Wonen"))
    change = Wijziging(doel=Doel(nummer="1", thema="Wonen"), soort="aanvulling", tekst=GROND)

    result = apply(base, plan(change))

    assert "Aan het eind van afspraak 1 (Wonen) komt" in result.verwerkingen[0].uitleg


def test_a_process_text_without_name_or_quote_is_the_only_chapter_on_process():
    chapters = (Hoofdstuk(titel="Inleiding", tekst=HUUR), Hoofdstuk(titel="Procesafspraken", tekst=GROND))
    base = stuk(afspraak("1", BOUW)).model_copy(update={"hoofdstukken": chapters})
    change = Wijziging(doel=Doel(onderdeel="proces"), soort="aanvulling", tekst=BOUW)

    result = apply(base, plan(change))

    assert [each.tekst for each in result.stuk.hoofdstukken] == [HUUR, f"{GROND}\n{BOUW}"]


@pytest.mark.parametrize(
    ("goals", "kinds"),
    [
        (("Meer huizen en scholen.", "Lage huren."), ["wijziging"]),
        (("Lage huren.",), ["verwijderen"]),
        (("Meer huizen.", "Kortere wachttijd.", "Lage huren."), ["wijziging"]),
        (("Meer huizen.", "Lage huren.", "Kortere wachttijd."), ["aanvulling"]),
    ],
)
def test_changed_goals_are_told_one_by_one(goals, kinds):
    old = stuk(afspraak("1", BOUW, "Bouwen"), doelen={"Bouwen": ("Meer huizen.", "Lage huren.")})
    new = stuk(afspraak("1", BOUW, "Bouwen"), doelen={"Bouwen": goals})

    found = diff(old, new)

    assert [(each.soort, each.doel.onderdeel) for each in found.wijzigingen] == [(kinds[0], "doelen")]
    assert content(apply(old, found).stuk) == content(new)
