"""The description of open data, read as triples: what DCAT-AP-NL 3.0 obliges is there."""

import json
from datetime import date

import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import FOAF

from tests.export.test_opendata import meting, publicatie
from wederkerig.export.opendata import FILES, open_data

# rdflib's own reader of JSON-LD uses a class that rdflib warns of
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = "http://publications.europa.eu/resource/authority/"
CATALOGUE = {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.dataset}
DATASET = {
    DCTERMS.title,
    DCTERMS.description,
    DCTERMS.identifier,
    DCTERMS.publisher,
    DCTERMS.creator,
    DCTERMS.accessRights,
    DCAT.contactPoint,
    DCAT.theme,
    DCAT.distribution,
}
DISTRIBUTION = {DCAT.accessURL, DCTERMS.license, DCTERMS["format"]}


def described(**anders):
    return open_data(publicatie(meting(), **anders))["dcat.jsonld"]


@pytest.fixture(scope="module")
def graph():
    return Graph().parse(data=described(), format="json-ld")


def of_kind(graph, kind):
    return sorted(graph.subjects(RDF.type, kind))


@pytest.mark.parametrize(
    ("kind", "number", "obliged"),
    [(DCAT.Catalog, 1, CATALOGUE), (DCAT.Dataset, 2, DATASET), (DCAT.Distribution, 4, DISTRIBUTION)],
    ids=["catalogue", "dataset", "distribution"],
)
def test_everything_has_what_is_obliged(graph, kind, number, obliged):
    found = of_kind(graph, kind)

    assert len(found) == number
    assert [(each, name) for each in found for name in obliged if (each, name, None) not in graph] == []


@pytest.mark.parametrize("name", [DCTERMS.identifier, DCTERMS.publisher, DCTERMS.accessRights])
def test_what_may_be_there_once_is_there_once(graph, name):
    assert [len(set(graph.objects(each, name))) for each in of_kind(graph, DCAT.Dataset)] == [1, 1]


def test_publisher_and_creator_are_the_municipality_by_its_tooi(graph):
    tooi = URIRef(publicatie().tooi)

    for name in (DCTERMS.publisher, DCTERMS.creator):
        assert {graph.value(each, name) for each in of_kind(graph, DCAT.Dataset)} == {tooi}
    assert (tooi, RDF.type, FOAF.Agent) in graph
    assert graph.value(tooi, FOAF.name) == Literal("Gemeente Zeedrecht", lang="nl")


def test_the_contact_can_be_written_to(graph):
    for each in (*of_kind(graph, DCAT.Catalog), *of_kind(graph, DCAT.Dataset)):
        contact = graph.value(each, DCAT.contactPoint)
        assert graph.value(contact, VCARD.hasEmail) == URIRef("mailto:wonen@zeedrecht.example")
        assert graph.value(contact, VCARD.fn) == Literal("Team Wonen", lang="nl")


def test_licence_rights_themes_and_formats_are_of_the_lists_of_the_eu(graph):
    used = {
        str(value)
        for name in (DCTERMS.license, DCTERMS.accessRights, DCAT.theme, DCTERMS["format"], DCTERMS.language)
        for value in graph.objects(None, name)
    }

    assert used == {
        f"{EU}{end}"
        for end in (
            "licence/CC0",
            "access-right/PUBLIC",
            "data-theme/SOCI",
            "data-theme/GOVE",
            "file-type/CSV",
            "file-type/JSON",
            "language/NLD",
        )
    }


def test_each_distribution_is_one_of_the_files_that_are_made(graph):
    addresses = {str(graph.value(each, DCAT.downloadURL)) for each in of_kind(graph, DCAT.Distribution)}
    base = publicatie().adres

    assert addresses == {f"{base}/{name}" for name in FILES if name != "dcat.jsonld"}


def test_days_are_days(graph):
    days = {graph.value(each, DCTERMS.modified).toPython() for each in of_kind(graph, DCAT.Dataset)}

    assert days == {date(2026, 9, 2)}


def test_words_for_people_are_in_dutch(graph):
    said = [value for name in (DCTERMS.title, DCTERMS.description) for value in graph.objects(None, name)]

    assert {value.language for value in said} == {"nl"}


def test_hostile_words_stay_words():
    naam = '</script>"\\ \x01 {"@id": "x"}'

    graph = Graph().parse(data=described(gemeente=naam, contact=naam), format="json-ld")

    assert Literal(naam, lang="nl") in set(graph.objects(None, VCARD.fn))
    assert json.loads(described(gemeente=naam))["dct:title"]["@value"].endswith(naam)
