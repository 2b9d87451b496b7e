"""Real documents come in, read well on the screen, and can be adopted."""

import pytest
from django.urls import reverse

from tests.web.inbrengen.stukken import bewerker
from tests.web.inloggen import als
from tests.web.maken import organisatie
from wederkerig.web.register.domain import lezen
from wederkerig.web.register.domain.geschiedenis import uitgave_op
from wederkerig.web.register.domain.inzenden import breng_in
from wederkerig.web.register.domain.nalezen import nalezing_van
from wederkerig.web.register.models import Fase, Koppeling, Overeenkomst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LARGEST_PAGE = 500_000


@pytest.mark.parametrize("number", range(5))
def test_a_real_document_comes_in_and_is_adopted(shared, number):
    file = sorted((shared / "seeds").glob("*.txt"))[number]
    person = bewerker()
    client = als(person)
    made = breng_in(file.read_bytes(), file.name, organisatie=organisatie(), gebruiker=person).inzending
    lezen.lees(str(made.pk))
    made.refresh_from_db()
    stand = nalezing_van(made)

    page = client.get(reverse("nalezen", args=[made.pk]))
    shown = page.content.decode() + "".join(
        client.get(reverse("feiten", args=[made.pk]), {"van": item.sleutel}).content.decode()
        for item in stand.items
        if item.ouder is None
    )

    assert made.fase == Fase.NALEZEN
    assert len(page.content) < LARGEST_PAGE
    assert [item.sleutel for item in stand.items if f'id="f-{item.sleutel}"' not in shown] == []
    if stand.gelezen.soort != "jaarplan":
        adopt(client, made, stand)


def adopt(client, made, stand):
    partij = next(each for each in stand.gelezen.partijen if each.soort == "gemeente")
    Koppeling.objects.create(inzending=made, naam=partij.naam, organisatie=made.organisatie, door="Anna")
    data = {"gemeenten": stand.gelezen.gemeente, "vastgesteld": "", "inwerking": "", "stand": made.stand}

    response = client.post(reverse("vaststellen", args=[made.pk]), data)

    of = Overeenkomst.objects.get()
    stuk = uitgave_op(of).stuk
    assert response.url == reverse("overeenkomst", args=[of.slug])
    for part in ("afspraken", "tabellen", "begrippen", "kaders", "themas", "partijen"):
        assert len(getattr(stuk, part)) == len(getattr(stand.gelezen, part))
