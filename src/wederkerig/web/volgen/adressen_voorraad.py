"""Addresses of lists of dwellings, projects, the stock and workbooks; all of them for the parties."""

from django.urls import URLPattern, URLResolver, include, path

from wederkerig.web.volgen.views import lijst_cijfers, lijsten, projecten, voorraad, werkboek

_lijst = [
    path("", lijsten.woningenlijst, name="woningenlijst"),
    path("voortgang/", lijsten.lijst_voortgang, name="lijst_voortgang"),
    path("kolommen/", lijsten.lijst_kolommen, name="lijst_kolommen"),
    path("blad/", lijsten.lijst_blad, name="lijst_blad"),
    path("opnieuw/", lijsten.lijst_opnieuw, name="lijst_opnieuw"),
    path("weggooien/", lijsten.lijst_weggooien, name="lijst_weggooien"),
    path("fouten/<str:formaat>/", lijst_cijfers.lijst_fouten, name="lijst_fouten"),
    path("indienen/", lijst_cijfers.lijst_indienen, name="lijst_indienen"),
]
_projecten = [
    path("", projecten.projecten, name="projecten"),
    path("nieuw/", projecten.project_nieuw, name="project_nieuw"),
    path("delen/", projecten.projecten_delen, name="projecten_delen"),
]
_werkboek = [
    path("", werkboek.cijfers_werkboek, name="cijfers_werkboek"),
    path("inlezen/", werkboek.cijfers_werkboek_inlezen, name="cijfers_werkboek_inlezen"),
    path("<uuid:inlezing>/", werkboek.cijfers_werkboek_bewaren, name="cijfers_werkboek_bewaren"),
]
WERK: list[URLPattern | URLResolver] = [
    path("organisaties/<slug:organisatie>/woningen/", lijsten.woningenlijsten, name="woningenlijsten"),
    path("woningen/<uuid:lijst>/", include(_lijst)),
    path("organisaties/<slug:organisatie>/projecten/", include(_projecten)),
    path("projecten/<uuid:project>/", projecten.project, name="project"),
    path("projecten/<uuid:project>/vervallen/", projecten.project_vervallen, name="project_vervallen"),
    path("organisaties/<slug:organisatie>/cijfers/<slug:gemeente>/werkboek/", include(_werkboek)),
    path("overeenkomsten/<slug:overeenkomst>/voorraad/", voorraad.voorraad, name="voorraad"),
]
