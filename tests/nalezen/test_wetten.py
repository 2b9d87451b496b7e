"""Laws of correcting: nothing said changes nothing, twice is once, and no correction is ever lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nalezen.nemen import FILES, example, with_afspraak, without
from wederkerig.model import Getal, Stuk
from wederkerig.nalezen import Verbetering, add, blank, check_value, confirm, items, settle, strike, undo

EXAMPLES = [path.name for path in FILES]
RAW = {
    "tekst": "Nieuwe woorden",
    "lange tekst": "Heel andere woorden.\nEn een tweede regel.",
    "getal": "1.250,5",
    "jaar": "2031",
    "datum": "31-12-2031",
    "dag": "1 april (elk jaar)",
    "datum of tekst": "mei 2031",
    "rij": "een\ttwee",
    "tabel": "een\ttwee\ndrie\tvier",
}
LISTS = ("partijen", "themas", "afspraken", "getallen", "termijnen", "tabellen", "kaders", "wijzigingen")


def typed(veld):
    """Something that fits in a field and differs from what it holds."""
    if veld.invoer == "lijst":
        return veld.keuzes[0].waarde if veld.keuzes else "een\ntwee"
    if veld.invoer == "keuze":
        return next((keuze.waarde for keuze in veld.keuzes if keuze.waarde != veld.waarde), veld.tekst)
    return RAW[veld.invoer]


@st.composite
def said_of(draw, stuk):
    """What people said of some facts of a document, in any order, also twice and taken back."""
    facts = items(stuk)
    said = []
    for _ in range(draw(st.integers(0, 6))):
        fact = draw(st.sampled_from(facts))
        kind = draw(st.sampled_from(["veld", "veld", "veld", "bevestigd", "weg", "nieuw", "terug"]))
        if kind == "veld" and fact.velden:
            veld = draw(st.sampled_from(fact.velden))
            value = check_value(fact, veld.naam, typed(veld))
            made = {"sleutel": fact.sleutel, "veld": veld.naam, "was": veld.gelezen, "wordt": value}
            said.append(Verbetering(soort="veld", bron=fact.bron, woorden=fact.woorden, **made))
        elif kind == "nieuw" and fact.soort in {"afspraak", "stap"} and not fact.weg:
            raw = {"tekst": "zeven loten", "waarde": "7", "eenheid": "loten", "relatie": "min"}
            said.append(add(stuk, said, blank(stuk, said, "getal", fact.sleutel), raw))
        elif kind == "terug":
            said.append(undo(fact, draw(st.sampled_from([None, *(veld.naam for veld in fact.velden)]))))
        elif kind in {"bevestigd", "weg"} and fact.soort != "kop":
            said.append(confirm(fact) if kind == "bevestigd" else strike(fact))
    return said


@st.composite
def documents(draw):
    """A reading of an example document, what was said of it, and a reading of it by another reader."""
    stuk = example(draw(st.sampled_from(EXAMPLES)))
    said = draw(said_of(stuk))
    newer = stuk
    for _ in range(draw(st.integers(0, 4))):
        lijst = draw(st.sampled_from([name for name in LISTS if getattr(newer, name)]))
        newer = without(newer, lijst, draw(st.integers(0, len(getattr(newer, lijst)) - 1)))
        if newer.afspraken:
            at = draw(st.integers(0, len(newer.afspraken) - 1))
            extra = Getal(tekst="negen kabouters", waarde=9, eenheid="kabouters")
            getallen = [each.model_copy(update={"waarde": 3}) for each in newer.afspraken[at].getallen]
            newer = with_afspraak(newer, at, getallen=(extra, *getallen))
    return stuk, said, newer


def counting(said):
    """The corrections that count: for each fact and field the last, without those taken back."""
    last = {}
    for each in said:
        fact = each.sleutel
        if each.soort == "terug" and each.veld is None:
            last = {key: value for key, value in last.items() if key[0] != fact}
        elif each.soort == "terug":
            last.pop((fact, each.veld), None)
        elif each.soort == "veld":
            last.pop((fact, "weg"), None)
            last[fact, each.veld] = each
        else:
            for other in {"weg": ("bevestigd",), "bevestigd": ("weg",), "nieuw": ("weg",)}[each.soort]:
                last.pop((fact, other), None)
            last[fact, each.soort] = each
    return list(last.values())


def shows(each, shown):
    """Whether a correction can be seen in the facts on the screen."""
    fact = shown.get(each.sleutel)
    if fact is None:
        return False
    if each.soort == "veld":
        veld = fact.veld(each.veld)
        return veld is not None and (veld.waarde == each.wordt or veld.verbeterd)
    return {"weg": fact.weg, "bevestigd": fact.bevestigd, "nieuw": fact.nieuw}[each.soort]


@given(st.sampled_from(EXAMPLES))
def test_nothing_said_changes_nothing(name):
    result = settle(example(name), [])

    assert (result.stuk, result.los, result.botst) == (example(name), (), ())


@settings(max_examples=40)
@given(documents())
def test_the_same_said_twice_is_said_once(case):
    stuk, said, newer = case

    assert settle(stuk, said + said) == settle(stuk, said)
    assert settle(newer, said + said) == settle(newer, said)


@settings(max_examples=40)
@given(documents())
def test_no_correction_is_lost(case):
    _, said, newer = case
    result = settle(newer, said)
    shown = {each.sleutel: each for each in items(newer, said)}
    told = {(each.verbetering.sleutel, each.verbetering.veld) for each in (*result.los, *result.botst)}

    lost = [
        each for each in counting(said) if not shows(each, shown) and (each.sleutel, each.veld) not in told
    ]

    assert lost == []


@settings(max_examples=40)
@given(documents())
def test_on_the_reading_it_was_said_of_every_correction_has_its_place(case):
    stuk, said, _ = case
    result = settle(stuk, said)

    assert (result.los, result.botst) == ((), ())


@settings(max_examples=40)
@given(documents())
def test_all_taken_back_is_as_read(case):
    stuk, said, newer = case
    back = [Verbetering(sleutel=each.sleutel, soort="terug") for each in said]

    assert settle(newer, said + back).stuk == newer
    assert settle(stuk, said + back).stuk == stuk


@settings(max_examples=40)
@given(documents())
def test_what_comes_out_is_a_document_and_can_be_stored(case):
    stuk, said, _ = case
    result = settle(stuk, said)
    stored = [Verbetering.model_validate_json(each.model_dump_json()) for each in said]

    assert isinstance(result.stuk, type(stuk))
    assert Stuk.model_validate(result.stuk.model_dump()).model_dump() == result.stuk.model_dump()
    assert settle(stuk, stored) == result


@settings(max_examples=40)
@given(documents())
def test_every_fact_keeps_its_place(case):
    stuk, said, _ = case
    before = {each.sleutel: each.bron for each in items(stuk)}

    assert [
        each.plaats for each in items(stuk, said) if not each.nieuw and each.bron != before[each.sleutel]
    ] == []
