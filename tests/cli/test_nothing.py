"""Why a text may hold no agreements, or none to rely on."""

import pytest

from wederkerig.cli.nothing import other_language, why_doubtful, why_nothing

DUTCH = "De gemeente en de corporaties maken een plan voor het bouwen van woningen die niet te duur zijn. "
ENGLISH = "The city and the associations will make a plan for the building of homes that are not too dear. "
GERMAN = (
    "Die Gemeinde und die Verbände werden einen Plan für den Bau von Wohnungen machen, die nicht teuer sind. "
)
FRENCH = (
    "La ville et les associations font un plan pour la construction des logements qui ne sont pas chers. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DUTCH * 5, None),
        (ENGLISH * 5, "Engels"),
        (GERMAN * 5, "Duits"),
        (FRENCH * 5, "Frans"),
        (DUTCH * 5 + ENGLISH * 3, None),
        (ENGLISH, None),
        ("12 34 56 " * 99, None),
        ("", None),
    ],
)
def test_other_languages_are_told_from_dutch(text, language):
    assert other_language(text) == language


def test_the_advice_fits_the_cause():
    assert "lijkt Engels te zijn" in why_nothing(ENGLISH * 5)[0]
    assert "Bied de Nederlandse tekst aan." in why_nothing(ENGLISH * 5)[1]
    assert "prestatieafspraken" in why_nothing(DUTCH)[1]


def test_what_is_found_in_a_dutch_text_is_not_doubted():
    assert why_doubtful(DUTCH * 5) is None
    assert why_doubtful(ENGLISH * 5) is not None
