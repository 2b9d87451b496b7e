"""Tags for templates: dates and numbers in words, marked changes, icons, fields, shares."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from wederkerig.consolidation import Stukje, compare_words
from wederkerig.model import Getal
from wederkerig.web.vormgeving.iconen import NAMEN


def rendered(template: str, **context: object) -> str:
    """The template with our tags."""
    return Template("{% load vormgeving %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("{{ v|datum }}", date(2024, 12, 2), "2 december 2024"),
        ("{{ v|datum }}", None, ""),
        ("{{ v|datum_kort }}", date(2024, 3, 1), "1-3-2024"),
        ("{{ v|datum }}", datetime(2024, 12, 31, 23, 30, tzinfo=UTC), "1 januari 2025"),
        ("{{ v|tijdstip }}", datetime(2024, 7, 1, 12, 5, tzinfo=UTC), "1 juli 2024, 14:05"),
        ("{% tijd v %}", date(2024, 12, 2), '<time datetime="2024-12-02">2 december 2024</time>'),
        ("{{ v|getal }}", Decimal("1250.50"), "1.250,5"),
        ("{{ v|getal }}", 3090, "3.090"),
        ("{{ v|getal }}", None, ""),
    ],
)
def test_days_and_numbers_are_said_in_dutch(template: str, value: object, said: str) -> None:
    assert rendered(template, v=value) == said


def test_days_and_numbers_follow_the_language_of_the_page() -> None:
    with override("en"):
        assert rendered("{{ d|datum }} {{ n|getal }}", d=date(2024, 12, 2), n=Decimal("1250.5")) == (
            "2 December 2024 1,250.5"
        )


def test_a_quantity_of_an_agreement_reads_as_in_the_exports() -> None:
    fact = Getal(tekst="200 woningen", waarde=Decimal(200), eenheid="woningen", relatie="min", bron=None)
    assert rendered("{{ v|hoeveel }}", v=fact) == "minimaal 200 woningen"


def test_marked_changes_are_read_out_and_keep_spaces_outside_the_marks() -> None:
    shown = rendered("{{ v|renvooi }}", v=compare_words("Wij bouwen 40 woningen.", "Wij bouwen 65 woningen."))
    assert shown == (
        'Wij bouwen <del><span class="w-alleen-voorlezen"> [begin doorhaling] </span>40'
        '<span class="w-alleen-voorlezen"> [einde doorhaling] </span></del> '
        '<ins><span class="w-alleen-voorlezen"> [begin toevoeging] </span>65'
        '<span class="w-alleen-voorlezen"> [einde toevoeging] </span></ins> woningen.'
    )


def test_text_of_a_document_never_becomes_html() -> None:
    evil = "<script>alert(1)</script> & \x00"
    shown = rendered("{{ v|renvooi }}", v=[Stukje("gelijk", evil), Stukje("weg", evil), Stukje("bij", evil)])
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp;") == 3
    assert "\x00" not in shown


def test_lines_within_a_change_stay_lines() -> None:
    assert rendered("{{ v|renvooi }}", v=[Stukje("gelijk", "een\ntwee")]) == "een<br>twee"


def test_icons_are_decoration() -> None:
    for naam in NAMEN:
        shown = rendered("{% icoon v %}", v=naam)
        assert 'aria-hidden="true"' in shown
        assert "<path d=" in shown


def test_an_icon_that_is_not_drawn_is_a_mistake_of_the_page() -> None:
    with pytest.raises(KeyError):
        rendered("{% icoon 'eenhoorn' %}")


def test_a_state_has_words_and_an_icon_beside_its_colour() -> None:
    shown = rendered("{% status 'let-op' v %}", v="<b>Achter</b>")
    assert shown.startswith('<span class="w-status w-status--let-op"><svg')
    assert shown.endswith("&lt;b&gt;Achter&lt;/b&gt;</span>")


class Formulier(forms.Form):
    """A field that must, one that may, one to tick and one to choose."""

    naam = forms.CharField(label="Naam", help_text="Zoals u heet.")
    bij = forms.CharField(label="Bij", required=False, widget=forms.TextInput(attrs={"class": "eigen"}))
    ja = forms.BooleanField(label="Akkoord", required=False)
    soort = forms.ChoiceField(label="Soort", choices=[("a", "A")], widget=forms.RadioSelect)


def test_a_field_is_tied_to_its_label_its_explanation_and_its_error() -> None:
    shown = rendered("{% veld f.naam %}", f=Formulier({"naam": ""}))
    assert 'class="utrecht-form-field utrecht-form-field--invalid"' in shown
    assert '<label class="utrecht-form-label" for="id_naam">Naam</label>' in shown
    assert 'id="id_naam_helptext">Zoals u heet.' in shown
    assert 'id="id_naam_error"' in shown
    assert 'aria-invalid="true" aria-describedby="id_naam_helptext id_naam_error"' in shown
    assert 'class="utrecht-textbox utrecht-textbox--html-input"' in shown


def test_a_field_that_may_stay_empty_says_so_and_keeps_its_own_class() -> None:
    shown = rendered("{% veld f.bij %}", f=Formulier())
    assert "(niet verplicht)" in shown
    assert 'class="utrecht-textbox utrecht-textbox--html-input eigen"' in shown
    assert shown.count("class=") == shown.count('class="')


def test_a_box_to_tick_stands_before_its_label() -> None:
    shown = rendered("{% veld f.ja %}", f=Formulier())
    assert shown.index("utrecht-checkbox") < shown.index("Akkoord")
    assert "niet verplicht" not in shown


def test_choices_stand_in_a_group_with_a_legend() -> None:
    shown = rendered("{% veld f.soort %}", f=Formulier())
    assert "<fieldset" in shown
    assert "utrecht-radio-button--html-input" in shown
    assert "Soort" in shown[shown.index("<legend") : shown.index("</legend>")]


def test_a_form_with_mistakes_opens_with_a_list_that_leads_to_them() -> None:
    shown = rendered("{{ f }}", f=Formulier({"naam": ""}))
    assert shown.count('role="alert"') == 1
    assert '<a href="#id_naam">Naam</a>: Dit veld is verplicht.' in shown
    assert "Er zijn 2 dingen die nog niet kloppen" in shown
    assert shown.index('role="alert"') < shown.index("<label")


def test_a_form_without_mistakes_has_no_such_list() -> None:
    assert 'role="alert"' not in rendered("{{ f }}", f=Formulier())


def test_what_was_typed_is_escaped_in_the_field() -> None:
    shown = rendered("{{ f }}", f=Formulier({"naam": '"><script>alert(1)</script>'}))
    assert "<script" not in shown
