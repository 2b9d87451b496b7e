"""What `make vertaal` collects from code and templates, and what it does with translations that are there."""

import pytest

from tools.vertaal import collect, is_translated, update, write


@pytest.fixture
def web(tmp_path):
    """A small website."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "migrations").mkdir()
    return tmp_path


def texts(web) -> set:
    return {(text.context, text.id) for text in collect(web) if text.id}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("Hallo")', {(None, "Hallo")}),
        ('gettext_lazy("Hallo " "daar")', {(None, "Hallo daar")}),
        ('ngettext("één ding", "%(n)s dingen", n)', {(None, ("één ding", "%(n)s dingen"))}),
        ('pgettext("van een brug", "Open")', {("van een brug", "Open")}),
        ('npgettext_lazy("c", "a", "b", n)', {("c", ("a", "b"))}),
        ('print("Hallo"); _(word)', set()),
    ],
)
def test_texts_in_code_are_collected(web, code, found):
    (web / "views.py").write_text(code)
    assert texts(web) == found


@pytest.mark.parametrize(
    ("template", "found"),
    [
        (
            '<p title="{% translate \'Sluit\' %}">{% translate "Hallo" %}</p>',
            {(None, "Sluit"), (None, "Hallo")},
        ),
        (
            "{% blocktranslate with naam=wie.naam %}Dag {{ naam }}{% endblocktranslate %}",
            {(None, "Dag %(naam)s")},
        ),
        (
            "  {% blocktranslate count n=n %}{{ n }} ding{% plural %}{{ n }} dingen{% endblocktranslate %}\n",
            {(None, ("%(n)s ding", "%(n)s dingen"))},
        ),
        ('{% translate "Open" context "van een brug" %}', {("van een brug", "Open")}),
        ("{% blocktranslate %}Nu\n 50%{% endblocktranslate %}", {(None, "Nu\n 50%%")}),
        ('{{ titel|default:_("Zonder titel") }}', {(None, "Zonder titel")}),
        ('   (een "woord"\n{# {% translate "Nee" %} #}{% translate woord %}', set()),
    ],
)
def test_texts_in_templates_are_collected(web, template, found):
    (web / "templates" / "a.html").write_text(template)
    assert texts(web) == found


def test_migrations_hold_no_texts_of_the_site(web):
    (web / "migrations" / "0001_begin.py").write_text('_("Hallo")')
    assert texts(web) == set()


def test_what_was_translated_stays_and_what_is_gone_goes(web):
    english = web / "en" / "django.po"
    (web / "views.py").write_text('_("Hallo"); _("Weg"); ngettext("a", "b", n)')
    first = update(collect(web), english)
    first["Hallo"].string, first["Weg"].string = "Hello", "Gone"
    write(first, english)

    (web / "views.py").write_text('_("Hallo"); _("Hallo!"); ngettext("a", "b", n)')
    second = update(collect(web), english)
    write(second, english)

    assert {text.id: text.string or "" for text in second if text.id} == {
        "Hallo": "Hello",
        "Hallo!": "",
        ("a", "b"): ("", ""),
    }
    assert [is_translated(text) for text in second if text.id] == [True, False, False]
    assert "Weg" not in english.read_text(encoding="utf-8")


def test_doing_it_again_changes_nothing_and_names_no_line_nor_day(web):
    english = web / "en" / "django.po"
    (web / "views.py").write_text('\n\n_("Hallo")\n_("Dag")')
    write(update(collect(web), english), english)
    before = english.read_text(encoding="utf-8")
    write(update(collect(web), english), english)

    assert english.read_text(encoding="utf-8") == before
    assert "#: views.py\n" in before
    assert "Date" not in before
