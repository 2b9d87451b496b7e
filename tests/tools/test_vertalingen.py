"""`make vertalingen`: what translators write becomes what Django reads."""

import gettext

from tools.vertalingen import compile_catalogues

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "afspraken"
msgstr "agreements"

#, fuzzy
msgid "partij"
msgstr "party, perhaps"
"""


def catalogue(folder, text=PO):
    path = folder / "locale" / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_catalogue_is_compiled_and_doubtful_translations_are_left_out(tmp_path):
    made = catalogue(tmp_path).with_suffix(".mo")

    assert compile_catalogues(tmp_path) == [made]

    with made.open("rb") as stream:
        english = gettext.GNUTranslations(stream)
    assert english.gettext("afspraken") == "agreements"
    assert english.gettext("partij") == "partij"


def test_only_what_changed_is_compiled_again(tmp_path):
    catalogue(tmp_path)
    compile_catalogues(tmp_path)

    assert compile_catalogues(tmp_path) == []
