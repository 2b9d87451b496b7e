"""Searching: words of agreements as they stand on a day, and municipalities by name."""

from datetime import date

import pytest

from tests.web.maken import CORPORATIE, GEMEENTE, basis, organisatie
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Afspraak, Looptijd, Stap
from wederkerig.parameters.themas import canonical_thema
from wederkerig.web.register.domain.adoptie import derive_all
from wederkerig.web.register.domain.zoekindex import marked, search, words_of
from wederkerig.web.register.models import Zoekregel

pytestmark = pytest.mark.django_db
DAG = date(2026, 6, 1)


def stuk(*afspraken, gemeente="Zeedrecht", **more):
    numbered = [each.model_copy(update={"nummer": str(at)}) for at, each in enumerate(afspraken, start=1)]
    return basis(gemeente).model_copy(update={"afspraken": tuple(numbered), **more})


def zegt(tekst, thema="Beschikbaarheid", wie=(CORPORATIE,), **more):
    return Afspraak(nummer="", thema=thema, tekst=tekst, actoren=wie, **more)


def found(vraag, dag=DAG, **more):
    return [rij.nummer for rij in search(vraag, dag, **more)]


@pytest.mark.parametrize(
    ("vraag", "numbers"),
    [
        ("woningbouw", ["1"]),
        ("WONINGBOUW", ["1"]),
        ("bouw", ["1"]),
        ("woningbouw gemeente", ["1"]),
        ("gemeente woningbouw", ["1"]),
        ("ideeën", ["2"]),
        ("ideeen", ["2"]),
        ("ontruimen", ["3"]),
        ("betaalbaarheid", ["3"]),
        ("woningbouw ideeën", []),
        ("nergens", []),
        ("", []),
        ("  ", []),
        ("a e i", []),
        ("a woningbouw", ["1"]),
        ("%", []),
        ("_", []),
        ("' OR 1=1 --", []),
    ],
)
def test_an_agreement_is_found_by_all_of_its_words_whatever_their_case_or_accents(vraag, numbers):
    vastgesteld(
        stuk(
            zegt("De gemeente versnelt de woningbouw."),
            zegt("Huurders brengen ideeën in."),
            zegt("Niemand raakt dakloos.", "Betaalbaarheid", stappen=(Stap(tekst="Niet ontruimen."),)),
        )
    )

    assert found(vraag) == numbers


def test_whole_words_come_before_beginnings_and_those_before_parts():
    vastgesteld(stuk(zegt("Een nieuwbouwplan."), zegt("De bouwer komt."), zegt("De bouw begint.")))

    assert found("bouw") == ["3", "2", "1"]


def test_agreements_whose_term_is_over_come_last():
    over = Looptijd(van=date(2020, 1, 1), tot=date(2024, 12, 31))
    vastgesteld(stuk(zegt("De bouw begint."), gemeente="Ouddorp", looptijd=over), gemeente="Ouddorp")
    vastgesteld(stuk(zegt("Een nieuwbouwplan.")))

    rows = list(search("bouw", DAG))

    assert [(row.overeenkomst.slug, row.geldt) for row in rows] == [
        ("zeedrecht-2025-2028", 1),
        ("ouddorp-2025-2028", 0),
    ]


def test_only_the_words_of_the_day_are_found():
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", "minimaal 20 woningen", "minimaal 25 zorgplekken")))

    assert [found("zorgplekken", day) for day in (date(2025, 12, 31), date(2026, 1, 1))] == [[], ["2"]]
    assert [found("elk jaar minimaal 20", day) for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        ["2"],
        [],
    ]
    assert found("woningen", date(2024, 12, 31)) == []


def test_an_agreement_that_no_decision_changed_has_one_row():
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", "minimaal 20 woningen", "minimaal 25 woningen")))

    rows = Zoekregel.objects.order_by("afspraak", "van").values_list("afspraak", "van", "tot")

    first, change = date(2025, 1, 1), date(2026, 1, 1)
    assert list(rows) == [
        ("afspraak-1", first, None),
        ("afspraak-2", first, change),
        ("afspraak-2", change, None),
        ("afspraak-3", first, None),
    ]


