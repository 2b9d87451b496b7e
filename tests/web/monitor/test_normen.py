"""The norms of agreements: what reading proposes, what parties say of it, and what amendments do to it."""

from decimal import Decimal

import pytest

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie
from tests.web.monitor.maken import VOORRAAD, afspraken, bevestig, bewerker, norm_van, stuk
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Doel, Norm, Wijziging
from wederkerig.web.monitor.domain.bevestigen import (
    BevestigError,
    IntussenGezegdError,
    add,
    confirm,
)
from wederkerig.web.monitor.domain.normen import measurable, norms_of
from wederkerig.web.monitor.models import Bevestiging
from wederkerig.web.register.domain.logboek import as_lines, of_overeenkomst

pytestmark = pytest.mark.django_db


def test_what_reading_proposes_is_not_confirmed():
    of = afspraken(bevestigd=False)

    assert [(each.gezegd, each.norm.waarde) for each in norms_of(of)] == [
        ("gelezen", Decimal(1200)),
        ("gelezen", Decimal(20)),
    ]


def test_what_a_party_says_goes_over_what_was_read_and_all_of_it_stays():
    of = afspraken(bevestigd=False)
    bevestig(of, "1", indicator=VOORRAAD)
    bevestig(of, "1", van=GEMEENTE, indicator=VOORRAAD, gebied="Duin")

    held = norm_van(of)
    assert (held.gezegd, held.norm.gebied, held.norm.tekst) == (
        "bevestigd",
        "Duin",
        "ten minste 1.200 sociale huurwoningen",
    )
    assert [row.namens for row in held.bevestigingen] == [GEMEENTE, CORPORATIE]


def test_a_figure_that_is_no_norm_is_not_measured():
    of = afspraken()
    held = norm_van(of)
    confirm(of, held.sleutel, None, stand=held.stand, namens=organisatie(HUURDERS), door=bewerker(HUURDERS))

    assert norm_van(of).gezegd == "geen norm"
    assert [norm.nummer for norm in measurable(norms_of(of))] == ["2"]


def test_the_same_twice_is_said_once():
    of = afspraken()

    assert bevestig(of, "1", indicator=VOORRAAD) is None
    assert Bevestiging.objects.count() == 2


def test_who_did_not_see_what_another_said_does_not_overwrite_it():
    of = afspraken(bevestigd=False)
    seen = norm_van(of)
    bevestig(of, "1", van=GEMEENTE, indicator=VOORRAAD, gebied="Duin")

    with pytest.raises(IntussenGezegdError) as error:
        confirm(
            of,
            seen.sleutel,
            seen.norm,
            stand=seen.stand,
            namens=organisatie(CORPORATIE),
            door=bewerker(CORPORATIE),
        )
    assert error.value.nu.norm.gebied == "Duin"
    assert Bevestiging.objects.count() == 1


def test_of_a_norm_that_is_not_there_nothing_can_be_said():
    of = afspraken()
    held = norm_van(of)

    with pytest.raises(BevestigError):
        confirm(of, "nergens", held.norm, stand=0, namens=organisatie(CORPORATIE), door=bewerker())


def new_norm(**velden) -> Norm:
    return Norm(
        sleutel="", afspraak="", nummer="", relatie="min", waarde=Decimal(5), eenheid="woningen"
    ).model_copy(update=velden)


def test_a_norm_that_was_added_stands_with_its_agreement():
    of = afspraken()
    add(of, new_norm(), nummer=" 2. ", namens=organisatie(GEMEENTE), door=bewerker(GEMEENTE))

    *_, last = norms_of(of)
    assert (last.gezegd, last.norm.afspraak, last.norm.nummer) == ("toegevoegd", "afspraak-2", "2")
    with pytest.raises(BevestigError, match="Er is geen afspraak 99"):
        add(of, new_norm(), nummer="99", namens=organisatie(GEMEENTE), door=bewerker(GEMEENTE))


def test_the_logbook_tells_all_parties_what_became_of_a_norm():
    of = afspraken(bevestigd=False)
    bevestig(of, "1", indicator=VOORRAAD)

    (line,) = as_lines(of_overeenkomst(of))
    assert line.wat == "zei hoe afspraak 1 wordt gemeten"
    assert [(feit.naam, feit.werd) for feit in line.feiten] == [
        ("norm", "ten minste 1.200 woningen, uiterlijk eind 2028")
    ]


# --- amendments ------------------------------------------------------------------------------------------


def amended(*wijzigingen: Wijziging):
    """Agreements of which the first norm was confirmed, and then a year plan with these amendments."""
    of = vastgesteld(stuk())
    bevestig(of, "1", indicator=VOORRAAD, gebied="Duin")
    besluit(of, jaarplan(*wijzigingen))
    return of


def test_another_number_in_the_text_goes_before_what_was_confirmed_and_the_rest_stays():
    of = amended(vervangt("1", "ten minste 1.200 sociale", "ten minste 1.300 sociale"))

    held = norm_van(of)
    assert (held.gezegd, held.norm.waarde, held.norm.gebied, held.norm.indicator) == (
        "gewijzigd",
        Decimal(1300),
        "Duin",
        VOORRAAD,
    )

    bevestig(of, "1", indicator=VOORRAAD, gebied="Duin")
    assert norm_van(of).gezegd == "bevestigd"


def test_a_new_number_of_the_agreement_changes_nothing_of_its_norm():
    new = Wijziging(
        soort="nieuw",
        doel=Doel(nummer="1"),
        tekst="Wij vergaderen.",
    )
    of = amended(new)

    held = next(each for each in norms_of(of) if each.norm.afspraak == "afspraak-1")
    assert (held.gezegd, held.norm.gebied) == ("bevestigd", "Duin")


def test_a_norm_whose_words_are_gone_has_ended_and_is_not_lost():
    of = amended(Wijziging(soort="verwijderen", doel=Doel(nummer="1"), tekst=""))

    ended = [each for each in norms_of(of) if each.vervallen]
    assert [(each.gezegd, each.norm.gebied, len(each.bevestigingen)) for each in ended] == [
        ("bevestigd", "Duin", 1)
    ]
    assert [norm.afspraak for norm in measurable(norms_of(of))] == ["afspraak-2"]


def test_an_earlier_version_still_has_its_norms():
    of = amended(Wijziging(soort="verwijderen", doel=Doel(nummer="1"), tekst=""))

    assert [each.vervallen for each in norms_of(of, 0)] == [False, False]
