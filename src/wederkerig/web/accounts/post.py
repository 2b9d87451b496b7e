"""Mail about accounts, in plain Dutch."""

from __future__ import annotations

from smtplib import SMTPException

import structlog
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from wederkerig.web.accounts.adres import link_to
from wederkerig.web.accounts.models import Rol, Uitnodiging

log = structlog.get_logger("wederkerig.post")


def mail_invitation(request: HttpRequest, uitnodiging: Uitnodiging, token: str) -> bool:
    """Send somebody the link; False where the mail could not be handed over.

    The link goes with the mail alone, so this is not left to a job: its arguments stand in the database.
    """
    link = link_to(request, reverse("uitnodiging", args=[token]))
    text = render_to_string(
        "accounts/post/uitnodiging.txt",
        {
            "uitnodiging": uitnodiging,
            "rollen": [Rol(rol).label for rol in uitnodiging.rollen],
            "link": link,
            "site_naam": settings.SITE_NAAM,
        },
    )
    subject = _("Uitnodiging van %(organisatie)s") % {"organisatie": uitnodiging.organisatie}
    try:
        send_mail(" ".join(subject.split()), text, None, [uitnodiging.email])
    except (SMTPException, OSError) as error:
        log.warning("mail niet verstuurd", soort="uitnodiging", reden=type(error).__name__)
        return False
    return True
