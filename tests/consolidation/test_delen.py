"""Amendments of goals, process texts, tables, glossary and annex."""

import pytest

from tests.consolidation.bouwen import conflicts, plan, stuk, wijziging
from wederkerig.consolidation import apply
from wederkerig.model import Begrip, Hoofdstuk, Inhoud, Kader, Kop, Tabel, Thema

GOALS = ("De stad wordt groener.", "De lucht wordt schoner.")
BASE = stuk(
    "Duinwonen plant bomen.",
    "De gemeente meet de lucht.",
    hoofdstukken=(
        Hoofdstuk(titel="Overleg", tekst="Partijen spreken elkaar in mei."),
        Hoofdstuk(titel="Verslag", tekst="De gemeente schrijft alles op."),
    ),
    themas=(Thema(titel="Groen", context="Groen is goed.", doelen=GOALS), Thema(titel="Water")),
    tabellen=(Tabel(titel="Bomen", kop=("Jaar",), rijen=(("2026",),), afspraak="1"),),
    begrippen=(Begrip(term="Plantvak", definitie="Grond voor een boom of struik."),),
    kaders=(Kader(niveau="Landelijk", titel="Bomenwet"), Kader(niveau="Duinrade", titel="Visie Duinrade")),
)


def applied(*wijzigingen):
    result = apply(BASE, plan(*wijzigingen))
    assert conflicts(result) == []
    return result.stuk


def refused(*wijzigingen):
    """The kinds of conflict of amendments that change nothing."""
    result = apply(BASE, plan(*wijzigingen))
    assert result.stuk == apply(BASE, plan()).stuk
    return [soort for _, soort in conflicts(result)]


# --- goals ------------------------------------------------------------------------------------------


def goals(soort, tekst, huidig=None):
    return wijziging(soort, None, tekst, huidig, onderdeel="doelen", thema="groen")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (goals("aanvulling", "Er komt schaduw."), (*GOALS, "Er komt schaduw.")),
        (goals("nieuw", "Er komt schaduw."), (*GOALS, "Er komt schaduw.")),
        (goals("aanvulling", "Eén.\nTwee.", "Doelen\n" + "\n".join(GOALS)), (*GOALS, "Eén.", "Twee.")),
        (goals("verwijderen", GOALS[0]), GOALS[1:]),
        (goals("wijziging", "De stad wordt koeler.", GOALS[0]), ("De stad wordt koeler.", GOALS[1])),
        (goals("wijziging", "Alles wordt beter.", "\n".join(GOALS)), ("Alles wordt beter.",)),
    ],
)
def test_goals_change(change, left):
    assert applied(change).themas[0].doelen == left


@pytest.mark.parametrize(
    ("change", "soort"),
    [
        (goals("aanvulling", GOALS[0].upper()), "staat er al"),
        (goals("aanvulling", "…"), "onduidelijk"),
        (goals("verwijderen", "Er komt een zwembad."), "ontbreekt"),
        (goals("wijziging", "Er komt schaduw."), "onduidelijk"),
        (wijziging("aanvulling", None, "Iets.", onderdeel="doelen", thema="Vervoer"), "onbekend"),
        (wijziging("aanvulling", None, "Iets.", onderdeel="doelen"), "onbekend"),
    ],
)
def test_goals_that_do_not_fit(change, soort):
    assert refused(change) == [soort]


# --- process texts ----------------------------------------------------------------------------------


def test_a_chapter_is_found_by_name_and_its_words_replaced():
    change = wijziging("wijziging", None, "in juni", "in mei", onderdeel="proces", thema="OVERLEG")

    assert applied(change).hoofdstukken[0].tekst == "Partijen spreken elkaar in juni."


def test_the_text_that_opens_a_theme_is_running_text_too():
    change = wijziging("aanvulling", None, "En mooi.", onderdeel="proces", thema="Groen")

    assert applied(change).themas[0].context == "Groen is goed.\nEn mooi."


def test_of_two_chapters_with_one_title_the_quote_decides():
    twins = (Hoofdstuk(titel="Overleg", tekst="In mei."), Hoofdstuk(titel="Overleg", tekst="In juni."))
    base = BASE.model_copy(update={"hoofdstukken": twins})
    quoted = wijziging("wijziging", None, "In juli", "In juni", onderdeel="proces", titel="Overleg")
    unquoted = wijziging("aanvulling", None, "Om negen uur.", onderdeel="proces", titel="Overleg")

    result = apply(base, plan(quoted, unquoted))

    assert [each.tekst for each in result.stuk.hoofdstukken] == ["In mei.", "In juli."]
    assert conflicts(result) == [(2, "dubbel")]


def test_a_chapter_that_nothing_points_to_is_unknown():
    assert refused(wijziging("aanvulling", None, "Iets.", onderdeel="proces", thema="Slot")) == ["onbekend"]


# --- tables -----------------------------------------------------------------------------------------

NEW = Tabel(kop=("Jaar",), rijen=(("2027",),))


def table(soort, tabel=NEW, nummer=None, titel=None):
    return wijziging(soort, nummer, "2027", onderdeel="tabel", titel=titel, tabel=tabel)


