"""The website in English: nothing is missing, nothing stays Dutch but the documents, the choice is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from babel.messages.pofile import read_po
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, HUURDERS, mens, organisatie
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from tests.web.rechten.adressen import all_addresses, path_of
from tests.web.rechten.wereld import make_world
from tests.web.taal import Bladzijde, bare_texts, dutch_in, words_in_template
from tools.vertaal import ENGLISH, WEB, collect, is_translated, update
from wederkerig.export import words
from wederkerig.model import Doel, Getal, Looptijd, Termijn
from wederkerig.web.accounts.models import Rol
from wederkerig.web.vormgeving import woorden

KNOWN = [text for text in update(collect()) if text.id]
# What reads the same in every language, and the page that shows all blocks.
NAMES = {"JSON", "English", "Nederlands", "Wederkerig"}
FOR_MAKERS = {"stijlgids.html", "voorbeeld.py"}


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Each test begins and ends in Dutch, whatever language a page in it was asked in."""
    with override("nl"):
        yield


# --- the catalogue -------------------------------------------------------------------------------


def pieces(text: str) -> Counter[str]:
    """What a translation has to take over as it is: placeholders, tags, entities."""
    return Counter(re.findall(r"%\(\w+\)[sd]|%%|\{\w+\}|<[^>]+>|&#?\w+;", text))


def both(text) -> list[tuple[str, str]]:
    """A text beside its translation; where there is a plural that too."""
    return (
        list(zip(text.id, text.string, strict=True)) if text.pluralizable else [(text.id, text.string or "")]
    )


def test_every_text_is_said_in_english():
    assert [text.id for text in KNOWN if not is_translated(text) or text.fuzzy] == [], "see docs/vertalen.md"


def test_the_catalogue_holds_the_texts_of_the_site_and_no_others():
    assert re.findall(r"^#~.*", ENGLISH.read_text(encoding="utf-8"), re.MULTILINE) == []
    with ENGLISH.open("rb") as stream:
        held = {(text.context, text.id) for text in read_po(stream) if text.id}
    assert held == {(text.context, text.id) for text in KNOWN}, "run `make vertaal`"


def test_a_translation_takes_over_placeholders_tags_and_entities():
    assert [said for text in KNOWN for said in both(text) if pieces(said[0]) != pieces(said[1])] == []


def test_a_translation_begins_and_ends_as_the_text_does():
    def ends(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [said for text in KNOWN for said in both(text) if ends(said[0]) != ends(said[1])] == []


def test_nothing_turns_our_own_dutch_into_something_else():
    """Texts of Django and allauth are in English in their code; none of ours may read as one of theirs."""
    single = [text.id for text in KNOWN if not text.pluralizable]
    assert [text for text in single if gettext(text) != text] == []


# --- the templates and the code ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hallo</p>", ["Hallo"]),
        ("<p>{% translate 'Hallo' %}</p>", []),
        ("{% blocktranslate %}Hallo {{ naam }}{% endblocktranslate %}", []),
        ("{# uitleg #}{% comment %}uitleg{% endcomment %}<p>1 · {{ x }}</p>", []),
        ('<a aria-label="Sluiten" class="knop">×</a>', ["Sluiten"]),
        ('<input type="submit" value="Opslaan"><input type="hidden" value="ja">', ["Opslaan"]),
        ('<meta name="description" content="Over ons"><meta name="viewport" content="wijd">', ["Over ons"]),
        ("<script>const woord = 1</script>", []),
    ],
)
def test_words_outside_a_translate_tag_are_found(source, found):
    assert words_in_template(source) == found


def test_templates_hold_no_words_outside_a_translate_tag():
    templates = [
        path for path in WEB.glob("**/templates/**/*") if path.is_file() and path.name not in FOR_MAKERS
    ]
    bare = {
        (path.relative_to(WEB).as_posix(), said)
        for path in templates
        for said in words_in_template(path.read_text(encoding="utf-8"))
        if said not in NAMES and "django/forms" not in path.as_posix()
    }
    assert len(templates) > 50
    assert bare == set()


