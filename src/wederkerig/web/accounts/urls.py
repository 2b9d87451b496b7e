"""Log-in and account (allauth), and the way in for who is invited."""

from allauth.mfa.totp.views import activate_totp
from csp.decorators import csp_update
from django.urls import include, path

from wederkerig.web.accounts import views

# the one page with a picture in its own text: the code to photograph
with_picture = csp_update({"img-src": "data:"})

urlpatterns = [
    path("uitnodiging/<str:kenmerk>/", views.uitnodiging, name="uitnodiging"),
    path("2fa/totp/activate/", with_picture(activate_totp), name="mfa_activate_totp"),
    path("", include("allauth.urls")),
]
