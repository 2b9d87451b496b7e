"""Stock tables of any layout read in as the same plan, and told where they do not add up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voorraad.maken import tabel
from wederkerig.model import Tabel
from wederkerig.voorraad.grootboek import Mutatie, balance, total
from wederkerig.voorraad.plannen import plans_from

NAMEN = ("Lisdodde", "Thuishaven", "De Krul")
VAN, TOT = date(2024, 12, 31), date(2028, 12, 31)
aantal = st.integers(0, 3_000)


def nl(getal):
    return f"{getal:,}".replace(",", ".")


@st.composite
def cijfers(draw):
    """Of two or three corporations: opening, what is added, demolished and sold."""
    namen = NAMEN[: draw(st.integers(2, 3))]
    return {naam: (draw(st.integers(6_000, 9_000)), *(draw(aantal) for _ in range(3))) for naam in namen}


def columns(rijen):
    """Corporations down, changes across."""
    regels = [
        " | ".join([naam, *map(nl, [begin, bij, sloop, verkoop, begin + bij - sloop - verkoop])])
        for naam, (begin, bij, sloop, verkoop) in rijen.items()
    ]
    som = [sum(kolom) for kolom in zip(*rijen.values(), strict=True)]
    eind = som[0] + som[1] - som[2] - som[3]
    kop = "Corporatie | Beginstand 31-12-2024 | Nieuwbouw | Sloop | Verkoop | Eindstand 31-12-2028"
    return tabel(kop, *regels, "Totaal | " + " | ".join(map(nl, [*som, eind])))


def rows(rijen):
    """Changes down with a minus before what goes off, corporations across."""
    regels = {
        "Verwachte voorraad eind 2028": [b + n - s - v for b, n, s, v in rijen.values()],
        "Te slopen": [-s for _, _, s, _ in rijen.values()],
        "Bouwopgave": [n for _, n, _, _ in rijen.values()],
        "Verkopen": [-v for *_, v in rijen.values()],
        "Huidige voorraad 1-1-2025": [b for b, *_ in rijen.values()],
    }
    return tabel(
        " | ".join(["2025 t/m 2028", *rijen, "Samen"]),
        *(" | ".join([naam, *map(nl, [*rij, sum(rij)])]) for naam, rij in regels.items()),
    )


def groups(rijen):
    """Groups of lines, a corporation each, with the changes and the balance under one heading."""
    kolommen = {
        "Stand 1 januari 2025": [b for b, *_ in rijen.values()],
        "Nieuw te bouwen 2025-2028": [n for _, n, _, _ in rijen.values()],
        "Onttrekking door sloop 2025-2028": [s for _, _, s, _ in rijen.values()],
        "Vervreemding 2025-2028": [v for *_, v in rijen.values()],
        "Prognose ultimo 2028": [b + n - s - v for b, n, s, v in rijen.values()],
    }
    regels = []
    for groep, rij in kolommen.items():
        namen = [*rijen, "Totaal"]
        for plek, (naam, getal) in enumerate(zip(namen, [*rij, sum(rij)], strict=True)):
            regels.append(f"{groep if not plek else ''} | {naam} | {nl(getal)}")
    return tabel(" | | Gemeente Elzerveen", *regels)


def blocks(rijen):
    """A block for each corporation, with the whole period as its only column."""
    eerste, *rest = rijen
    regels = []
    for naam in (eerste, *rest):
        begin, bij, sloop, verkoop = rijen[naam]
        regels += [f"{naam} | 2025-2028"] if naam != eerste else []
        regels += [f"Beginstand | {nl(begin)}", f"Aantal sloop | -{sloop}", f"Aantal verkoop | -{verkoop}"]
        regels += [f"Aantal nieuwbouw | {nl(bij)}", f"Voorraadontwikkeling | {nl(bij - sloop - verkoop)}"]
        regels += [f"Eindstand | {nl(begin + bij - sloop - verkoop)}"]
    return tabel(f"{eerste} | 2025-2028", *regels)


@pytest.mark.parametrize("layout", [columns, rows, groups, blocks])
@settings(max_examples=12)
@given(cijfers())
def test_the_same_figures_in_any_layout_are_the_same_plan(layout, rijen):
    (plan,) = plans_from([layout(rijen)])

    assert plan.verschillen == plan.twijfels == ()
    assert (plan.van, plan.tot) == (VAN, TOT)
    boek = balance(plan.standen, plan.mutaties, van=VAN, tot=TOT)
    assert boek.verschillen == ()
    gelezen = {
        een.corporatie: (
            een.begin,
            *(abs(een.posten.get(soort, 0)) for soort in ("nieuwbouw", "sloop", "verkoop")),
        )
        for een in boek.balansen
    }
    assert gelezen == rijen


@pytest.mark.parametrize("layout", [columns, rows, groups, blocks])
@settings(max_examples=12)
@given(cijfers(), st.randoms())
def test_a_number_that_is_changed_is_told(layout, rijen, toeval):
    heel = layout(rijen)
    plekken = [
        (nr, kolom)
        for nr, rij in enumerate(heel.rijen)
        for kolom in range(1, len(rij))
        if rij[kolom].strip("-.").replace(".", "").isdigit()
    ]
    nr, kolom = toeval.choice([(nr, kolom) for nr, kolom in plekken if heel.rijen[nr][kolom] != "2025-2028"])
    rij = list(heel.rijen[nr])
    oud = int(rij[kolom].replace(".", ""))
    rij[kolom] = nl(oud - 7 if oud < 0 else oud + 7)

    (plan,) = plans_from(
        [heel.model_copy(update={"rijen": (*heel.rijen[:nr], tuple(rij), *heel.rijen[nr + 1 :])})]
    )

    assert plan.verschillen != ()


def changes(plan):
    return [(een.soort, een.corporatie, een.categorie, een.aantal, een.dag.year) for een in plan.mutaties]


def test_years_across_with_a_block_for_each_corporation_and_a_total_of_both():
    (plan,) = plans_from(
        [
            tabel(
                "Lisdodde | 2025 | 2026 | 2027-2030",
                "Aantal sloop | -20 | -35 | -90",
                "Aantal nieuwbouw | 44 | 60 | 150",
                "Voorraadontwikkeling | 24 | 25 | 60",
                "Flexwoningen | | 30 | ",
                "Voorraadontwikkeling inclusief flexwoningen | | 55 | ",
                "Thuishaven | 2025 | 2026 | ",
                "Aantal sloop | -5 | 0 | ",
                "Aantal nieuwbouw | 25 | 12 | ",
                "Voorraadontwikkeling | 20 | 12 | ",
                "Totaal Lisdodde en Thuishaven inclusief flexwoningen | 44 | 67 | 60",
            )
        ]
    )

    assert plan.verschillen == ()
    assert changes(plan) == [
        ("sloop", "Lisdodde", "daeb", 20, 2025),
        ("sloop", "Lisdodde", "daeb", 35, 2026),
        ("sloop", "Lisdodde", "daeb", 90, 2030),
        ("nieuwbouw", "Lisdodde", "daeb", 44, 2025),
        ("nieuwbouw", "Lisdodde", "daeb", 60, 2026),
        ("nieuwbouw", "Lisdodde", "daeb", 150, 2030),
        ("toevoeging", "Lisdodde", "flex", 30, 2026),
        ("sloop", "Thuishaven", "daeb", 5, 2025),
        ("nieuwbouw", "Thuishaven", "daeb", 25, 2025),
        ("nieuwbouw", "Thuishaven", "daeb", 12, 2026),
    ]


def test_stock_by_category_on_a_day_with_totals_both_ways():
    regels = (
        "Bezit op 1 januari 2025 | Lisdodde | Thuishaven | Totaal",
        "Sociale huurwoningen (DAEB) | 1.000 | 800 | 1.800",
        "Middenhuur | 40 | 10 | 50",
        "Kamers | 12 | 0 | 12",
        "Zorgvastgoed | 30 | 20 | 50",
        "Standplaatsen | 4 | 6 | 10",
        "Totaal | 1.086 | 836 | 1.922",
    )

    (goed,) = plans_from([tabel(*regels)])
    (fout,) = plans_from([tabel(*regels[:-1], "Totaal | 1.086 | 863 | 1.922")])

    standen = {(een.corporatie, een.categorie): een.aantal for een in goed.standen}
    assert goed.verschillen == ()
    assert standen["Lisdodde", "niet-daeb"] == 40
    assert standen["Thuishaven", "standplaats"] == 6
    assert {een.dag for een in goed.standen} == {date(2025, 1, 1)}
    assert [een.uitleg for een in fout.verschillen] == ["800 + 10 + 20 + 6 = 836, maar er staat 863."]


def test_types_of_dwelling_of_one_category_are_taken_together():
    (plan,) = plans_from(
        [
            tabel(
                "Stand 1-1-2025 | Lisdodde | Thuishaven",
                "Eengezinswoningen | 300 | 200",
                "Appartementen | 100 | 80",
                "Totaal | 400 | 280",
            )
        ]
    )

    assert [(een.corporatie, een.aantal) for een in plan.standen] == [("Lisdodde", 400), ("Thuishaven", 280)]
    assert plan.verschillen == ()


def test_years_down_and_a_heading_of_two_lines():
    (plan,) = plans_from(
        [
            tabel(
                " | Lisdodde | | Thuishaven | ",
                " | nieuwbouw | sloop | nieuwbouw | sloop",
                "2025 | 12 | 4 | 20 | 0",
                "2026 | 10 | 2 | 5 | 5",
                "Totaal | 22 | 6 | 25 | 6",
            )
        ]
    )

    assert changes(plan)[:3] == [
        ("nieuwbouw", "Lisdodde", "daeb", 12, 2025),
        ("sloop", "Lisdodde", "daeb", 4, 2025),
        ("nieuwbouw", "Thuishaven", "daeb", 20, 2025),
    ]
    (verschil,) = plan.verschillen
    assert (verschil.verwacht, verschil.gevonden) == (5, 6)


def test_a_stock_that_closes_one_year_and_opens_the_next():
    (plan,) = plans_from(
        [
            tabel(
                " | 2025 | 2026",
                "Beginstand | 1.000 | 1.030",
                "Nieuwbouw | 40 | 20",
                "Sloop | -10 | -10",
                "Eindstand | 1.030 | 1.040",
            )
        ]
    )

    boek = balance(plan.standen, plan.mutaties, van=VAN, tot=date(2026, 12, 31))
    assert plan.verschillen == boek.verschillen == ()
    assert total(boek.balansen).eind == 1_040


def test_what_has_no_location_yet_stands_apart():
    in_cel = tabel(
        "Corporatie | Toevoeging 2025-2028", "Lisdodde | 52 (waarvan 48 fictief)*", "Thuishaven | 10"
    )
    ernaast = tabel(
        "Corporatie | Nieuwbouw 2025-2028 | waarvan zonder locatie",
        "Lisdodde | 52 | 48",
        "Thuishaven | 10 | ",
    )

    for plan in plans_from([in_cel, ernaast]):
        lisdodde = [(een.aantal, een.fictief) for een in plan.mutaties if een.corporatie == "Lisdodde"]
        assert lisdodde == [(4, False), (48, True)]
        assert plan.fictief == 48


@pytest.mark.parametrize(
    ("cel", "eind", "aantal", "gesloopt"),
    [
        ("30", "990", 30, 30),
        ("+6", "996", 6, 0),
        ("-6", "984", 0, 6),
        ("30", "1.020", 30, 0),
        ("40 sloop, 36 nieuwbouw = -4", "986", 36, 40),
    ],
    ids=["one for one", "net gain", "net loss", "net by the closing stock", "both said"],
)
def test_replacement_is_read_as_the_table_means_it(cel, eind, aantal, gesloopt):
    (plan,) = plans_from(
        [
            tabel(
                "Corporatie | Begin 2025 | Vervanging | Verkoop | Eind 2028",
                f"Lisdodde | 1.000 | {cel} | 10 | {eind}",
                "Thuishaven | 500 | 0 | 2 | 498",
            )
        ]
    )

    (vervanging,) = [een for een in plan.mutaties if een.soort == "vervanging"]
    assert (vervanging.aantal, vervanging.gesloopt) == (aantal, gesloopt)
    assert plan.verschillen == ()


def test_a_replacement_that_comes_to_something_else_is_told():
    (plan,) = plans_from(
        [
            tabel(
                "Corporatie | Vervanging 2025-2028", "Lisdodde | 40 sloop, 36 nieuwbouw = 0", "Thuishaven | 0"
            )
        ]
    )

    (verschil,) = plan.verschillen
    assert verschil.uitleg == "36 - 40 = -4, maar er staat 0."


def test_a_conversion_goes_from_one_line_to_another():
    (plan,) = plans_from(
        [
            tabel(
                "Categorie | Stand 1-1-2025 | Nieuwbouw | Omzetting | Stand 31-12-2028",
                "DAEB | 900 | 40 | -12 | 928",
                "Niet-DAEB | 60 | 0 | +12 | 72",
                "Totaal | 960 | 40 | 0 | 1.000",
            )
        ]
    )

    (omzetting,) = [een for een in plan.mutaties if een.soort == "omzetting"]
    assert (omzetting.categorie, omzetting.naar, omzetting.aantal) == ("daeb", "niet-daeb", 12)
    assert plan.verschillen == balance(plan.standen, plan.mutaties, van=VAN, tot=TOT).verschillen == ()


def test_about_so_many_and_not_known_yet_are_doubts_and_no_differences():
    (plan,) = plans_from(
        [
            tabel(
                "Corporatie | Stand 31-12-2024 | Nieuwbouw | Stand 31-12-2028",
                "Lisdodde | 1.000 | circa 50 | 1.047",
                "Thuishaven | 500 | p.m. | 530",
            )
        ]
    )

    assert plan.verschillen == ()
    assert plan.twijfels == (
        "Bij rij 'Lisdodde', kolom 'Nieuwbouw' staat geen precies aantal; gerekend is met 50.",
        "Bij rij 'Thuishaven', kolom 'Nieuwbouw' is het aantal nog niet bekend; het telt niet mee.",
    )


def test_fewer_than_none_built_is_told_and_does_not_count():
    (plan,) = plans_from([tabel("Corporatie | Nieuwbouw 2025", "Lisdodde | -5", "Thuishaven | 4")])

    assert changes(plan) == [("nieuwbouw", "Thuishaven", "daeb", 4, 2025)]
    assert (
        plan.verschillen[0].uitleg
        == "Er staat -5, maar dit aantal kan niet negatief zijn; het telt niet mee."
    )


def test_a_balance_without_its_parts_is_the_change_itself():
    (plan,) = plans_from(
        [tabel(" | Lisdodde | Thuishaven", "Verwachte groei door nieuwbouw en sloop t/m 2028 | 30 | -12")]
    )

    assert changes(plan) == [
        ("saldo", "Lisdodde", "daeb", 30, 2028),
        ("saldo", "Thuishaven", "daeb", -12, 2028),
    ]


def test_villages_are_no_corporations():
    regels = (
        "Kern | Nieuwbouw t/m 2028 | Sloop t/m 2028",
        "Aldrum | 10 | 0",
        "Hemmer | 20 | 4",
        "Totaal | 30 | 4",
    )

    (plan,) = plans_from([tabel(*regels)])
    (zonder_kop,) = plans_from(
        [tabel(" | Nieuwbouw t/m 2028", "Aldrum | 10", "Hemmer | 20")], corporaties=["Lisdodde"]
    )

    assert {een.corporatie for een in (*plan.mutaties, *zonder_kop.mutaties)} == {""}
    assert sum(een.aantal for een in plan.mutaties if een.soort == "nieuwbouw") == 30
    assert plan.verschillen == ()


def test_the_term_of_the_agreements_dates_a_table_that_does_not():
    los = tabel("Corporatie | Nieuwbouw | Sloop", "Lisdodde | 20 | 4", "Thuishaven | 10 | 0")

    (plan,) = plans_from([los], looptijd=(date(2025, 1, 1), TOT))
    (ongedateerd,) = plans_from([los])

    assert {(een.van, een.dag) for een in plan.mutaties} == {(date(2025, 1, 1), TOT)}
    assert ongedateerd.mutaties == ()
    assert "niet over welke jaren" in ongedateerd.twijfels[0]


@pytest.mark.parametrize(
    "regels",
    [
        ("Huurklasse | Lisdodde | Thuishaven", "Goedkoop | 100 | 200", "Betaalbaar | 300 | 400"),
        ("Energielabel, stand 1-1-2025 | Lisdodde", "A | 100", "B | 200"),
        ("Corporatie | Aantal toewijzingen 2024", "Lisdodde | 100", "Thuishaven | 50"),
        ("Project | Kern | Nieuwbouw | Oplevering", "Kerkelaan | Aldrum | 8 | 2026"),
        ("Wat | Wie", "Jaargesprek | gemeente", "Monitor | Lisdodde"),
        ("Bijdrage in euro's | 2025 | 2026", "Lisdodde | 80.000 | 85.000"),
        ("Partij | Nieuwbouw", "Lisdodde | in overleg"),
    ],
)
def test_other_tables_are_no_plans(regels):
    assert plans_from([tabel(*regels)]) == ()


def test_a_plan_says_which_table_it_is():
    regels = ("Corporatie | Nieuwbouw 2025", "Lisdodde | 5", "Thuishaven | 4")
    (plan,) = plans_from(
        [tabel("Wat | Wie", "Monitor | Lisdodde"), tabel(*regels, titel="Tabel 2: groei", afspraak="4")][1:]
    )
    _, tweede = plans_from([tabel(*regels), tabel(*regels)])

    assert plan.naam == "tabel 'Tabel 2: groei' bij afspraak 4"
    assert tweede.naam == "tabel 2"
    assert tweede.mutaties[0] == Mutatie(
        soort="nieuwbouw",
        corporatie="Lisdodde",
        aantal=5,
        van=date(2025, 1, 1),
        dag=date(2025, 12, 31),
        bron="tabel 2, rij 'Lisdodde', kolom 'Nieuwbouw 2025'",
    )


WOORDEN = (
    *(
        "",
        "-",
        "p.m.",
        "12",
        "-7",
        "1.204",
        "circa 50",
        "40-50",
        "52 (waarvan 48 fictief)",
        "3 sloop, 4 nieuwbouw = 1",
    ),
    *(
        "2025",
        "2026-2029",
        "t/m 2028",
        "31-2-2025",
        "Stand 1-1-2025",
        "Eindstand",
        "Totaal",
        "Nieuwbouw",
        "Sloop",
    ),
    *(
        "Omzetting DAEB naar niet-DAEB",
        "Omzetting",
        "Vervanging",
        "Saldo",
        "waarvan zonder locatie",
        "Flexwoningen",
    ),
    *(
        "Lisdodde",
        "Thuishaven",
        "Kern",
        "Aldrum",
        "€ 3",
        "12%",
        "Totaal bezit inclusief zorg",
        "(",
        "*",
        "99999999999",
    ),
)
rij = st.lists(st.sampled_from(WOORDEN), min_size=0, max_size=5).map(tuple)


@settings(max_examples=150)
@given(rij, st.lists(rij, max_size=6), st.sampled_from([None, "Voorraad 2025-2028", "Huurprijzen"]))
def test_whatever_stands_in_a_table_gives_a_plan_or_none(kop, rijen, titel):
    for plan in plans_from([Tabel(titel=titel, kop=kop, rijen=tuple(rijen))]):
        assert plan.van is None or plan.tot is None or plan.van <= plan.tot
        if plan.van and plan.tot:
            balance(plan.standen, plan.mutaties, van=plan.van, tot=plan.tot)


def test_a_list_is_longer_than_any_plan():
    rijen = [f"Naam {nummer} | 5 | 4 | 3 | 2 | 1" for nummer in range(401)]

    assert (
        plans_from([tabel("Corporatie | Nieuwbouw 2025 | Sloop | Verkoop | Aankoop | Saldo", *rijen)]) == ()
    )
