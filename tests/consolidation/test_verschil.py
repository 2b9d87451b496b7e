"""Comparing two versions: who is who, and the amendments a year plan would print."""

from tests.consolidation.documenten import afspraak, stuk
from wederkerig.consolidation import apply, compare, content, diff

BOUW = "Duinwonen bouwt in de Polderwijk dertig appartementen met een lift voor ouderen."
GROND = "De gemeente wijst elk jaar twee plekken aan waar sociale huur kan komen."
HUUR = "De huren stijgen niet harder dan de lonen. Duinwonen meldt dat elk jaar in mei."
ZORG = "Partijen maken samen een lijst van woningen die geschikt zijn voor een rolstoel."


def kinds(plan):
    """What each amendment does to which number."""
    return [(each.soort, each.doel.nummer) for each in plan.wijzigingen]


def ids(result):
    return {each.tekst: each.id for each in result.stuk.afspraken}


def test_an_agreement_keeps_its_id_through_another_number_theme_and_wording():
    old = stuk(afspraak("1", GROND, "Bouwen"), afspraak("2", BOUW, "Bouwen"))
    reworded = BOUW.replace("dertig", "veertig")
    new = stuk(afspraak("1", reworded, "Wonen"), afspraak("2", GROND, "Bouwen"))

    result = apply(old, diff(old, new))

    assert ids(result) == {reworded: "afspraak-2", GROND: "afspraak-1"}


def test_a_split_agreement_keeps_its_id_in_the_larger_part_and_the_other_knows_its_origin():
    extra = "Bij elke oplevering krijgen huurders uit de wijk voorrang op de helft van de woningen."
    old = stuk(afspraak("1", f"{BOUW} {ZORG} {extra}"), afspraak("2", GROND))
    new = stuk(afspraak("1", f"{BOUW} {ZORG}"), afspraak("2", GROND), afspraak("3", extra))

    result = apply(old, diff(old, new))

    assert ids(result)[f"{BOUW} {ZORG}"] == "afspraak-1"
    assert [each.eerder for each in result.stuk.afspraken] == [(), (), ("afspraak-1",)]
    assert "afgesplitst van afspraak 1" in " ".join(each.uitleg for each in result.verwerkingen)


def test_merged_agreements_go_on_under_one_id_that_remembers_the_other():
    old = stuk(afspraak("1", f"{BOUW} {ZORG}"), afspraak("2", GROND), afspraak("3", HUUR))
    new = stuk(afspraak("1", f"{BOUW} {ZORG}\n{GROND}"), afspraak("2", HUUR))

    result = apply(old, diff(old, new))

    assert [(each.id, each.eerder) for each in result.stuk.afspraken] == [
        ("afspraak-1", ("afspraak-2",)),
        ("afspraak-3", ()),
    ]


def test_an_added_paragraph_is_an_addition():
    old = stuk(afspraak("1", GROND), afspraak("2", HUUR))
    new = stuk(afspraak("1", GROND), afspraak("2", f"{HUUR}\n{ZORG}"))

    plan = diff(old, new)

    assert [(each.soort, each.doel.nummer, each.tekst) for each in plan.wijzigingen] == [
        ("aanvulling", "2", ZORG)
    ]


def test_a_struck_sentence_is_struck():
    old = stuk(afspraak("1", f"{GROND} {ZORG} {BOUW}"))
    new = stuk(afspraak("1", f"{GROND} {BOUW}"))

    plan = diff(old, new)

    assert [(each.soort, each.tekst) for each in plan.wijzigingen] == [("verwijderen", ZORG)]


def test_a_changed_sentence_is_replaced_and_no_more_than_that():
    old = stuk(afspraak("1", f"{GROND} {HUUR}"))
    new = stuk(afspraak("1", f"{GROND.replace('twee', 'drie')} {HUUR}"))

    plan = diff(old, new)

    assert [(each.soort, each.huidig) for each in plan.wijzigingen] == [("wijziging", GROND)]


def test_a_sentence_put_in_between_is_told_with_the_one_that_follows():
    old = stuk(afspraak("1", f"{GROND} {HUUR}"))
    new = stuk(afspraak("1", f"{GROND} {ZORG} {HUUR}"))

    (change,) = diff(old, new).wijzigingen

    assert (change.soort, change.tekst) == ("wijziging", f"{ZORG} De huren stijgen niet harder dan de lonen.")


def test_numbers_that_move_up_behind_a_new_agreement_are_not_told_one_by_one():
    old = stuk(afspraak("1", GROND), afspraak("2", BOUW), afspraak("3", HUUR))
    new = stuk(afspraak("1", GROND), afspraak("2", ZORG), afspraak("3", BOUW), afspraak("4", HUUR))

    plan = diff(old, new)

    assert kinds(plan) == [("nieuw", "2")]


def test_a_reference_that_follows_its_agreement_is_no_change():
    old = stuk(afspraak("1", f"{GROND} Zie afspraak 2."), afspraak("2", BOUW))
    new = stuk(afspraak("1", f"{GROND} Zie afspraak 3."), afspraak("2", ZORG), afspraak("3", BOUW))

    plan = diff(old, new)

    assert kinds(plan) == [("nieuw", "2")]


def test_a_moved_agreement_is_told_as_moved_and_its_words_as_kept():
    old = stuk(afspraak("1", GROND), afspraak("2", BOUW), afspraak("3", HUUR))
    new = stuk(afspraak("3", HUUR), afspraak("1", GROND), afspraak("2", BOUW))

    plan, shown = diff(old, new), compare(old, new)

    assert kinds(plan) == [("verplaatsing", "3")]
    assert [(each.nieuw.nummer, each.stand, each.verplaatst) for each in shown.gewijzigd] == [
        ("3", "gelijk", True)
    ]


def test_a_withdrawn_agreement_is_shown_where_it_stood():
    old = stuk(afspraak("1", GROND), afspraak("2", BOUW), afspraak("3", HUUR))
    new = stuk(afspraak("1", GROND), afspraak("3", HUUR))

    shown = compare(old, new)

    assert [each.stand for each in shown.afspraken] == ["gelijk", "vervallen", "gelijk"]


def test_unrelated_documents_have_no_agreement_in_common():
    old, new = stuk(afspraak("1", GROND)), stuk(afspraak("1", HUUR))

    assert kinds(diff(old, new)) == [("verwijderen", "1"), ("nieuw", "1")]


def test_a_goal_added_at_the_end_is_an_addition_to_the_goals():
    old = stuk(afspraak("1", GROND, "Bouwen"), doelen={"Bouwen": ("Meer huizen.",)})
    new = stuk(afspraak("1", GROND, "Bouwen"), doelen={"Bouwen": ("Meer huizen.", "Kortere wachttijd.")})

    (change,) = diff(old, new).wijzigingen

    assert (change.soort, change.doel.onderdeel, change.tekst) == (
        "aanvulling",
        "doelen",
        "Kortere wachttijd.",
    )
    assert content(apply(old, diff(old, new)).stuk) == content(new)
