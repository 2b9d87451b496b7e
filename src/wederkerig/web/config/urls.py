"""All addresses of the site; each page's own stand with its app."""

from django.urls import include, path
from django.views.i18n import set_language

from wederkerig.web.accounts.platform import platform
from wederkerig.web.config.health import gereed, gezond
from wederkerig.web.volgen.urls import werk

urlpatterns = [
    path("gezond", gezond, name="gezond"),
    path("gereed", gereed, name="gereed"),
    path("taal/", set_language, name="set_language"),
    path("account/", include("wederkerig.web.accounts.urls")),
    path("platform/", platform.urls),
    path("werk/", include("wederkerig.web.beheer.urls")),
    path("werk/stukken/", include("wederkerig.web.inbrengen.urls")),
    path("werk/", include(werk)),
    path("stijlgids/", include("wederkerig.web.vormgeving.urls")),
    path("", include("wederkerig.web.volgen.urls")),
    path("", include("wederkerig.web.portaal.urls")),
]

handler400 = "wederkerig.web.vormgeving.views.bad_request"
handler403 = "wederkerig.web.vormgeving.views.forbidden"
handler404 = "wederkerig.web.vormgeving.views.not_found"
handler500 = "wederkerig.web.vormgeving.views.server_error"
