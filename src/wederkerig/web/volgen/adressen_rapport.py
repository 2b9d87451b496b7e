"""Addresses of dashboards, reports and open data, for everybody and for the parties."""

from django.urls import URLPattern, path

from wederkerig.web.volgen.views import bijdragen, landelijk, monitor, opendata, rapportbestanden, rapporten

OPENBAAR: list[URLPattern] = [
    path("gemeenten/<slug:gemeente>/monitor/", monitor.monitor, name="monitor"),
    path("gemeenten/<slug:gemeente>/open-data/<str:bestand>", opendata.opendata, name="opendata"),
    path("rapporten/<uuid:rapport>/", rapporten.rapport_openbaar, name="rapport_openbaar"),
    path(
        "rapporten/<uuid:rapport>/downloads/<str:formaat>/",
        rapportbestanden.rapport_download,
        name="rapport_download",
    ),
    path("landelijk/", landelijk.landelijk, name="landelijk"),
    path("landelijk/vergelijking/csv/", landelijk.landelijk_csv, name="landelijk_csv"),
    path("landelijk/open-data/<str:bestand>", opendata.opendata_landelijk, name="opendata_landelijk"),
]
WERK: list[URLPattern] = [
    path("gemeenten/<slug:gemeente>/monitor/", monitor.monitor_partijen, name="monitor_partijen"),
    path("organisaties/<slug:organisatie>/monitor/", monitor.organisatie_monitor, name="organisatie_monitor"),
    path("overeenkomsten/<slug:overeenkomst>/rapporten/", rapporten.rapporten, name="rapporten"),
    path("rapporten/<uuid:rapport>/", rapporten.rapport, name="rapport"),
    path("rapporten/<uuid:rapport>/bijdragen/", bijdragen.bijdragen, name="bijdragen"),
    path("rapporten/<uuid:rapport>/gereed/", bijdragen.gereed, name="rapport_gereed"),
    path("rapporten/<uuid:rapport>/stap/", rapporten.rapport_stap, name="rapport_stap"),
    path(
        "rapporten/<uuid:rapport>/downloads/<str:formaat>/",
        rapportbestanden.rapport_bestand,
        name="rapport_bestand",
    ),
]
