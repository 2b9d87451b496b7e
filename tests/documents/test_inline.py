"""Mark-up inside a line: dropped, and every word keeps its place."""

import pytest

from wederkerig.documents.inline import clean_inline


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("gewone tekst", "gewone tekst"),
        ("een **vet** woord", "een vet woord"),
        ("een __vet__ woord", "een vet woord"),
        ("een *schuin* woord", "een schuin woord"),
        ("een _schuin_ woord", "een schuin woord"),
        ("***vet en schuin***", "vet en schuin"),
        ("een <b>vet</b> woord", "een vet woord"),
        ("een <strong class='a'>vet</strong> woord", "een vet woord"),
        ("eerste<br>tweede", "eerste tweede"),
        ("wo<b>nin</b>gen", "woningen"),
        ("<!-- weg -->tekst", "tekst"),
        ("een ![kaart](kaart.png) erbij", "een erbij"),
        ("zie [de woonvisie](https://duinrade.nl/visie) voor meer", "zie de woonvisie voor meer"),
        ("A &amp; B", "A & B"),
        ("&euro; 500", "€ 500"),
        ("vijf&nbsp;woningen", "vijf woningen"),
        ("&#8364; 500 &#x20AC; 5", "€ 500 € 5"),
        (r"1\. geen lijst \* echt", "1. geen lijst * echt"),
        ("woning\u00adbouw", "woningbouw"),
        ("\ufefftekst", "tekst"),
        ("  veel\t wit \n eromheen ", "veel wit eromheen"),
        ("tekst<sup>3</sup>", "tekst³"),
        ("10 m<sup>2</sup>", "10 m²"),
        # what only looks like mark-up
        ("40 woningen* in 2025", "40 woningen* in 2025"),
        ("* noot onder een tabel", "* noot onder een tabel"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a < b en c > d", "a < b en c > d"),
        ("snake_case_naam", "snake_case_naam"),
        ("huur & koop", "huur & koop"),
        ("zie [bijlage] (2)", "zie [bijlage] (2)"),
        ("[1](2)", "[1](2)"),
        ("&onbekend;", "&onbekend;"),
        ("", ""),
    ],
)
def test_mark_up_goes_and_words_stay(raw, words):
    assert clean_inline(raw, 0).words.text == words


@pytest.mark.parametrize(
    ("raw", "bold"),
    [
        ("**Kop**", "Kop"),
        ("**Kop:** en tekst", "Kop:"),
        ("<b>Kop</b> en tekst", "Kop"),
        ("__Kop__ en tekst", "Kop"),
        ("tekst en **vet**", ""),
        ("gewoon", ""),
        ("**nooit gesloten", "nooit gesloten"),
        ("**Eerste** **tweede** dan niet", "Eerste tweede"),
        ("**Eerste** dan **tweede**", "Eerste"),
    ],
)
def test_how_far_a_bold_opening_reaches(raw, bold):
    inline = clean_inline(raw, 0)
    assert inline.words.text[: inline.bold] == bold


@pytest.mark.parametrize(
    ("raw", "italic"),
    [("*alles schuin*", True), ("_alles schuin_", True), ("**vet**", False), ("deels *schuin*", False)],
)
def test_whether_all_of_it_leans(raw, italic):
    assert clean_inline(raw, 0).italic is italic


@pytest.mark.parametrize("offset", [0, 17])
def test_every_word_keeps_its_place(offset):
    raw = "De **gemeente**  bouwt &amp; sloopt \\*40 wo<i>ning</i>en"
    words = clean_inline(raw, offset).words
    anchors = words.anchors
    for word in ("gemeente", "bouwt", "sloopt", "40", "ning", "en"):
        position = words.text.index(word)
        clean, at = max(anchor for anchor in anchors if anchor[0] <= position)
        first = at + position - clean - offset
        assert raw[first : first + len(word)] == word
