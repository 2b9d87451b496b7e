"""Addresses of the pages of those who work with the site."""

from django.urls import URLPattern, URLResolver, include, path

from wederkerig.web.beheer.views import beloften, bureau, logboek, organisatie, ronde

_mens = [
    path("rollen/", organisatie.rol_wijzigen, name="rol_wijzigen"),
    path("weghalen/", organisatie.mens_weghalen, name="mens_weghalen"),
]
_uitnodiging = [
    path("opnieuw/", organisatie.uitnodiging_opnieuw, name="uitnodiging_opnieuw"),
    path("intrekken/", organisatie.uitnodiging_intrekken, name="uitnodiging_intrekken"),
]
_organisatie: list[URLPattern | URLResolver] = [
    path("", organisatie.organisatie, name="organisatie"),
    path("uitnodigen/", organisatie.uitnodigen, name="uitnodigen"),
    path("uitnodigingen/<uuid:uitnodiging>/", include(_uitnodiging)),
    path("mensen/<int:gebruiker>/", include(_mens)),
    path("afspraken/", beloften.beloften, name="beloften"),
    path("afspraken/csv/", beloften.beloften_csv, name="beloften_csv"),
    path("vertrekken/", organisatie.vertrekken, name="vertrekken"),
    path("logboek/", logboek.organisatie_logboek, name="organisatie_logboek"),
    path("logboek/<str:formaat>/", logboek.organisatie_logboek_export, name="organisatie_logboek_export"),
]
_overeenkomst = [
    path("logboek/", logboek.logboek, name="logboek"),
    path("logboek/<str:formaat>/", logboek.logboek_export, name="logboek_export"),
    path("ronde/", ronde.ronde_openen, name="ronde_openen"),
]
urlpatterns = [
    path("", bureau.werk, name="werk"),
    path("organisaties/<slug:organisatie>/", include(_organisatie)),
    path("overeenkomsten/<slug:overeenkomst>/", include(_overeenkomst)),
]
