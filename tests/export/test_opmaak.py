"""The consolidated document as lines: everything in it once, in the order of reading."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import stukken
from wederkerig.export.opmaak import Regel, opmaak
from wederkerig.model import (
    Afspraak,
    Begrip,
    Bron,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Stap,
    Tabel,
    Thema,
)

WORD = st.text("abdeghiklmnoprstuvwzé", min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
LINES = st.lists(
    st.tuples(st.booleans(), WORDS, st.sampled_from([".", ":", ";", "", "?"])).map(
        lambda line: (line[1].capitalize() if line[0] else line[1]) + line[2]
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


@st.composite
def generated(draw):
    """A document in which every part may occur, repeat or lack; its words differ by chance only."""
    titles = draw(st.lists(WORDS, max_size=3))
    numbers = draw(st.lists(st.sampled_from(["1", "2", "3", "4.1", "A3", "12"]), max_size=5))
    themed = st.none() | st.sampled_from([*titles, "Los thema"])
    afspraken = [
        Afspraak(
            nummer=nummer,
            thema=draw(themed),
            rubriek=draw(st.none() | WORDS),
            tekst=draw(LINES),
            stappen=tuple(Stap(tekst=tekst) for tekst in draw(st.lists(WORDS, max_size=2))),
        )
        for nummer in numbers
    ]
    rows = st.lists(st.tuples(WORDS, LINES), max_size=2).map(tuple)
    tabellen = st.builds(
        Tabel,
        titel=st.none() | WORDS | st.just("Tabel 1: huren"),
        kop=st.just(()) | st.tuples(WORDS, WORDS),
        rijen=rows,
        afspraak=st.none() | st.sampled_from(["1", "2", "99"]),
        bron=st.none(),
        twijfel=st.none(),
    )
    return Overeenkomst(
        soort="meerjarig",
        titel=draw(WORDS),
        hoofdstukken=tuple(
            Hoofdstuk(titel=titel, tekst=tekst, koppen=tuple(tekst.split("\n")[1:2]))
            for titel, tekst in draw(st.lists(st.tuples(WORDS | st.just("Monitoring"), LINES), max_size=3))
        ),
        themas=tuple(
            Thema(titel=titel, context=draw(LINES), doelen=(draw(WORDS),), ambities=(draw(WORDS),))
            for titel in titles
        ),
        afspraken=tuple(afspraken),
        tabellen=tuple(draw(st.lists(tabellen, max_size=3))),
        begrippen=tuple(
            Begrip(term=term, definitie=tekst)
            for term, tekst in draw(st.lists(st.tuples(WORDS, LINES), max_size=3))
        ),
        kaders=tuple(
            Kader(niveau=niveau, titel=titel)
            for niveau, titel in draw(st.lists(st.tuples(st.none() | WORDS, WORDS), max_size=3))
        ),
    )


def words_of(lines):
    """How often each word stands in the lines."""
    return Counter(
        word for line in lines for text in (line.tekst, *line.cellen) for word in text.split() if word
    )


def words_in(stuk):
    """How often each word stands in the document; what groups things counts once a group."""
    texts = [stuk.titel]
    for chapter in stuk.hoofdstukken:
        texts += [chapter.titel, chapter.tekst]
    for theme in stuk.themas:
        texts += [theme.titel, theme.context, *theme.doelen, *theme.ambities]
    for afspraak in stuk.afspraken:
        texts += [afspraak.tekst, *(stap.tekst for stap in afspraak.stappen)]
    for tabel in stuk.tabellen:
        texts += [tabel.titel or "", *tabel.kop, *(cell for row in tabel.rijen for cell in row)]
    for begrip in stuk.begrippen:
        texts += [begrip.term, begrip.definitie]
    texts += [kader.titel for kader in stuk.kaders]
    texts += {kader.niveau for kader in stuk.kaders if kader.niveau}
    texts += {each.thema for each in stuk.afspraken if each.thema} - {theme.titel for theme in stuk.themas}
    return Counter(word for text in texts for word in text.split())


@given(generated())
def test_no_word_is_lost_and_none_stands_twice(stuk):
    lines = opmaak(stuk)

    own = ["soort", "tabellen", "begrippen", "kaders", "afspraken"]
    laid_out = [
        line
        for line in lines
        if line.soort != "rubriek"
        and not (line.soort in {"kop1", "kop2"} and line.sleutel in own)
        and not (line.soort == "kop2" and line.sleutel.endswith(("/doelen", "/ambities", "/afspraken")))
        and not (line.soort == "tabelkop" and line.sleutel.endswith("/stappen"))
        and line.sleutel != "soort"
    ]
    found = words_of(laid_out)
    del found["Thema:"]
    assert found == words_in(stuk)


@given(generated())
def test_agreements_stand_in_their_order_below_their_theme(stuk):
    theme, found = None, []
    for line in opmaak(stuk):
        if line.soort == "kop1":
            theme = line.tekst.removeprefix("Thema: ") if line.tekst.startswith("Thema: ") else None
        if line.soort == "afspraak":
            found.append((theme, line.nummer))

    for title in {afspraak.thema for afspraak in stuk.afspraken}:
        assert [nummer for name, nummer in found if name == title] == [
            afspraak.nummer for afspraak in stuk.afspraken if afspraak.thema == title
        ]


@given(generated())
def test_each_agreement_has_a_key_of_its_own(stuk):
    keys = [line.sleutel for line in opmaak(stuk) if line.soort == "afspraak"]

    assert len(set(keys)) == len(keys) == len(stuk.afspraken)


def test_where_and_how_sure_a_fact_was_read_does_not_matter():
    stuk = stukken.overeenkomst()
    bare = [each.model_copy(update={"bron": Bron(van=9, tot=9), "twijfel": "?"}) for each in stuk.afspraken]

    assert opmaak(stuk.model_copy(update={"afspraken": tuple(bare)})) == opmaak(stuk)


def test_a_document_opens_with_who_and_for_how_long():
    lines = opmaak(stukken.overeenkomst())

    assert lines[0] == Regel("titel", "titel", "Prestatieafspraken Zeedrecht 2025-2028")
    assert lines[1:5] == [
        Regel("alinea", "soort", "Meerjarige afspraken van de gemeente Zeedrecht."),
        Regel("alinea", "looptijd", "Geldig van 1 januari 2025 tot en met 31 december 2028."),
        Regel("kop1", "partijen", "Partijen"),
        Regel("tabelkop", "partijen", cellen=("Partij", "In dit stuk", "Soort", "Vertegenwoordigd door")),
    ]
    assert [line.cellen[0] for line in lines if line.sleutel == "partijen" and line.soort == "tabelrij"] == [
        partij.naam for partij in stukken.partijen()
    ]
    assert Regel("alinea", "ondertekening", "Ondertekend te Zeedrecht op 12 december 2024.") in lines


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (None, []),
        (Looptijd(), []),
        (Looptijd(van=date(2025, 3, 1)), ["Geldig vanaf 1 maart 2025."]),
        (Looptijd(tot=date(2025, 3, 1)), ["Geldig tot en met 1 maart 2025."]),
    ],
)
def test_the_term_is_told_as_far_as_it_is_known(term, words):
    lines = opmaak(stukken.overeenkomst(looptijd=term))

    assert [line.tekst for line in lines if line.sleutel == "looptijd"] == words


@pytest.mark.parametrize(
    ("signing", "words"),
    [
        (Ondertekening(plaats="Zeedrecht"), ["Ondertekend te Zeedrecht."]),
        (Ondertekening(datum=date(2024, 12, 1)), ["Ondertekend op 1 december 2024."]),
        (Ondertekening(), []),
        (None, []),
    ],
)
def test_the_signing_is_told_as_far_as_it_is_known(signing, words):
    lines = opmaak(stukken.overeenkomst(ondertekening=signing))

    assert [line.tekst for line in lines if line.sleutel == "ondertekening"] == words


def met(tekst, **changes):
    """The lines of one agreement with these words."""
    afspraak = Afspraak(id="afspraak-7", nummer="7", tekst=tekst, **changes)
    lines = opmaak(stukken.overeenkomst(afspraken=(afspraak,), themas=(), tabellen=()))
    return [line for line in lines if line.sleutel.startswith("afspraak:")]


def test_an_agreement_has_one_key_for_all_its_words():
    assert met("De gemeente zorgt voor grond.\nDe corporaties bouwen.") == [
        Regel("afspraak", "afspraak:afspraak-7", "De gemeente zorgt voor grond.", nummer="7"),
        Regel("vervolg", "afspraak:afspraak-7", "De corporaties bouwen."),
    ]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["Wij doen:", "het een;", "het ander.", "Daarna niets meer."], "punt punt tekst"),
        (["Wij doen:", "30% huur;", "25 tot 30% koop.", "Daarna niets meer."], "punt punt tekst"),
        (["Wij doen:", "Het een is goed.", "het ander."], "tekst tekst"),
        (["Wij doen dit.", "het een."], "tekst"),
        (["Wij doen:", "a. Het een is goed.", "b. Het ander ook."], "tekst tekst"),
        (["Wij doen dit.", "Nieuwbouw en sloop"], "punt"),
        (["Wij doen dit.", "1. Eerst dit.", "2. Dan dat.", "Dan niets."], "punt punt tekst"),
        (["Wij doen:", "het een", "het ander", "Tot slot nog iets."], "punt punt tekst"),
    ],
)
def test_lines_of_an_enumeration_are_items(lines, kinds):
    found = ["punt" if line.soort == "vervolgpunt" else "tekst" for line in met("\n".join(lines))[1:]]

    assert found == kinds.split()


def test_steps_stand_in_a_table_below_their_agreement():
    lines = met(
        "De gemeente zorgt voor grond.", stappen=(Stap(tekst="Locaties zoeken."), Stap(tekst="Besluit."))
    )

    assert lines[1:] == [
        Regel("tabelkop", "afspraak:afspraak-7/stappen", cellen=("Stappen",)),
        Regel("tabelrij", "afspraak:afspraak-7/stappen", cellen=("Locaties zoeken.",)),
        Regel("tabelrij", "afspraak:afspraak-7/stappen", cellen=("Besluit.",)),
    ]


@pytest.mark.parametrize("name", ["afspraak-7", "7"])
def test_notes_stand_below_the_words_of_their_agreement(name):
    afspraak = Afspraak(id="afspraak-7", nummer="7", tekst="Een.\nTwee.", stappen=(Stap(tekst="Drie."),))
    lines = opmaak(stukken.overeenkomst(afspraken=(afspraak,)), {name: ["Gewijzigd bij Jaarplan 2026"]})
    kinds = [line.soort for line in lines if line.sleutel.startswith("afspraak:")]

    assert kinds == ["afspraak", "vervolg", "noot", "tabelkop", "tabelrij"]


def places(*tabellen, context="Zie tabel 2."):
    """The kinds and words of the lines from the first theme on, without the annexes."""
    stuk = stukken.overeenkomst(
        themas=(Thema(titel="Wonen", context=context), Thema(titel="Zorg", context="Wij zorgen.")),
        afspraken=(Afspraak(nummer="1", thema="Wonen", tekst="Wij bouwen."),),
        tabellen=tabellen,
        begrippen=(),
        kaders=(),
    )
    lines = [line.tekst or line.cellen[0] for line in opmaak(stuk)]
    return lines[lines.index("Thema: Wonen") + 1 :]


def test_a_table_of_an_agreement_stands_below_it():
    assert places(Tabel(titel="Tabel 1: bouw", rijen=(("x", "2"),), afspraak="1")) == [
        "Zie tabel 2.",
        "Afspraken",
        "Wij bouwen.",
        "Tabel 1: bouw",
        "x",
        "Thema: Zorg",
        "Wij zorgen.",
    ]


def test_a_table_that_one_theme_names_stands_there_and_other_tables_at_the_end():
    named, other = (
        Tabel(titel="Tabel 2: zorg", rijen=(("x", "2"),)),
        Tabel(titel="Tabel 22: x", kop=("k", "l")),
    )

    assert places(named, other) == [
        "Zie tabel 2.",
        "Tabel 2: zorg",
        "x",
        "Afspraken",
        "Wij bouwen.",
        "Thema: Zorg",
        "Wij zorgen.",
        "Tabellen",
        "Tabel 22: x",
        "k",
    ]


def test_a_table_that_two_themes_name_stands_at_the_end():
    found = places(Tabel(titel="Tabel 2: zorg", rijen=(("x", "2"),)), context="Wij zorgen. Zie tabel 22.")

    assert found[-3:] == ["Tabellen", "Tabel 2: zorg", "x"]


def test_chapters_on_working_together_and_what_follows_them_stand_behind_the_themes():
    chapters = [Hoofdstuk(titel=titel) for titel in ("Inleiding", "Monitoring", "Slotwoord")]
    stuk = stukken.overeenkomst(hoofdstukken=tuple(chapters), begrippen=(), kaders=())

    assert [line.tekst for line in opmaak(stuk) if line.soort == "kop1"] == [
        "Partijen",
        "Inleiding",
        "Thema: Beschikbaarheid",
        "Thema: Betaalbaarheid",
        "Monitoring",
        "Slotwoord",
    ]


def test_a_chapter_shows_its_sub_headings():
    chapter = Hoofdstuk(
        titel="Inleiding", tekst="Waarom dit stuk\nOmdat het moet.", koppen=("Waarom dit stuk",)
    )
    lines = [
        line for line in opmaak(stukken.overeenkomst(hoofdstukken=(chapter,))) if "Inleiding" in line.sleutel
    ]

    assert [(line.soort, line.tekst) for line in lines] == [
        ("kop1", "Inleiding"),
        ("kop2", "Waarom dit stuk"),
        ("alinea", "Omdat het moet."),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 3, 15), "Convenant (15 maart 2022)"),
        ("2023-06", "Convenant (juni 2023)"),
        ("voorjaar 2023", "Convenant (voorjaar 2023)"),
        (None, "Convenant"),
    ],
)
def test_frameworks_stand_by_level_with_their_date(day, words):
    kaders = (Kader(niveau="Regionaal", titel="Convenant", datum=day), Kader(titel="Woningwet"))
    lines = opmaak(stukken.overeenkomst(kaders=kaders))

    assert [(line.soort, line.tekst) for line in lines[-3:]] == [
        ("punt", "Woningwet"),
        ("kop2", "Regionaal"),
        ("punt", words),
    ]


def test_control_characters_do_not_reach_the_lines():
    assert met("Een\x00 twee\x0b drie.")[0].tekst == "Een twee drie."


def test_a_chapter_on_the_parties_opens_with_their_table_and_ends_with_the_signing():
    chapters = (
        Hoofdstuk(titel="Inleiding", tekst="Waarom."),
        Hoofdstuk(titel="Partijen", tekst="Wij."),
    )
    stuk = stukken.overeenkomst(hoofdstukken=chapters)
    lines = [line for line in opmaak(stuk)[3:] if line.sleutel != "partijen"][:5]

    assert [(line.soort, line.tekst[:14]) for line in lines] == [
        ("kop1", "Inleiding"),
        ("alinea", "Waarom."),
        ("kop1", "Partijen"),
        ("alinea", "Wij."),
        ("alinea", "Ondertekend te"),
    ]
