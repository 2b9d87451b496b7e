"""Why a text holds no agreements, or none to rely on: another language, or something else altogether."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "Nederlands": "de het een en van in op te dat die is voor met zijn wordt worden niet aan er door".split(),
    "Engels": "the of and to in that is for on with as are be this by which or from will have not".split(),
    "Duits": "der die das und in zu den von mit ist des im für auf dem nicht ein eine auch werden".split(),
    "Frans": "le la les de des et en un une du est que pour dans par sur au qui ne pas ce il sont".split(),
}
_ADVICE = (
    "Kijk of dit het stuk met de prestatieafspraken is. Zo ja: geef de afspraken een nummer, "
    "of meld ons hoe ze in dit stuk te herkennen zijn."
)
_DUTCH_ONLY = "Wederkerig leest alleen Nederlands. Bied de Nederlandse tekst aan."
_ENOUGH_WORDS = 25
_FAR_AHEAD = 1.5


def why_nothing(text: str) -> tuple[str, str]:
    """What is the matter with a text in which no agreement was found, and what to do: two Dutch sentences."""
    language = other_language(text)
    if language:
        return f"in dit stuk zijn geen afspraken gevonden; de tekst lijkt {language} te zijn.", _DUTCH_ONLY
    return "in dit stuk zijn geen afspraken of wijzigingen gevonden.", _ADVICE


def why_doubtful(text: str) -> tuple[str, str] | None:
    """What to say of a text that has numbered paragraphs like agreements, but is not in Dutch; else None."""
    language = other_language(text)
    if language is None:
        return None
    return f"de tekst lijkt {language} te zijn; wat is gevonden, klopt waarschijnlijk niet.", _DUTCH_ONLY


def other_language(text: str) -> str | None:
    """The language of a text that is clearly not Dutch (Engels, Duits, Frans), else None.

    Counts the commonest words of each language; a text of few words is not judged.
    """
    words = Counter(re.findall(r"[a-zà-ÿ]+", text[:200_000].lower()))
    if words.total() < _ENOUGH_WORDS:
        return None
    scores = {language: sum(words[word] for word in common) for language, common in _COMMON.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > _FAR_AHEAD * scores["Nederlands"] else None