def test_code_gives_no_text_to_people_without_gettext(tmp_path):
    wrong = tmp_path / "fout.py"
    wrong.write_text('messages.success(request, "Bewaard")\nCharField(label="Naam", help_text=_("Zo"))\n')
    assert list(bare_texts(wrong)) == ["fout.py:1: 'Bewaard'", "fout.py:2: 'Naam'"]

    code = [path for path in WEB.rglob("*.py") if "migrations" not in path.parts]
    assert [said for path in code if path.name not in FOR_MAKERS for said in bare_texts(path)] == []


# --- the pages -----------------------------------------------------------------------------------


def test_dutch_on_a_page_is_found_where_it_does_not_say_it_is_dutch():
    page = '<html lang="en"><p>the agreement</p><p lang="nl">de afspraak <b>van nu</b></p><p>Kies een dag</p>'
    assert dutch_in(page) == ["Kies een dag"]


@pytest.mark.django_db
def test_no_page_says_anything_in_dutch_to_who_reads_english():
    wereld = make_world()
    people = {
        "niemand": Client(),
        "van de corporatie": als(mens("alles@duinwonen.nl", *Rol, bij=organisatie(CORPORATIE))),
        "van de huurders": als(mens("alles@branding.nl", *Rol, bij=organisatie(HUURDERS))),
        "platform": als(mens("platform@register.nl", is_staff=True)),
    }
    seen, wrong = set(), []
    for adres in all_addresses():
        for who, client in people.items():
            response = client.get(path_of(adres, wereld.dingen), headers={"accept-language": "en"})
            if response.status_code != 200 or "html" not in response["Content-Type"]:
                continue
            page = response.content.decode()
            seen.add(adres.naam)
            wrong += [f"{adres.naam} ({who}): {said}" for said in dutch_in(page)]
            wrong += [f"{adres.naam} ({who}) is no English page"] * (Bladzijde(page).taal not in {"en", None})

    assert wrong == []
    assert {"portaal", "overeenkomst", "document", "werk", "nalezen", "logboek", "account_login"} <= seen


@pytest.fixture
def zeedrecht():
    """Agreements with a decision."""
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("1", "10 woningen", "12 woningen")), inwerking=date(2026, 1, 1))
    return made


@pytest.mark.django_db
def test_public_pages_of_a_changed_document_are_english_around_the_dutch_text(zeedrecht, client):
    addresses = [
        reverse("gemeente", args=["zeedrecht"]),
        reverse("versies", args=[zeedrecht.slug]),
        *(reverse("besluit", args=[zeedrecht.slug, each.slug]) for each in zeedrecht.besluiten.all()),
        reverse("document", args=[zeedrecht.slug]) + f"?wijzigingen={zeedrecht.besluiten.last().slug}",
        reverse("versies", args=[zeedrecht.slug]) + "?van=2025-06-01&tot=2026-06-01#verschil",
        reverse("zoeken") + "?q=woningen",
        reverse("gemeente", args=["zeedrecht"]) + "?op=gisteren",
    ]
    for address in addresses:
        page = client.get(address, headers={"accept-language": "en"}).content.decode()
        assert (address, Bladzijde(page).taal, dutch_in(page)) == (address, "en", [])
        assert 'lang="nl"' in page


@pytest.mark.django_db
@pytest.mark.usefixtures("zeedrecht")
def test_days_are_english_on_an_english_page(client):
    page = client.get(reverse("gemeente", args=["zeedrecht"]), headers={"accept-language": "en"})
    said = page.content.decode()
    assert "1 January 2025 to 31 December 2028" in said
    assert re.findall(r"\d (?:januari|maart|mei|augustus|oktober) \d{4}", said) == []


# --- the choice of a language --------------------------------------------------------------------


@pytest.mark.django_db
def test_a_chosen_language_stays_whatever_the_browser_asks_for(client):
    begin = reverse("portaal")
    assert Bladzijde(client.get(begin).content.decode()).taal == "nl"

    answer = client.post(reverse("set_language"), {"language": "en", "next": begin})
    assert (answer.status_code, answer["Location"]) == (302, begin)
    assert int(client.cookies["taal"]["max-age"]) > 30 * 24 * 3600

    asked = {"accept-language": "nl"}
    assert Bladzijde(client.get(begin, headers=asked).content.decode()).taal == "en"
    client.post(reverse("set_language"), {"language": "nl", "next": begin})
    assert Bladzijde(client.get(begin, headers={"accept-language": "en"}).content.decode()).taal == "nl"