@pytest.mark.parametrize("named", [{"titel": "bomen"}, {"nummer": "1"}, {"nummer": "Afspraak 1."}])
def test_a_replaced_table_keeps_its_title_and_its_agreement(named):
    [found] = applied(table("wijziging", **named)).tabellen

    assert (found.titel, found.rijen, found.afspraak) == ("Bomen", (("2027",),), "1")


def test_a_struck_table_is_gone():
    assert applied(table("verwijderen", tabel=None, titel="Bomen")).tabellen == ()


def test_a_table_follows_its_agreement_when_numbers_move_up():
    found = applied(
        wijziging("nieuw", "1", "De burgemeester opent het park."), table("wijziging", nummer="1")
    )

    assert [(each.rijen, each.afspraak) for each in found.tabellen] == [((("2027",),), "2")]


def test_a_table_of_a_withdrawn_agreement_stands_alone():
    assert [each.afspraak for each in applied(wijziging("verwijderen", "1")).tabellen] == [None]


@pytest.mark.parametrize(
    ("change", "soort"),
    [
        (table("wijziging", titel="Vissen"), "onbekend"),
        (table("wijziging", nummer="2"), "onbekend"),
        (table("nieuw", nummer="9"), "onbekend"),
        (table("nieuw", tabel=None), "onduidelijk"),
    ],
)
def test_tables_that_do_not_fit(change, soort):
    assert refused(change) == [soort]


# --- glossary and annex -------------------------------------------------------------------------------


def term(soort, tekst, huidig=None, titel="plantvak"):
    return wijziging(soort, None, tekst, huidig, onderdeel="begrippen", titel=titel)


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (term("wijziging", "Plaats voor een boom."), ["Plaats voor een boom."]),
        (term("wijziging", "heg", "struik"), ["Grond voor een boom of heg."]),
        (term("verwijderen", "of struik"), ["Grond voor een boom."]),
        (term("verwijderen", ""), []),
        (
            term("aanvulling", "Ook een bak telt mee."),
            ["Grond voor een boom of struik.\nOok een bak telt mee."],
        ),
        (term("nieuw", "Een rij bomen.", titel="Laan"), ["Grond voor een boom of struik.", "Een rij bomen."]),
    ],
)
def test_terms_change(change, left):
    assert [each.definitie for each in applied(change).begrippen] == left


@pytest.mark.parametrize(
    ("change", "soort"),
    [
        (term("nieuw", "Iets."), "staat er al"),
        (term("wijziging", "heg", "hek"), "ontbreekt"),
        (term("wijziging", "heg", titel="Laan"), "onbekend"),
        (term("nieuw", "Iets.", titel=None), "onduidelijk"),
    ],
)
def test_terms_that_do_not_fit(change, soort):
    assert refused(change) == [soort]


def annex(soort, tekst, huidig=None):
    return wijziging(soort, None, tekst, huidig, onderdeel="bijlage")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (annex("bijlage", "Nota water"), ["Nota water", "Bomenwet", "Visie Duinrade"]),
        (annex("bijlage", "Eén\nTwee"), ["Eén", "Twee", "Bomenwet", "Visie Duinrade"]),
        (annex("verwijderen", "bomenwet"), ["Visie Duinrade"]),
        (annex("wijziging", "Waterwet", "Bomenwet"), ["Waterwet", "Visie Duinrade"]),
    ],
)
def test_the_annex_changes(change, left):
    assert [each.titel for each in applied(change).kaders] == left


def test_every_added_document_comes_under_the_heading_in_its_title():
    found = applied(annex("bijlage", "Landelijk plan\nNota Duinrade\nNota water"))

    assert [(each.niveau, each.titel) for each in found.kaders] == [
        (None, "Nota water"),  # without a heading it can only stand before the first one
        ("Landelijk", "Bomenwet"),
        ("Landelijk", "Landelijk plan"),
        ("Duinrade", "Visie Duinrade"),
        ("Duinrade", "Nota Duinrade"),
    ]


@pytest.mark.parametrize(
    ("change", "soort"),
    [
        (annex("bijlage", "bomenwet"), "staat er al"),
        (annex("verwijderen", "Waterwet"), "ontbreekt"),
        (annex("wijziging", "Waterwet", "Wegenwet"), "ontbreekt"),
        (annex("bijlage", "–"), "onduidelijk"),
    ],
)
def test_annexes_that_do_not_fit(change, soort):
    assert refused(change) == [soort]


# --- whole parts -----------------------------------------------------------------------------------


def test_the_title_is_replaced_as_a_whole():
    kop = Kop(soort="meerjarig", titel="Afspraken Duinrade 2027")

    found = applied(wijziging("wijziging", None, kop.titel, onderdeel="kop", inhoud=Inhoud(kop=kop)))

    assert found.titel == "Afspraken Duinrade 2027"


@pytest.mark.parametrize("onderdeel", ["kop", "partijen", "stappen"])
def test_a_part_without_its_new_state_is_unclear(onderdeel):
    assert refused(wijziging("wijziging", None, "Iets anders.", onderdeel=onderdeel)) == ["onduidelijk"]
