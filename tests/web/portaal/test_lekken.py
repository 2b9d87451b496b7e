"""Nothing that was not adopted is ever on a public page: the tests hold data that could leak."""

import hashlib

import pytest
from django.urls import get_resolver

from tests.web.maken import HUURDERS, basis, mens, organisatie
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Afspraak
from wederkerig.web.accounts.models import Lidmaatschap, Rol, Uitnodiging
from wederkerig.web.register import models
from wederkerig.web.register.domain.geschiedenis import as_data

pytestmark = pytest.mark.django_db
GEHEIM = "GEHEIM-7Q"


@pytest.fixture
def register():
    """Adopted agreements, and beside them everything that is not for the public."""
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", "minimaal 20", "minimaal 25")))
    secret = Afspraak(nummer="9", thema=f"{GEHEIM} thema", tekst=f"{GEHEIM} afspraak.")
    stuk = basis().model_copy(update={"titel": f"{GEHEIM} titel", "afspraken": (secret,)})
    content = f"{GEHEIM} bestand".encode()
    bestand = models.Bestand.objects.create(
        sha256=hashlib.sha256(content).hexdigest(), grootte=len(content), inhoud=content
    )
    for overeenkomst in (None, made):
        for fase in (models.Fase.WACHT, models.Fase.MISLUKT, models.Fase.NALEZEN, models.Fase.INGETROKKEN):
            draft = models.Inzending.objects.create(
                organisatie=organisatie(HUURDERS),
                bestand=bestand,
                bestandsnaam=f"{GEHEIM}.pdf",
                overeenkomst=overeenkomst,
                fase=fase,
                fout=f"{GEHEIM} fout",
                door_naam=f"{GEHEIM} naam",
            )
            models.Lezing.objects.create(
                inzending=draft, lezer="1", stuk=as_data(stuk), tekst=f"{GEHEIM} tekst"
            )
            done = {"inzending": draft, "door": f"{GEHEIM} naam"}
            models.Verbetering.objects.create(**done, sleutel=GEHEIM, inhoud={"wordt": GEHEIM})
            models.Koppeling.objects.create(**done, naam=GEHEIM)
            models.Keuze.objects.create(**done, wijziging=1, inhoud={"toelichting": GEHEIM})
    models.Gebeurtenis.objects.create(
        soort="ingebracht", over="inzending", over_id="1", naam=GEHEIM, door=GEHEIM, overeenkomst_id=made.pk
    )
    person = mens(f"{GEHEIM.lower()}@voorbeeld.nl", Rol.BEHEERDER, bij=organisatie(HUURDERS))
    Uitnodiging.objects.create(
        organisatie=organisatie(HUURDERS),
        email=f"{GEHEIM}@voorbeeld.nl",
        naam=GEHEIM,
        rollen=["lezer"],
        kenmerk=GEHEIM,
        door=person,
        verloopt_op="2099-01-01T00:00Z",
    )
    assert Lidmaatschap.objects.filter(gebruiker=person).exists()
    return made


def addresses():
    """An address of every public view, also with the identifiers of what is not public."""
    of = "/overeenkomsten/zeedrecht-2025-2028"
    drafts = [str(pk) for pk in models.Inzending.objects.values_list("pk", flat=True)]
    return [
        "/",
        "/gemeenten/zeedrecht/",
        "/gemeenten/zeedrecht/?op=2025-02-01",
        f"{of}/",
        f"{of}/tekst/",
        f"{of}/tekst/?wijzigingen=jaarplan-2026",
        f"{of}/versies/",
        f"{of}/versies/?van=2025-01-01&tot=2026-06-01",
        f"{of}/versies/basis/",
        f"{of}/versies/jaarplan-2026/",
        f"{of}/versies/basis/bron/",
        f"{of}/versies/jaarplan-2026/bron/",
        f"{of}/versies/basis/bron/1.png",
        *(f"{of}/afspraken/afspraak-{number}/" for number in (1, 2, 3, 9)),
        f"{of}/afspraken/afspraak-2/bron/jaarplan-2026/",
        *(f"{of}/downloads/{kind}/" for kind in ("json", "html", "akn")),
        *(f"{of}/versies/{draft}/" for draft in drafts),
        *(f"{of}/versies/{draft}/bron/" for draft in drafts),
        f"/zoeken/?q={GEHEIM}",
        "/zoeken/?q=woningen",
        "/over/",
        "/privacy/",
        "/toegankelijkheid/",
        "/robots.txt",
        "/sitemap.xml",
        "/.well-known/security.txt",
    ]


@pytest.mark.usefixtures("register")
def test_no_public_page_holds_anything_that_was_not_adopted(client):
    found = []
    for path in addresses():
        answer = client.get(path)
        text = answer.content.decode("utf-8", "replace").replace(f'value="{GEHEIM}"', "")
        text = text.replace(f"Zoeken naar {GEHEIM}", "").replace(f"q={GEHEIM}", "")
        if GEHEIM.casefold() in text.casefold() or GEHEIM in str(answer.headers):
            found.append(path)

    assert found == []


@pytest.mark.usefixtures("register")
def test_the_public_pages_that_are_tried_are_all_there_are(client):
    names = {
        pattern.name or ""
        for part in get_resolver().url_patterns
        if "portaal" in str(getattr(part, "urlconf_name", ""))
        for pattern in _leaves(part)
    }
    tried = {client.get(path).resolver_match.url_name for path in addresses()}

    assert names - tried == set()


def _leaves(part):
    return [
        leaf
        for each in part.url_patterns
        for leaf in (_leaves(each) if hasattr(each, "url_patterns") else [each])
    ]


@pytest.mark.usefixtures("register")
def test_a_draft_is_not_found_by_its_words(client):
    assert client.get(f"/zoeken/?q={GEHEIM}").context["blad"].paginator.count == 0


@pytest.mark.usefixtures("register")
def test_a_draft_of_a_year_plan_does_not_change_what_is_read(client):
    read = client.get("/overeenkomsten/zeedrecht-2025-2028/downloads/json/").json()

    assert [each["nummer"] for each in read["afspraken"]] == ["1", "2", "3"]


@pytest.mark.usefixtures("register")
def test_a_municipality_with_drafts_only_has_no_page(client):
    models.Gemeente.objects.create(naam=f"{GEHEIM} stad", slug="geheime-stad")

    assert client.get("/gemeenten/geheime-stad/").status_code == 404
    assert GEHEIM not in client.get("/").content.decode()
