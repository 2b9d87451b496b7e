"""The year plan that must have come between an earlier plan and a later text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.consolidation import gemeenten as g
from tests.consolidation.test_lot import ADOPTED, STRUCK, WORDS, taken_up
from wederkerig.consolidation import apply, content
from wederkerig.consolidation.lot import fates
from wederkerig.consolidation.reconstructie import reconstruct, reconstruction
from wederkerig.model import Doel, Tabel, Wijziging


def told(document, jaarplan):
    """The reconstructed amendments: kind, number, and the words."""
    return [
        (each.soort, each.doel.nummer, each.huidig, each.tekst)
        for each in reconstruct(document, jaarplan).wijzigingen
    ]


def test_a_text_that_is_as_the_plan_left_it_changed_nothing():
    document = g.stuk([("10", g.BUURT, f"{g.TOEZICHT}\n{g.TOEZICHT_BIJ}")])

    assert told(document, g.plan(g.bij("10", g.BUURT, g.TOEZICHT, g.TOEZICHT_BIJ))) == []


def test_an_addition_that_was_superseded_is_replaced():
    jaarplan = g.plan(g.bij("1", g.BOUWEN, g.KAVELS, g.KORTING))
    document = g.stuk([("1", g.BOUWEN, f"{g.KAVELS}\n{g.KORTING_EINDE}")])

    assert told(document, jaarplan) == [("wijziging", "1", g.KORTING, g.KORTING_EINDE)]


def test_an_addition_of_which_nothing_is_left_was_struck():
    jaarplan = g.plan(g.bij("7", g.BUURT, g.GROEN, g.VERGROENING))
    document = g.stuk([("7", g.BUURT, g.GROEN)])

    assert told(document, jaarplan) == [("verwijderen", "7", f"{g.GROEN}\n{g.VERGROENING}", g.VERGROENING)]


def test_a_new_agreement_that_is_gone_was_withdrawn():
    jaarplan = g.plan(g.nieuw("2", g.BOUWEN, g.VERHUISHULP))
    document = g.stuk([("1", g.BOUWEN, g.KAVELS)])

    assert told(document, jaarplan) == [("verwijderen", "2", None, g.VERHUISHULP)]


def test_an_agreement_under_another_number_was_moved():
    jaarplan = g.plan(g.bij("7", g.BUURT, g.GROEN, g.VERGROENING))
    document = g.stuk([("9", g.BUURT, f"{g.GROEN}\n{g.VERGROENING}")])

    (wijziging,) = reconstruct(document, jaarplan).wijzigingen

    assert (wijziging.soort, wijziging.doel.nummer) == ("verplaatsing", "7")
    assert wijziging.plek.nummer == "9"


def test_a_text_that_was_to_go_and_still_stands_came_back():
    jaarplan = g.plan(g.weg("1", g.HUREN, g.LOTING, g.LOTING_OUD))
    document = g.stuk([("1", g.HUREN, f"{g.LOTING}\n{g.LOTING_OUD}")])

    (wijziging,) = reconstruct(document, jaarplan).wijzigingen

    assert (wijziging.soort, wijziging.tekst) == ("aanvulling", g.LOTING_OUD)


def test_a_sentence_of_a_chapter_that_was_to_go_and_still_stands_came_back():
    wijziging = Wijziging(
        doel=Doel(onderdeel="proces", titel="Samenwerking"),
        soort="verwijderen",
        huidig=g.OVERLEG,
        tekst=g.VERSLAG,
    )
    document = g.kromdiep([g.DOEL_OUD], f"{g.OVERLEG} {g.VERSLAG}", [g.NOTA], "45")

    result = reconstruction(document, g.plan(wijziging))

    assert result.na.hoofdstukken[0].tekst == g.OVERLEG
    assert [each.tekst for each in result.jaarplan.wijzigingen] == [f"{g.OVERLEG} {g.VERSLAG}"]


def test_words_of_which_the_plan_shows_nothing_carry_a_doubt():
    jaarplan = g.plan(g.bij("7", g.BUURT, g.GROEN, g.VERGROENING))
    document = g.stuk([("7", g.BUURT, f"{g.GROEN} {g.LICHT}\n{g.VERGROENING}")])

    (wijziging,) = reconstruct(document, jaarplan).wijzigingen

    assert g.LICHT in wijziging.tekst
    assert wijziging.twijfel == (
        "Het eerdere jaarplan haalt misschien niet alles aan: deze tekst kan er al hebben gestaan."
    )


def test_agreements_the_plan_does_not_name_stay_out_and_are_told():
    result = reconstruction(g.OOSTERLO, g.OOSTERLO_PLAN)

    assert result.onbekend == ("afspraak 2",)
    assert all("hemelwater" not in each.tekst for each in result.jaarplan.wijzigingen)


@pytest.mark.parametrize(
    ("titel", "verwacht"),
    [
        ("Jaarplan 2031", "Jaarplan 2032 (gereconstrueerd)"),
        ("Uitvoeringsprogramma Wonen", "Jaarplan na Uitvoeringsprogramma Wonen (gereconstrueerd)"),
    ],
)
def test_the_reconstructed_plan_is_of_the_year_after(titel, verwacht):
    jaarplan = g.plan(g.bij("10", g.BUURT, g.TOEZICHT, g.TOEZICHT_BIJ))
    wijzigingen = tuple(each.model_copy(update={"jaar": None}) for each in jaarplan.wijzigingen)
    jaarplan = jaarplan.model_copy(update={"titel": titel, "wijzigingen": wijzigingen})

    assert reconstruct(g.BRINKVEEN, jaarplan).titel == verwacht


def test_changed_goals_and_missing_documents_of_the_annex_are_amendments():
    found = [
        (each.soort, each.doel.onderdeel, each.tekst)
        for each in reconstruct(g.KROMDIEP, g.KROMDIEP_PLAN).wijzigingen
    ]

    assert ("wijziging", "doelen", g.DOEL_ANDERS) in found
    assert ("verwijderen", "bijlage", g.VERORDENING) in found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("document", "jaarplan"),
    [
        (g.OOSTERLO, g.OOSTERLO_PLAN),
        (g.BRINKVEEN, g.BRINKVEEN_PLAN),
        (g.ZANDWOUDE, g.ZANDWOUDE_PLAN),
        (g.KROMDIEP, g.KROMDIEP_PLAN),
    ],
)
def test_the_reconstructed_plan_gives_the_later_text_from_the_earlier(document, jaarplan):
    result = reconstruction(document, jaarplan)

    assert content(apply(result.na, result.jaarplan).stuk) == content(result.nu)


@given(taken_up())
def test_between_a_plan_and_the_document_that_took_it_up_words_did_not_change(case):
    basis, jaarplan = case
    stuk = apply(basis, jaarplan).stuk

    soorten = {each.soort for each in reconstruct(stuk, jaarplan).wijzigingen}

    assert soorten <= {"verplaatsing"}


# --- a document that is the base with the plan taken up, and nothing more -------------------------------

TUIN = "De gemeente legt geveltuinen aan. De huurders kiezen de planten."


def base():
    """Six agreements in three themes."""
    return g.stuk(
        [
            ("1", g.BOUWEN, TUIN),
            ("2", g.BOUWEN, g.KAVELS),
            ("3", g.HUREN, g.HUURVAST),
            ("4", g.HUREN, f"{g.WACHTEN} Zie afspraak 3."),
            ("5", g.BUURT, g.GROEN),
            ("6", g.BUURT, f"{g.TOEZICHT} Dat volgt uit afspraak 5."),
        ]
    )


@pytest.mark.parametrize(
    "wijzigingen",
    [
        [g.weg("1", None, None, "De huurders kiezen de planten.")],
        [g.weg("5", None, None, "")],
        [g.weg("5", g.BUURT, g.GROEN, "")],
        [g.nieuw("2", g.BOUWEN, g.VERHUISHULP), g.bij("6", None, None, g.TOEZICHT_BIJ)],
        [g.nieuw("2", g.BOUWEN, g.VERHUISHULP), g.bij("4", None, f"{g.WACHTEN} Zie afspraak 3.", g.LICHT)],
        [g.nieuw("2", g.BOUWEN, g.VERHUISHULP), g.weg("6", None, None, "Dat volgt uit afspraak 5.")],
        [g.nieuw("3", g.BOUWEN, g.VERHUISHULP), g.weg("4", None, None, ""), g.bij("6", None, None, g.LICHT)],
        [g.nieuw("2", g.BOUWEN, g.LICHT), g.nieuw("4", g.HUREN, g.PROEF), g.bij("5", None, None, g.KORTING)],
        [g.nieuw("2", g.BOUWEN, g.VERHUISHULP), g.weg("1", None, None, "De huurders kiezen de planten.")],
    ],
)
def test_after_a_plan_that_was_taken_up_exactly_nothing_changed(wijzigingen):
    jaarplan = g.plan(*wijzigingen)
    stuk = apply(base(), jaarplan).stuk

    assert told(stuk, jaarplan) == []


def test_an_agreement_moved_on_after_the_plan_had_moved_it_is_told_from_there():
    jaarplan = g.plan(g.nieuw("2", g.BOUWEN, g.VERHUISHULP), g.bij("6", None, None, g.TOEZICHT_BIJ))
    stuk = apply(base(), jaarplan).stuk
    last = stuk.afspraken[-1].model_copy(update={"nummer": "9"})

    (wijziging,) = reconstruct(
        stuk.model_copy(update={"afspraken": (*stuk.afspraken[:-1], last)}), jaarplan
    ).wijzigingen

    assert (wijziging.soort, wijziging.doel.nummer, wijziging.plek.nummer) == ("verplaatsing", "7", "9")


# --- the law: base and plan, and nothing more -----------------------------------------------------------


KINDS = ["intrekken", "bij", "weg", "anders", "beide", "niets", "niets"]


def sentence(at, start):
    """A sentence that shares its first words with others and has the rest alone."""
    parts = "ba te mi ro lu ga ve di ko su ha ne".split()
    codes = [(at * 6 + place) * 787 % 1728 for place in range(6)]
    rest = " ".join(parts[code // 144] + parts[code // 12 % 12] + parts[code % 12] for code in codes)
    return f"{' '.join(start).capitalize()} {rest}."


@st.composite
def exactly(draw):
    """A document in themes, numbered through or per theme, and a plan that fits, with or without quotes."""
    per_theme = draw(st.booleans())
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    starts = draw(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=45, max_size=45))
    lines = [sentence(at, start) for at, start in enumerate(starts)]
    rows, changes, at = [], [], 0
    for thema, size in zip((g.BOUWEN, g.HUREN, g.BUURT), sizes, strict=False):
        for place in range(1, size + 1):
            at += 1
            rows.append((str(place if per_theme else at), thema, f"{lines.pop()} {lines.pop()}"))
    for at, (number, thema, text) in enumerate(rows):
        # each theme keeps its first, so that how it is numbered still shows
        first = thema not in {row[1] for row in rows[:at]}
        changes += draw(amendments(number, thema, text, lines, KINDS[first:]))
    for number, thema, _ in draw(st.lists(st.sampled_from(rows), max_size=2)):
        changes.append(g.nieuw(number, thema, lines.pop()))
    return g.stuk(rows), g.plan(*changes)


@st.composite
def amendments(draw, number, thema, text, lines, kinds):
    """What a plan does to one agreement."""
    first, second = (f"{part}." for part in text.rstrip(".").split(". "))
    quote = draw(st.sampled_from([None, text]))
    match draw(st.sampled_from(kinds)):
        case "bij":
            return [g.bij(number, thema, quote, lines.pop())]
        case "weg":
            return [g.weg(number, thema, quote, draw(st.sampled_from([first, second])))]
        case "anders":
            return [g.anders(number, thema, draw(st.sampled_from([first, text])), lines.pop())]
        case "intrekken":
            return [g.weg(number, thema, quote, draw(st.sampled_from(["", text])))]
        case "beide":
            return [g.weg(number, thema, quote, second), g.bij(number, thema, quote, lines.pop())]
        case _:
            return []


@given(exactly())
def test_base_and_plan_alone_leave_nothing_to_reconstruct(case):
    basis, jaarplan = case
    done = apply(basis, jaarplan)
    assume(all(verwerking.toestand == "toegepast" for verwerking in done.verwerkingen))

    assert {lot.uitkomst for lot in fates(done.stuk, jaarplan)} <= {ADOPTED, STRUCK}
    assert reconstruct(done.stuk, jaarplan).wijzigingen == ()


def test_a_table_that_came_instead_leaves_its_agreement_where_it_stands():
    tabel = Tabel(titel="Tuinen", afspraak="5", kop=("Jaar", "Aantal tuinen"), rijen=(("2031", "drie"),))
    nieuw = tabel.model_copy(update={"rijen": (("2031", "zeven"), ("2032", "negen"))})
    basis = base().model_copy(update={"tabellen": (tabel,)})
    jaarplan = g.plan(
        Wijziging(doel=Doel(nummer="5", thema=g.BUURT), soort="wijziging", tekst="", tabel=nieuw)
    )

    assert told(apply(basis, jaarplan).stuk, jaarplan) == []
