"""The charts of norms: the course of a figure with what was agreed, and rent classes side by side."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.normgrafieken import charts_by_theme, class_charts, norm_chart

OP = date(2026, 12, 31)
WIE = ("Duinwonen",)


def norm(indicator: str = "voorraad-sociaal", waarde: int = 3300, **other) -> Norm:
    said = {
        "sleutel": f"{indicator}-{waarde}",
        "afspraak": "a1",
        "nummer": "1",
        "thema": "beschikbaarheid",
        "relatie": "min",
        "eenheid": "woningen",
        "per": date(2028, 12, 31),
        "partijen": WIE,
        "cijfers_van": WIE,
    }
    return Norm(indicator=indicator, waarde=Decimal(waarde), **said | other)


def meting(indicator: str, dag: date, waarde: int, van: date | None = None) -> Meting:
    return Meting(indicator=indicator, partij=WIE[0], peildatum=dag, van=van, waarde=Decimal(waarde))


STOCK = (
    meting("voorraad-sociaal", date(2024, 12, 31), 3200),
    meting("voorraad-sociaal", date(2025, 12, 31), 3241),
)


def test_a_figure_on_days_is_a_line_and_the_target_stands_on_its_last_day():
    chart = norm_chart(norm(), STOCK, op=OP)

    assert chart.soort == "lijn met doel en band"
    assert chart.x == ("eind 2024", "eind 2025", "eind 2028")
    assert chart.reeksen[0].waarden == (3200, 3241, None)
    assert chart.doel.waarden == (None, None, 3300)
    assert "ten minste 3.300 woningen, uiterlijk eind 2028" in chart.beschrijving


def test_one_figure_is_no_course():
    assert norm_chart(norm(), STOCK[:1], op=OP) is None


def test_figures_after_the_day_are_not_drawn():
    assert norm_chart(norm(), STOCK, op=date(2025, 6, 30)) is None


def test_what_is_promised_every_year_has_a_bar_for_each_year_and_a_target_where_it_holds():
    built = [
        meting("nieuwbouw", date(year, 12, 31), count, date(year, 1, 1))
        for year, count in ((2024, 8), (2025, 25), (2026, 31))
    ]
    yearly = norm("nieuwbouw", 30, ritme="jaarlijks", van=date(2025, 1, 1))

    chart = norm_chart(yearly, built, op=OP)

    assert (chart.soort, chart.x) == ("staven", ("2024", "2025", "2026"))
    assert chart.reeksen[0].waarden == (8, 25, 31)
    assert chart.doel.waarden == (None, 30, 30)


def test_the_bar_of_a_year_that_is_not_over_says_until_when_it_counts():
    built = [
        meting("nieuwbouw", date(2025, 12, 31), 25, date(2025, 1, 1)),
        meting("nieuwbouw", date(2026, 6, 30), 12, date(2026, 1, 1)),
    ]
    chart = norm_chart(norm("nieuwbouw", 30, ritme="jaarlijks", van=date(2025, 1, 1)), built, op=OP)

    assert chart.x == ("2025", "2026 t/m 30-6-2026")
    assert chart.beschrijving.startswith("In 2026 t/m 30-6-2026: 12.")


def test_rent_classes_stand_in_one_chart_with_their_norms():
    classes = [
        norm("huur-tot-laag", 70, thema="betaalbaarheid", eenheid="%"),
        norm("huur-goedkoop", 15, thema="betaalbaarheid", eenheid="%"),
    ]
    figures = [
        meting("huur-tot-laag", date(2025, 12, 31), 72),
        meting("huur-goedkoop", date(2025, 12, 31), 12),
    ]

    [chart] = class_charts(classes, figures, op=OP)

    assert chart.reeksen[0].waarden == (72, 12)
    assert chart.doel.waarden == (70, 15)
    assert len(chart.x) == 2
    assert class_charts(classes, (), op=OP) == ()


def test_a_chart_of_classes_is_called_by_what_they_are_classes_of():
    wanted = {"verhuring-goedkoop": 15, "verhuring-goedkoop-tot-laag": 55}
    normen = [norm(name, share, eenheid="%", ritme="jaarlijks") for name, share in wanted.items()]
    given = [meting(name, date(2026, 6, 30), share, date(2026, 1, 1)) for name, share in wanted.items()]

    [chart] = class_charts(normen[::-1], given, op=OP)

    assert chart.titel == "Verhuringen per huurklasse"
    assert chart.x == (
        "tussen de kwaliteitskortingsgrens en de lage aftoppingsgrens (Duinwonen)",
        "een goedkope huur (Duinwonen)",
    )


def test_a_theme_has_its_classes_and_its_first_two_courses():
    own = [norm(waarde=waarde) for waarde in (3300, 3400, 3500)]

    found = charts_by_theme([*own, norm(waarde=1, thema=None), norm(aard="achtergrond")], STOCK, op=OP)

    assert {thema: len(charts) for thema, charts in found.items()} == {"beschikbaarheid": 2}


def test_a_norm_that_nothing_measures_has_no_chart():
    assert norm_chart(norm(""), STOCK, op=OP) is None
    assert norm_chart(norm("bestaat-niet"), STOCK, op=OP) is None