@pytest.mark.django_db
def test_every_page_offers_the_other_language_in_that_language(client):
    said = client.get(reverse("portaal")).content.decode()
    assert '<button class="w-navigatie__link" name="language" value="en" lang="en">English</button>' in said


# --- days, numbers, quantities -------------------------------------------------------------------


def quantity(relatie="gelijk", waarde="1250.5", eenheid="woningen", tot=None):
    return Getal(tekst="", waarde=Decimal(waarde), tot=tot and Decimal(tot), eenheid=eenheid, relatie=relatie)


def until(day):
    return Termijn(tekst="voor de zomer", tot=day)


TERM = Looptijd(van=date(2025, 1, 1), tot=date(2028, 12, 31))
SAID = [
    (lambda it: it.day(date(2024, 12, 12)), "12 December 2024"),
    (lambda it: it.short_day(date(2024, 12, 12)), "12 Dec 2024"),
    (lambda it: it.number(Decimal("1250.50")), "1,250.5"),
    (lambda it: it.amount(Decimal("1442.5")), "€1,442.50"),
    (lambda it: it.getal(quantity("min", "200")), "at least 200 homes"),
    (lambda it: it.getal(quantity("max", "1", "jaar")), "at most 1 year"),
    (lambda it: it.getal(quantity("circa", "1250000", "euro")), "about €1,250,000"),
    (lambda it: it.getal(quantity("bereik", "10", "%", "15.5")), "10 to 15.5%"),
    (lambda it: it.getal(quantity(waarde="3", eenheid="laadpalen")), "3 laadpalen"),
    (lambda it: it.getal(quantity("min", "200"), short=True), "at least 200 homes"),
    (lambda it: it.termijn(until(date(2026, 12, 31))), "31 Dec 2026"),
    (lambda it: it.termijn(until("--04-01")), "every year on 1 April"),
    (lambda it: it.termijn(until("--02-29")), "every year on 29 February"),
    (lambda it: it.termijn(until(None)), "voor de zomer"),
    (lambda it: it.looptijd(TERM), "1 January 2025 to 31 December 2028"),
    (lambda it: it.looptijd(Looptijd(tot=TERM.tot)), "until 31 December 2028"),
    (lambda it: it.looptijd(Looptijd(van=TERM.van)), "from 1 January 2025"),
    (lambda it: it.looptijd(None), ""),
    (lambda it: it.doel(Doel(nummer="7")), "agreement 7"),
    (lambda it: it.doel(Doel(onderdeel="bijlage")), "annex"),
]


@pytest.mark.parametrize(("say", "english"), SAID)
def test_days_numbers_and_quantities_are_said_in_the_language_of_the_page(say, english):
    assert get_language() == "nl"
    assert say(woorden) == say(words), "in Dutch they read as in the files"
    with override("en"):
        assert say(woorden) == english


def test_who_acts_is_said_in_groups_of_the_language_and_names_of_the_document():
    shown = Template("{% load vormgeving %}{{ v|wie }}")
    said = Context({"v": "alle partijen, gemeente, Stichting <Duinwonen>"})
    assert shown.render(said) == "alle partijen, gemeente, Stichting &lt;Duinwonen&gt;"
    with override("en"):
        assert shown.render(said) == (
            'all parties, municipality, <span lang="nl">Stichting &lt;Duinwonen&gt;</span>'
        )
        assert shown.render(Context({"v": ""})) == ""


def test_what_was_kept_in_dutch_is_translated_or_says_it_is_dutch():
    shown = Template("{% load vormgeving %}{{ v|vertaald }}")
    known, other = Context({"v": "De afspraken zoeken"}), Context({"v": "Het bestand is <leeg>."})
    assert shown.render(other) == "Het bestand is &lt;leeg&gt;."
    with override("en"):
        assert shown.render(known) == "Looking for the agreements"
        assert shown.render(other) == '<span lang="nl">Het bestand is &lt;leeg&gt;.</span>'
        assert shown.render(Context({"v": ""})) == ""


def test_kinds_are_called_as_in_the_files():
    assert woorden.PARTIJ_SOORTEN == words.PARTIJ_SOORTEN
    assert woorden.WIJZIGING_SOORTEN == words.WIJZIGING_SOORTEN
