"""Who concludes the agreements: every way in which documents name their parties and signatories."""

import pytest

from tests.reading.duinrade import BOUW, GROND, lees

AFSPRAKEN = f"\n## Beschikbaarheid\n\n1. {GROND}\n\n2. {BOUW}\n"


def partijen(text):
    """The parties of a document with this opening."""
    return lees(f"# Prestatieafspraken Duinrade 2024-2027\n\n{text}\n{AFSPRAKEN}").partijen


def namen(text):
    """Name and kind of each party."""
    return [(partij.naam, partij.soort) for partij in partijen(text)]


DRIE = [
    ("Gemeente Duinrade", "gemeente"),
    ("Stichting Helmwonen", "corporatie"),
    ("Huurdersvereniging De Nok", "huurdersorganisatie"),
]


@pytest.mark.parametrize(
    "text",
    [
        # items that name a representative
        (
            "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer;\n"
            "2. Stichting Helmwonen, vertegenwoordigd door bestuurder B. Kuipers;\n"
            "3. Huurdersvereniging De Nok, vertegenwoordigd door voorzitter C. Smit."
        ),
        (
            "- **Gemeente Duinrade**, te dezen vertegenwoordigd door mevrouw A. de Boer, wethouder;\n"
            "- **Stichting Helmwonen**, te dezen vertegenwoordigd door de heer B. Kuipers, bestuurder;\n"
            "- **Huurdersvereniging De Nok**, te dezen vertegenwoordigd door mevrouw C. Smit, voorzitter."
        ),
        # a bare list
        (
            "Deze afspraken zijn gemaakt tussen:\n\n"
            "- Gemeente Duinrade\n- Stichting Helmwonen\n- Huurdersvereniging De Nok"
        ),
        "## Partijen\n\n- Gemeente Duinrade\n- Stichting Helmwonen\n- Huurdersvereniging De Nok",
        (
            "Ondergetekenden:\n\n1. De gemeente Duinrade, gevestigd te Duinrade;\n"
            "2. Stichting Helmwonen, gevestigd te Duinrade;\n3. Huurdersvereniging De Nok, gevestigd te "
            "Duinrade."
        ),
        # a sentence
        "De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken.",
        (
            "In dit stuk leggen gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok hun "
            "afspraken vast."
        ),
        (
            "De gemeente Duinrade (hierna: de gemeente), Stichting Helmwonen (hierna: Helmwonen) en "
            "Huurdersvereniging De Nok (hierna: De Nok) maken afspraken."
        ),
        # lines of their own, without marks
        (
            "Deze afspraken zijn van drie partijen:\n\nGemeente Duinrade (in dit stuk: de gemeente)\n\n"
            "Stichting Helmwonen (in dit stuk: Helmwonen)\n\nHuurdersvereniging De Nok (in dit stuk: De Nok)"
        ),
        (
            "**Partijen en ondertekenaars**\n\nGemeente Duinrade – mevrouw A. de Boer, wethouder\n\n"
            "Stichting Helmwonen – de heer B. Kuipers, bestuurder\n\n"
            "Huurdersvereniging De Nok – mevrouw C. Smit, voorzitter\n\n"
            "## Over dit stuk\n\nDit stuk vat samen wat er in het dorp nodig is aan woningen, wat dat van "
            "ieder vraagt en hoe wij elk jaar kijken of het werk nog op koers ligt, en wat er dan beter moet."
        ),
        (
            "Gemeente Duinrade, bij monde van wethouder A. de Boer\n\n"
            "Stichting Helmwonen, bij monde van bestuurder B. Kuipers\n\n"
            "Huurdersvereniging De Nok, bij monde van voorzitter C. Smit"
        ),
    ],
)
def test_parties_are_found_in_lists_and_in_a_sentence(text):
    assert namen(text) == DRIE


def test_plural_nouns_give_their_kind_to_each_name():
    text = (
        "De gemeente Duinrade, de woningcorporaties Helmwonen en Zeewind en de huurdersorganisaties "
        "De Nok en "
        "Golfslag maken afspraken."
    )
    assert namen(text) == [
        ("Gemeente Duinrade", "gemeente"),
        ("Helmwonen", "corporatie"),
        ("Zeewind", "corporatie"),
        ("De Nok", "huurdersorganisatie"),
        ("Golfslag", "huurdersorganisatie"),
    ]