def test_making_all_rows_anew_gives_the_same_rows():
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", "minimaal 20 woningen", "minimaal 25 woningen")))
    fields = [field.name for field in Zoekregel._meta.fields if field.name != "id"]
    before = list(Zoekregel.objects.order_by("afspraak", "van").values_list(*fields))

    assert derive_all() == 1
    assert list(Zoekregel.objects.order_by("afspraak", "van").values_list(*fields)) == before


def test_agreements_are_narrowed_to_a_theme_and_a_kind_of_party():
    vastgesteld(
        stuk(
            zegt("Wij bouwen."),
            zegt("Wij bouwen ook.", "Duurzaamheid"),
            zegt("Wij bouwen mee.", wie=(GEMEENTE,)),
        )
    )

    assert found("bouwen", hoofdthema=canonical_thema("Duurzaamheid")) == ["2"]
    assert found("bouwen", soort="gemeente") == ["3"]
    assert found("bouwen", soort="corporatie") == ["1", "2"]


def test_agreements_are_narrowed_to_those_a_party_takes_part_in(client):
    vastgesteld(stuk(zegt("Wij bouwen."), zegt("Wij bouwen ook.")))
    elders = stuk(zegt("Zij bouwen elders."), gemeente="Haven")
    left = tuple(each for each in elders.partijen if each.naam != CORPORATIE)
    vastgesteld(elders.model_copy(update={"partijen": left}), gemeente="Haven")
    party = organisatie(CORPORATIE)

    answer = client.get("/zoeken/", {"q": "bouwen", "partij": party.slug, "op": DAG.isoformat()})
    every = client.get("/zoeken/", {"q": "bouwen", "partij": "van-niemand", "op": DAG.isoformat()})

    assert [row.tekst for row in answer.context["blad"]] == ["Wij bouwen.", "Wij bouwen ook."]
    assert f'<option lang="nl" value="{party.slug}" selected>' in answer.content.decode()
    assert every.context["blad"].paginator.count == 3


def test_the_page_marks_the_words_and_leads_to_the_agreement(client):
    vastgesteld(stuk(zegt("Wij <b>bouwen</b> hier.")))

    said = client.get("/zoeken/?q=bouw&op=2026-06-01").content.decode()

    assert "Wij &lt;b&gt;<mark>bouwen</mark>&lt;/b&gt; hier." in said
    assert 'href="/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-1/?op=2026-06-01"' in said


def test_a_municipality_is_found_by_its_name(client):
    vastgesteld()

    assert [each.naam for each in client.get("/zoeken/?q=zeedr").context["gemeenten"]] == ["Zeedrecht"]
    assert client.get("/zoeken/?q=drecht").context["gemeenten"] == []


def test_what_is_found_is_shown_twenty_at_a_time(client):
    vastgesteld(basis(afspraken=30))

    first, second = (
        client.get("/zoeken/?q=woningen").context,
        client.get("/zoeken/?q=woningen&blad=2").context,
    )

    assert [len(each["blad"].object_list) for each in (first, second)] == [20, 10]


@pytest.mark.parametrize("blad", ["0", "-1", "99", "x", "1e9", ""])
def test_a_page_that_is_not_there_gives_one_that_is(client, blad):
    vastgesteld()

    assert client.get(f"/zoeken/?q=woningen&blad={blad}").status_code == 200


def test_a_very_long_question_is_answered(client):
    vastgesteld()

    assert client.get(f"/zoeken/?q={'woningen+' * 500}").context["blad"].paginator.count == 3


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("Een huis.", ["huis"], [(False, "Een "), (True, "huis"), (False, ".")]),
        ("Idee\u0308en", ["ideeen"], [(True, "Idee\u0308en")]),
        ("Een huis.", ["boot"], [(False, "Een huis.")]),
        ("", ["boot"], []),
    ],
)
def test_words_are_marked_where_they_stand(text, words, pieces):
    assert marked(text, words) == pieces


def test_words_are_folded():
    assert words_of("Één HUIS; één-gezins") == ["een", "huis", "een", "gezins"]
