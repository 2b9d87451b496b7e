"""Addresses of the public pages."""

from django.urls import include, path

from wederkerig.web.portaal.views import afdruk, afspraak, begin, document, gemeente, vast, versies, zoeken

_OVEREENKOMST = [
    path("", gemeente.overeenkomst, name="overeenkomst"),
    path("tekst/", document.document, name="document"),
    path("afspraken/<str:afspraak>/", afspraak.afspraak, name="afspraak"),
    path("afspraken/<str:afspraak>/bron/<slug:besluit>/", afspraak.afspraak_bron, name="afspraak_bron"),
    path("versies/", versies.versies, name="versies"),
    path("versies/<slug:besluit>/", versies.besluit, name="besluit"),
    path("versies/<slug:besluit>/bron/", versies.bron, name="bron"),
    path("versies/<slug:besluit>/bron/<int:bladzijde>.png", versies.bronbladzijde, name="bronbladzijde"),
    path("downloads/<str:formaat>/", afdruk.afdruk, name="afdruk"),
]

urlpatterns = [
    path("", begin.portaal, name="portaal"),
    path("gemeenten/<slug:gemeente>/", gemeente.gemeente, name="gemeente"),
    path("overeenkomsten/<slug:overeenkomst>/", include(_OVEREENKOMST)),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("over/", vast.over, name="over"),
    path("toegankelijkheid/", vast.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", vast.privacy, name="privacy"),
    path("robots.txt", vast.robots, name="robots"),
    path("sitemap.xml", vast.sitemap, name="sitemap"),
    path(".well-known/security.txt", vast.security, name="security"),
]