@pytest.mark.parametrize(
    ("naam", "soort"),
    [
        ("Woningstichting Helm", "corporatie"),
        ("Woonstichting De Helm", "corporatie"),
        ("Stichting Woningbedrijf Duinrade", "corporatie"),
        ("Wonen aan Zee", "corporatie"),
        ("Huurdersvereniging Golf", "huurdersorganisatie"),
        ("Huurdersbelangenvereniging Duinrade", "huurdersorganisatie"),
        ("Huurdersplatform Duin", "huurdersorganisatie"),
        ("Bewonersraad Helm", "huurdersorganisatie"),
        ("Zorggroep Zeezicht", "zorgaanbieder"),
        ("Zorginstelling De Kwelder", "zorgaanbieder"),
    ],
)
def test_the_name_tells_the_kind(naam, soort):
    text = (
        "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer;\n"
        f"2. {naam}, vertegenwoordigd door bestuurder B. Kuipers."
    )
    assert namen(text) == [("Gemeente Duinrade", "gemeente"), (naam, soort)]


def test_a_name_that_tells_no_kind_is_taken_for_a_corporatie_with_a_doubt():
    text = (
        "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer;\n"
        "2. Kompas, vertegenwoordigd door bestuurder B. Kuipers."
    )
    [gemeente, kompas] = partijen(text)
    assert (kompas.soort, gemeente.twijfel) == ("corporatie", None)
    assert kompas.twijfel is not None


def test_the_running_text_tells_the_kind_that_the_name_does_not():
    text = (
        "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer;\n"
        "2. Kompas, vertegenwoordigd door voorzitter B. Kuipers;\n"
        "3. Helmwonen, vertegenwoordigd door bestuurder C. Smit.\n\n"
        "Met de huurdersorganisaties Kompas en Golfslag spreken we elk kwartaal."
    )
    [_, kompas, _] = partijen(text)
    assert (kompas.soort, kompas.twijfel) == ("huurdersorganisatie", None)


@pytest.mark.parametrize(
    ("tail", "kort"),
    [
        (", hierna te noemen: 'Helm'", "Helm"),
        (", hierna te noemen 'Helm'", "Helm"),
        (", hierna: 'Helm'", "Helm"),
        (", verder te noemen “Helm”", "Helm"),
        (" (hierna: Helm)", "Helm"),
    ],
)
def test_the_short_name_is_what_the_document_says_it_is(tail, kort):
    text = (
        "1. Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer, hierna te noemen: 'de gemeente';\n"
        f"2. Stichting Helmwonen{tail}, vertegenwoordigd door bestuurder B. Kuipers."
    )
    assert [partij.kort for partij in partijen(text)] == ["de gemeente", kort]


def test_an_acronym_in_the_opening_is_a_short_name():
    text = (
        "De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging Duinrade Zuid ('HDZ') "
        "maken afspraken."
    )
    assert partijen(text)[2].kort == "HDZ"


@pytest.mark.parametrize(
    ("clause", "naam", "functie"),
    [
        ("vertegenwoordigd door wethouder A. de Boer", "A. de Boer", "wethouder"),
        ("vertegenwoordigd door mevrouw A.B. van der Meer, wethouder", "A.B. van der Meer", "wethouder"),
        ("vertegenwoordigd door de heer drs. A. Boer-Smit, burgemeester", "A. Boer-Smit", "burgemeester"),
        ("vertegenwoordigd door haar directeur-bestuurder A. 't Hart", "A. 't Hart", "directeur-bestuurder"),
        ("vertegenwoordigd door mevrouw Anna de Boer", "Anna de Boer", None),
        ("vertegenwoordigd door haar voorzitter A. de Boer", "A. de Boer", "voorzitter"),
        ("vertegenwoordigd door haar bestuur", None, None),
    ],
)
def test_the_representative_stands_behind_the_name(clause, naam, functie):
    text = (
        f"1. Gemeente Duinrade, {clause};\n2. Stichting Helmwonen, vertegenwoordigd door "
        "bestuurder B. Kuipers."
    )
    eerste = partijen(text)[0].vertegenwoordiger
    assert (eerste.naam if eerste else None, eerste.functie if eerste else None) == (naam, functie)


