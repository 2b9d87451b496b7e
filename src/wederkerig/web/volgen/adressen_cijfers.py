"""Addresses of norms and figures, for everybody and for the parties."""

from django.urls import URLPattern, URLResolver, include, path

from wederkerig.web.volgen.views import cijfer, cijfers, normen

OPENBAAR: list[URLPattern | URLResolver] = [
    path("overeenkomsten/<slug:overeenkomst>/normen/", normen.normen, name="normen"),
    path("overeenkomsten/<slug:overeenkomst>/normen/<str:sleutel>/", normen.norm, name="norm"),
]
_norm = [
    path("", normen.norm_bevestigen, name="norm_bevestigen"),
    path("opmerking/", normen.opmerking, name="opmerking"),
]
_gemeente = [
    path("", cijfers.cijfers_invullen, name="cijfers_invullen"),
    path("indienen/", cijfers.cijfers_indienen, name="cijfers_indienen"),
    path("<int:meting>/verbeteren/", cijfer.cijfer_verbeteren, name="cijfer_verbeteren"),
    path("<int:meting>/bewijs/", cijfer.bewijs_toevoegen, name="bewijs_toevoegen"),
]
WERK: list[URLPattern | URLResolver] = [
    path("overeenkomsten/<slug:overeenkomst>/norm-toevoegen/", normen.norm_toevoegen, name="norm_toevoegen"),
    path("overeenkomsten/<slug:overeenkomst>/normen/<str:sleutel>/", include(_norm)),
    path("overeenkomsten/<slug:overeenkomst>/bewijzen/<int:bewijs>/", cijfer.bewijs, name="bewijs"),
    path("organisaties/<slug:organisatie>/cijfers/", cijfers.cijfers, name="cijfers"),
    path("organisaties/<slug:organisatie>/cijfers/<slug:gemeente>/", include(_gemeente)),
]
