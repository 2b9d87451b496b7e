"""A round: the municipality asks for year plans, between two days. It gives no other power."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.beheer.forms import RondeForm
from wederkerig.web.beheer.vinden import OVEREENKOMST
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.domain.rondes import RondeError, open_round
from wederkerig.web.register.models import Overeenkomst


@vraagt(Actie.OPEN_RONDE, OVEREENKOMST)
@require_http_methods(["GET", "POST"])
def ronde_openen(request: HttpRequest, overeenkomst: Overeenkomst) -> HttpResponse:
    """Open a round for these agreements."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # noqa: S101  # the mark on the view saw to it
    year = timezone.localdate().year + 1
    form = RondeForm(
        request.POST or None,
        # everybody reads this name, so it is in Dutch whatever language this person reads the site in
        initial={"naam": f"Jaarplan {year}", "opent": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        by = Organisatie.objects.filter(pk__in=organisaties_voor(gebruiker, Actie.OPEN_RONDE, overeenkomst))[
            0
        ]
        try:
            made = open_round(overeenkomst, namens=by, door=gebruiker, **form.cleaned_data)
        except RondeError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("De ronde “%(naam)s” is geopend.") % {"naam": made.naam})
            if made.sluit == made.opent:
                day = date_format(made.sluit, "j F Y")
                messages.warning(request, _("Let op: deze ronde duurt één dag, %(dag)s.") % {"dag": day})
            return redirect("werk")
    context = {"form": form, "overeenkomst": overeenkomst, "rondes": overeenkomst.rondes.all()}
    return render(request, "beheer/ronde_openen.html", context, status=422 if form.errors else 200)