@pytest.mark.parametrize(
    "signatures",
    [
        (
            "Gemeente Duinrade\n\nA. de Boer\n\nwethouder\n\nStichting Helmwonen\n\nB. Kuipers\n\n"
            "directeur-bestuurder\n"
        ),
        "Gemeente Duinrade: A. de Boer, wethouder\n\nStichting Helmwonen: B. Kuipers, directeur-bestuurder\n",
        "Gemeente Duinrade A. de Boer, wethouder\n\nStichting Helmwonen B. Kuipers, directeur-bestuurder\n",
        "Wethouder A. de Boer, gemeente Duinrade\n\nDirecteur-bestuurder B. Kuipers, Stichting Helmwonen\n",
        (
            "| Gemeente Duinrade | A. de Boer, wethouder |\n|---|---|\n"
            "| Stichting Helmwonen | B. Kuipers, directeur-bestuurder |\n"
        ),
    ],
)
def test_the_page_with_signatures_names_those_who_sign(signatures):
    opening = "De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken."
    stuk = lees(f"# Prestatieafspraken Duinrade\n\n{opening}\n{AFSPRAKEN}\n## Ondertekening\n\n{signatures}")
    signed = [
        (p.vertegenwoordiger.naam, p.vertegenwoordiger.functie) for p in stuk.partijen if p.vertegenwoordiger
    ]
    assert signed == [("A. de Boer", "wethouder"), ("B. Kuipers", "directeur-bestuurder")]


def test_signatures_in_a_table_name_those_who_sign():
    opening = "De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken afspraken."
    table = (
        "| Gemeente Duinrade | Stichting Helmwonen |\n|---|---|\n| A. de Boer | B. Kuipers |\n"
        "| wethouder | directeur-bestuurder |\n"
    )
    stuk = lees(f"# Prestatieafspraken Duinrade\n\n{opening}\n{AFSPRAKEN}\n## Ondertekening\n\n{table}")
    signed = [p.vertegenwoordiger.naam for p in stuk.partijen if p.vertegenwoordiger]
    assert signed == ["A. de Boer", "B. Kuipers"]


def test_the_source_of_a_party_is_its_name():
    bronnen = [
        partij.bron
        for partij in partijen("De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok.")
    ]
    assert [bron and bron.citaat for bron in bronnen] == [
        "gemeente Duinrade",
        "Stichting Helmwonen",
        "Huurdersvereniging De Nok",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wie een woning zoekt, wacht hier lang.",
        "De gemeente Duinrade groeit.",
        "De gemeente Duinrade ligt aan zee, en dat merkt u.",
        "De provincie, het Rijk en de politie denken mee.",
    ],
)
def test_a_text_that_names_no_parties_has_none(text):
    assert partijen(text) == ()


def test_a_step_that_opens_with_a_name_is_no_party():
    steps = (
        "Woonstichting Helm rekent drie plannen door",
        "Huurdersvereniging Nok peilt de mening van huurders",
        "Gemeente belt binnen een dag terug",
    )
    rows = "".join(f"| {number}. {GROND} {BOUW} | {step} |\n" for number, step in enumerate(steps, 1))
    stuk = lees(f"# Afspraken\n\n## Beschikbaarheid\n\n| Afspraak | Stappen |\n|---|---|\n{rows}")
    assert [len(afspraak.stappen) for afspraak in stuk.afspraken] == [1, 1, 1]
    assert stuk.partijen == ()


def test_parties_with_the_same_short_name_keep_apart():
    text = (
        "- Gemeente Duinrade, vertegenwoordigd door wethouder A. de Boer;\n"
        "- Woonbedrijf Duin, vertegenwoordigd door bestuurder B. Kuipers;\n"
        "- Huurdersvereniging Duin, vertegenwoordigd door voorzitter C. Smit."
    )
    assert [partij.kort for partij in partijen(text)] == ["de gemeente", "Duin", "Huurdersvereniging Duin"]
