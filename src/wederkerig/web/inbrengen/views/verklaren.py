"""A party says what it holds of a decision that was brought in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.inbrengen.jaarplan_forms import VerklaringForm
from wederkerig.web.inbrengen.views.plan_vaststellen import address_of
from wederkerig.web.inbrengen.vinden import person
from wederkerig.web.rechten import Actie, Wat, vraagt
from wederkerig.web.register.domain.verklaren import VerklarenError, declare, speaks_for, verklaringen_van
from wederkerig.web.register.models import Besluit, Oordeel


def find_besluit(pk: int) -> Besluit:
    """The decision with this key, and its agreements."""
    return get_object_or_404(Besluit.objects.select_related("overeenkomst", "organisatie"), pk=pk)


@vraagt(Actie.VERKLAAR, Wat("besluit", find_besluit))
@require_POST
def verklaren(request: HttpRequest, besluit: Besluit) -> HttpResponse:
    """Keep what the party says; then back to the decision."""
    form = VerklaringForm(request.POST)
    if not form.is_valid():
        return _again(request, besluit, _("Kies wat uw organisatie van dit besluit vindt."))
    data = form.cleaned_data
    organisatie = Organisatie.objects.filter(pk=data["organisatie"]).first()
    if organisatie is None:
        return _again(request, besluit, _("Kies namens welke organisatie u dit zegt."))
    try:
        made = declare(besluit, person(request), organisatie, Oordeel(data["oordeel"]), data["toelichting"])
    except VerklarenError as error:
        return _again(request, besluit, str(error))
    if made is not None:
        messages.success(request, _("Bedankt. Wat u zegt, staat nu bij het besluit."))
    return redirect(f"{address_of(besluit)}#verklaringen")


def _again(request: HttpRequest, besluit: Besluit, fout: str) -> HttpResponse:
    """The form once more, with what was filled in."""
    context = {
        "besluit": besluit,
        "stemmen": verklaringen_van(besluit),
        "spreekt_voor": speaks_for(person(request), besluit),
        "fout": fout,
        "ingevuld": {name: request.POST.get(name, "") for name in VerklaringForm.base_fields},
        "adres": address_of(besluit),
    }
    return render(request, "inbrengen/jaarplan_verklaren.html", context, status=422)
