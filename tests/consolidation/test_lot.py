"""The fate of each amendment in a later text: found by words, whatever became of numbers and places."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.consolidation import gemeenten as g
from wederkerig.consolidation import apply
from wederkerig.consolidation.lot import fates, number_shifts
from wederkerig.model import Doel, Kader, Wijziging

ADOPTED, CHANGED, DROPPED = "woordelijk overgenomen", "gewijzigd overgenomen", "niet overgenomen"
STRUCK, STILL = "geschrapt zoals afgesproken", "staat er nog"


def told(document, jaarplan):
    """Of each amendment its fate, and the number of the agreement where it stands now."""
    return [(lot.uitkomst, lot.doel.nummer if lot.doel else None) for lot in fates(document, jaarplan)]


def test_in_oosterlo_words_are_found_under_their_new_numbers():
    assert told(g.OOSTERLO, g.OOSTERLO_PLAN) == [
        (CHANGED, "1"),
        (ADOPTED, "3"),
        (STRUCK, "5"),
        (CHANGED, "5"),
        (CHANGED, "6"),
        (DROPPED, "9"),
    ]


def test_in_oosterlo_numbers_shift():
    assert [(was, now) for was, now, _ in number_shifts(g.OOSTERLO, g.OOSTERLO_PLAN)] == [
        ("1", "1"),
        ("2", "3"),
        ("4", "5"),
        ("5", "6"),
        ("7", "9"),
    ]


def test_what_came_instead_of_an_addition_is_shown():
    lots = fates(g.OOSTERLO, g.OOSTERLO_PLAN)

    assert lots[0].passage == g.KORTING_EINDE
    assert lots[3].passage == f"{g.PROEF} {g.PROEF_VERVOLG}"
    assert lots[4].passage == g.WACHTEN_NU


def test_the_difference_in_words_tells_struck_and_added_words():
    lot = fates(g.OOSTERLO, g.OOSTERLO_PLAN)[3]

    assert "".join(stuk.tekst for stuk in lot.verschil if stuk.soort != "bij") == lot.wijziging.tekst
    assert "".join(stuk.tekst for stuk in lot.verschil if stuk.soort != "weg") == lot.passage
    assert lot.aandeel == pytest.approx(0.88, abs=0.1)


def test_agreements_merged_into_one_keep_their_additions_there():
    assert told(g.BRINKVEEN, g.BRINKVEEN_PLAN) == [(ADOPTED, "3"), (ADOPTED, "3"), (ADOPTED, "9")]


def test_of_a_split_agreement_the_number_is_that_of_its_own_words():
    shifts = number_shifts(g.BRINKVEEN, g.BRINKVEEN_PLAN)

    assert [(was, now) for was, now, _ in shifts] == [("10", "3"), ("11", "3"), ("20", "8")]


def test_in_zandwoude_texts_to_be_struck_or_replaced_stand_there_or_not():
    assert told(g.ZANDWOUDE, g.ZANDWOUDE_PLAN) == [
        (STILL, "1"),
        (CHANGED, "2"),
        (DROPPED, "1"),
        (STILL, "2"),
        (STRUCK, None),
    ]


def test_in_zandwoude_a_number_belongs_to_its_theme():
    assert number_shifts(g.ZANDWOUDE, g.ZANDWOUDE_PLAN)[0] == ("1", "1", g.HUREN)
    assert number_shifts(g.ZANDWOUDE, g.ZANDWOUDE_PLAN)[-1] == ("3", None, g.BUURT)


def test_goals_chapters_annex_and_tables_have_fates_too():
    lots = fates(g.KROMDIEP, g.KROMDIEP_PLAN)

    assert [lot.uitkomst for lot in lots] == [CHANGED, ADOPTED, ADOPTED, DROPPED, ADOPTED]
    assert [lot.plaats for lot in lots] == [
        "de doelen van thema Bouwen",
        "hoofdstuk Samenwerking",
        "de bijlage",
        "de bijlage",
        "tabel Nieuwbouw per jaar",
    ]


@pytest.mark.parametrize(
    ("document", "jaarplan"),
    [
        (g.OOSTERLO, g.OOSTERLO_PLAN),
        (g.BRINKVEEN, g.BRINKVEEN_PLAN),
        (g.ZANDWOUDE, g.ZANDWOUDE_PLAN),
        (g.KROMDIEP, g.KROMDIEP_PLAN),
    ],
)
def test_a_passage_is_words_of_the_document_and_each_fate_is_explained(document, jaarplan):
    texts = [afspraak.tekst for afspraak in document.afspraken]
    texts += [hoofdstuk.tekst for hoofdstuk in document.hoofdstukken]
    texts += [*document.themas[0].doelen, *(kader.titel for kader in document.kaders)]
    texts.append("Nieuwbouw per jaar\njaar | aantal\n2031 | 45")

    for lot in fates(document, jaarplan):
        assert lot.passage is None or any(lot.passage in text for text in texts)
        assert lot.uitleg.endswith(".")
        assert 0 <= lot.aandeel <= 1


@pytest.mark.parametrize(
    ("tekst", "uitkomst"),
    [
        (f"{g.KAVELS} {g.KORTING}", ADOPTED),
        (f"{g.KAVELS}\n{g.KORTING.upper()}", ADOPTED),
        (f"{g.KORTING}\n{g.KAVELS}", ADOPTED),
        (f"{g.KAVELS} {g.KORTING.replace('een tiende', 'een vijfde')}", CHANGED),
        (f"{g.KAVELS}\nTeruggave voor houtbouw vraagt de koper aan bij het grondbedrijf.", CHANGED),
        (g.KAVELS, DROPPED),
        (f"{g.KAVELS}\nDe kavels liggen aan de ringweg, dicht bij het station.", DROPPED),
    ],
)
def test_an_addition_is_adopted_changed_or_dropped(tekst, uitkomst):
    document = g.stuk([("1", g.BOUWEN, tekst), ("2", g.HUREN, g.HUURVAST)])

    lots = fates(document, g.plan(g.bij("1", g.BOUWEN, g.KAVELS, g.KORTING)))

    assert [lot.uitkomst for lot in lots] == [uitkomst]


@pytest.mark.parametrize(
    ("tekst", "uitkomst"),
    [
        (g.LOTING, STRUCK),
        (f"{g.LOTING} {g.LOTING_OUD}", STILL),
        (f"{g.LOTING} {g.LOTING_OUD.replace('2030', '2032')}", STILL),
        (f"{g.LOTING} Loting pakt volgens het rapport eerlijk uit.", STRUCK),
    ],
)
def test_a_text_to_be_struck_is_gone_or_still_there(tekst, uitkomst):
    document = g.stuk([("4", g.HUREN, tekst), ("5", g.HUREN, g.HERSTEL)])

    lots = fates(document, g.plan(g.weg("1", g.HUREN, g.LOTING, g.LOTING_OUD)))

    assert [lot.uitkomst for lot in lots] == [uitkomst]


def test_words_struck_in_one_agreement_and_added_to_another_are_struck():
    jaarplan = g.plan(
        g.weg("1", g.HUREN, g.LOTING, g.LOTING_OUD), g.bij("2", g.HUREN, g.HERSTEL, g.LOTING_OUD)
    )
    document = g.stuk([("1", g.HUREN, g.LOTING), ("2", g.HUREN, f"{g.HERSTEL}\n{g.LOTING_OUD}")])

    assert told(document, jaarplan) == [(STRUCK, "1"), (ADOPTED, "2")]


def test_a_reference_that_follows_its_agreement_is_no_change():
    jaarplan = g.plan(g.bij("1", g.BOUWEN, g.KAVELS, "De prijs staat in de brief bij afspraak 7."))
    document = g.stuk([("2", g.BOUWEN, f"{g.KAVELS}\nDe prijs staat in de brief bij afspraak 12.")])

    assert told(document, jaarplan) == [(ADOPTED, "2")]


def test_a_text_that_was_to_stay_elsewhere_does_not_keep_struck_words_alive():
    jaarplan = g.plan(
        g.weg("1", g.HUREN, g.LOTING, g.LOTING_OUD), g.bij("2", g.HUREN, g.LOTING_OUD, g.HERSTEL)
    )
    document = g.stuk([("1", g.HUREN, g.LOTING), ("2", g.HUREN, f"{g.LOTING_OUD}\n{g.HERSTEL}")])

    assert told(document, jaarplan) == [(STRUCK, "1"), (ADOPTED, "2")]


def test_struck_words_that_ran_into_another_sentence_are_still_there():
    rest = g.LOTING_OUD.rstrip(".")
    document = g.stuk(
        [("1", g.HUREN, f"{g.LOTING} Zoals eerder gemeld staat vast dat {rest} en voor paren.")]
    )

    assert told(document, g.plan(g.weg("1", g.HUREN, g.LOTING, g.LOTING_OUD))) == [(STILL, "1")]


def test_old_words_with_a_word_more_are_no_change_as_agreed():
    later = g.HERSTEL.replace("binnen", "altijd binnen")
    document = g.stuk([("2", g.HUREN, later)])

    assert told(document, g.plan(g.anders("2", g.HUREN, g.HERSTEL, g.HERSTEL_NIEUW))) == [(DROPPED, "2")]


@pytest.mark.parametrize("thema", [g.BOUWEN, g.HUREN])
def test_of_two_agreements_with_the_same_words_the_one_of_the_theme_is_meant(thema):
    document = g.stuk([("1", g.BOUWEN, g.GROEN), ("4", g.HUREN, g.GROEN)])

    (shift,) = number_shifts(document, g.plan(g.bij("9", thema, g.GROEN, g.VERGROENING)))

    assert shift.nu == {g.BOUWEN: "1", g.HUREN: "4"}[thema]


def test_the_same_words_go_before_the_same_number():
    alike = g.KAVELS.replace("vaste prijs", "vaste huur")
    document = g.stuk([("2", g.BOUWEN, alike), ("5", g.BOUWEN, g.KAVELS)])

    (shift,) = number_shifts(document, g.plan(g.bij("2", g.BOUWEN, g.KAVELS, g.KORTING)))

    assert shift.nu == "5"


@pytest.mark.parametrize(
    ("document", "wijziging", "uitleg"),
    [
        (
            [("3", g.BUURT, f"{g.GROEN}\n{g.VERGROENING}")],
            g.bij("7", g.BUURT, g.GROEN, g.VERGROENING),
            "De aanvulling staat er woord voor woord in afspraak 3.",
        ),
        (
            [("3", g.BUURT, g.GROEN)],
            g.bij("7", g.BUURT, g.GROEN, g.VERGROENING),
            "De aanvulling staat er niet in afspraak 3: niet overgenomen, of later weer vervallen.",
        ),
        (
            [("3", g.BUURT, g.GROEN)],
            g.weg("7", g.BUURT, g.GROEN, g.VERGROENING),
            "De tekst die geschrapt moest worden staat niet meer in afspraak 3, zoals afgesproken.",
        ),
        (
            [("3", g.BUURT, f"{g.GROEN} {g.VERGROENING}")],
            g.weg("7", g.BUURT, g.GROEN, g.VERGROENING),
            "De tekst die geschrapt moest worden staat er nog in afspraak 3.",
        ),
        (
            [("1", g.BOUWEN, f"{g.KAVELS}\n{g.KORTING_EINDE}")],
            g.bij("1", g.BOUWEN, g.KAVELS, g.KORTING),
            "De aanvulling staat er niet meer; afspraak 1 zegt er nu iets anders over.",
        ),
    ],
)
def test_a_fate_is_told_in_one_plain_sentence(document, wijziging, uitleg):
    (lot,) = fates(g.stuk(document), g.plan(wijziging))

    assert lot.uitleg == uitleg


def test_an_addition_that_became_an_agreement_in_other_words_is_found_there():
    changed = g.VERGROENING.replace("Een tuincoach", "Twee keer per jaar")
    document = g.stuk([("7", g.BUURT, g.GROEN), ("8", g.BUURT, changed)])

    assert told(document, g.plan(g.bij("7", g.BUURT, g.GROEN, g.VERGROENING))) == [(CHANGED, "8")]


def test_a_goal_the_plan_does_not_quote_is_not_taken_for_one_that_is_gone():
    other = "Wie naar een kleiner huis wil, krijgt hulp bij inpakken, tillen, schoonmaken en schilderen."
    document = g.kromdiep([g.DOEL_OUD, other], g.OVERLEG_NIEUW, [g.NOTA, g.VERORDENING], "45")
    wijziging = Wijziging(
        doel=Doel(onderdeel="doelen", thema=g.BOUWEN),
        soort="aanvulling",
        huidig=g.DOEL_OUD,
        tekst="Niemand betaalt meer dan een derde van het inkomen aan huur, gas, stroom en schilderen.",
    )

    assert [lot.uitkomst for lot in fates(document, g.plan(wijziging))] == [DROPPED]


@pytest.mark.parametrize(
    ("datum", "woorden"),
    [(date(2030, 11, 5), "Nota Steigers, 5 november 2030"), ("2030-11", "Nota Steigers, november 2030")],
)
def test_a_document_of_the_annex_is_known_with_its_date_read_apart(datum, woorden):
    kaders = (Kader(titel="Nota Steigers", datum=datum),)
    document = g.stuk([("1", g.BOUWEN, g.KAVELS)], kaders=kaders)
    jaarplan = g.plan(Wijziging(doel=Doel(onderdeel="bijlage"), soort="bijlage", tekst=woorden))

    assert [lot.uitkomst for lot in fates(document, jaarplan)] == [ADOPTED]


def test_a_new_agreement_that_is_like_another_is_not_taken_for_it():
    jaarplan = g.plan(
        g.nieuw("8", g.BUURT, "De gemeente plaatst ieder jaar vier bankjes voor ouderen in het park.")
    )
    document = g.stuk([("1", g.BUURT, "De gemeente plaatst ieder jaar zes prullenbakken langs de singel.")])

    assert told(document, jaarplan) == [(DROPPED, None)]


# --- changes that were not carried out ------------------------------------------------------------------

BUDGET = (
    "De gemeente betaalt in 2030 een bedrag van veertigduizend euro voor de tuincoach en het gereedschap."
)
BUDGET_MEER = BUDGET.replace("veertigduizend", "vijftigduizend")
OLD_BASE = [("1", g.BOUWEN, g.KAVELS), ("2", g.BUURT, f"{g.GROEN} {BUDGET}"), ("3", g.BUURT, g.LICHT)]


@pytest.mark.parametrize("nummer", ["2", "1", "41"])
def test_a_change_of_which_the_old_words_stand_there_to_the_letter_was_not_taken_up(nummer):
    (lot,) = fates(g.stuk(OLD_BASE), g.plan(g.anders(nummer, g.BUURT, BUDGET, BUDGET_MEER)))

    assert (lot.uitkomst, lot.doel.nummer, lot.aandeel, lot.passage) == (DROPPED, "2", 0, BUDGET)


def test_a_change_of_goals_of_which_the_old_words_stand_in_an_agreement_was_not_taken_up():
    wijziging = Wijziging(
        doel=Doel(onderdeel="doelen", thema=g.BUURT), soort="wijziging", huidig=BUDGET, tekst=BUDGET_MEER
    )

    assert told(g.stuk(OLD_BASE), g.plan(wijziging)) == [(DROPPED, "2")]


def test_an_amendment_with_a_wrong_number_leaves_the_others_of_that_number_in_place():
    jaarplan = g.plan(g.anders("2", g.BUURT, BUDGET, BUDGET_MEER), g.bij("2", g.BUURT, g.LICHT, g.LICHT_BIJ))
    document = g.stuk(
        [
            OLD_BASE[0],
            ("2", g.BUURT, f"{g.GROEN} {BUDGET_MEER}"),
            ("3", g.BUURT, f"{g.LICHT}\n{g.LICHT_BIJ}"),
        ]
    )

    assert told(document, jaarplan) == [(ADOPTED, "2"), (ADOPTED, "3")]
    assert [(was, now) for was, now, _ in number_shifts(document, jaarplan)] == [("2", "2")]


def test_a_sentence_beside_old_words_that_came_in_other_words_is_told_with_them():
    later = g.VERGROENING.replace("Een tuincoach", "Twee keer per jaar")
    document = g.stuk([("7", g.BUURT, f"{g.GROEN} {later}")])

    (lot,) = fates(document, g.plan(g.anders("7", g.BUURT, g.GROEN, f"{g.GROEN} {g.VERGROENING}")))

    assert (lot.uitkomst, lot.passage) == (CHANGED, f"{g.GROEN} {later}")


def test_a_struck_sentence_is_gone_from_the_agreement_of_its_number():
    document = g.stuk([("1", g.BOUWEN, g.KAVELS), ("2", g.BUURT, g.GROEN)])

    jaarplan = g.plan(g.weg("2", None, None, BUDGET))

    assert told(document, jaarplan) == [(STRUCK, "2")]
    assert number_shifts(document, jaarplan) == (("2", "2", None),)


# --- a plan that was taken up exactly -----------------------------------------------------------------

WORDS = st.sampled_from(
    "molen brug singel kade steiger haven vlonder pakhuis werf dijk gracht toren plein markt veld".split()
)
SENTENCE = st.lists(WORDS, min_size=7, max_size=11, unique=True).map(
    lambda words: " ".join(words).capitalize()
)


@st.composite
def taken_up(draw):
    """A document and a plan that amends some of its agreements, each word of it quoted rightly."""
    drawn = draw(st.lists(SENTENCE, min_size=9, max_size=18))
    lines = [f"{line} zwaan{at}." for at, line in enumerate(drawn)]  # so that none is a part of another
    texts = [lines[at : at + 2] for at in range(0, len(lines) - 5, 2)]
    spare = lines[len(texts) * 2 :]
    basis = g.stuk([(str(at), g.BOUWEN, " ".join(text)) for at, text in enumerate(texts, start=1)])
    changes = []
    for at, (first, second) in enumerate(pair for pair in texts if len(pair) == 2):
        kind = draw(st.sampled_from(["bij", "weg", "anders", "niets"]))
        number = str(at + 1)
        if kind == "weg":
            changes.append(g.weg(number, g.BOUWEN, first, second))
        elif kind != "niets" and spare:
            make = g.bij if kind == "bij" else g.anders
            quote = f"{first} {second}" if kind == "bij" else second
            changes.append(make(number, g.BOUWEN, quote, spare.pop()))
    if spare and draw(st.booleans()):
        changes.insert(0, g.nieuw(draw(st.sampled_from(["1", "2", "99"])), g.BOUWEN, spare.pop()))
    return basis, g.plan(*changes)


@given(taken_up())
def test_in_a_document_that_took_up_the_plan_every_fate_is_as_agreed(case):
    basis, jaarplan = case
    done = apply(basis, jaarplan)

    lots = fates(done.stuk, jaarplan)

    assert {verwerking.toestand for verwerking in done.verwerkingen} <= {"toegepast"}
    assert [(lot.uitkomst, lot.wijziging.soort == "verwijderen") for lot in lots] == [
        (STRUCK, True) if each.soort == "verwijderen" else (ADOPTED, False) for each in jaarplan.wijzigingen
    ]
