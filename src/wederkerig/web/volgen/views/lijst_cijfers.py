"""What came of a list of dwellings: its errors to download, its figures to hand in."""

from __future__ import annotations

import csv
import io

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wederkerig.export.xlsx.fouten import errors_workbook
from wederkerig.web.monitor.domain.indienen import IndienError, IntussenAndersError
from wederkerig.web.monitor.domain.lijst_indienen import hand_in_list, mark_of_offer, offered
from wederkerig.web.monitor.models import LijstFase, Woningenlijst
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.models import Bestand
from wederkerig.web.volgen.vinden import person
from wederkerig.web.volgen.voorraad_vinden import LIJST
from wederkerig.web.vormgeving.zenden import as_private_download

_CSV = "text/csv; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@vraagt(Actie.BEKIJK_CONCEPT, LIJST)
@require_safe
def lijst_fouten(request: HttpRequest, lijst: Woningenlijst, formaat: str) -> HttpResponse:
    """What is wrong with which row, as CSV or as a workbook."""
    if formaat not in {"csv", "xlsx"} or lijst.foutenbestand_id is None:
        raise Http404
    inhoud = bytes(Bestand.objects.get(pk=lijst.foutenbestand_id).inhoud)
    name = f"fouten in {lijst.bestandsnaam.rpartition('.')[0] or lijst.bestandsnaam}.{formaat}"
    if formaat == "csv":
        return as_private_download(inhoud, name=name, kind=_CSV)
    kop, *rijen = csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";")
    return as_private_download(errors_workbook(kop, rijen), name=name, kind=_XLSX)


@vraagt(Actie.VUL_IN, LIJST)
@require_http_methods(["GET", "HEAD", "POST"])
def lijst_indienen(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Show what agreements ask for and others will see (GET), and hand in what was chosen of it (POST)."""
    if lijst.fase != LijstFase.KLAAR:
        return redirect("woningenlijst", lijst=lijst.pk)
    if request.method != "POST":
        return _offer(request, lijst)
    try:
        number = hand_in_list(
            lijst,
            set(request.POST.getlist("cijfer")),
            gezien=request.POST.get("gezien", ""),
            door=person(request),
            op=timezone.localdate(),
        )
    except IntussenAndersError:
        what = _("Wat u zag, is intussen veranderd. Er is niets ingediend. Hieronder staat hoe het nu is.")
        return _offer(request, lijst, fout=what, status=409)
    except IndienError as error:
        return _offer(request, lijst, fout=str(error), status=400)
    what = ngettext("%(n)s cijfer is ingediend.", "%(n)s cijfers zijn ingediend.", number)
    messages.success(request, what % {"n": number})
    return redirect("woningenlijst", lijst=lijst.pk)


def _offer(request: HttpRequest, lijst: Woningenlijst, *, fout: str = "", status: int = 200) -> HttpResponse:
    found = offered(lijst, op=timezone.localdate())
    context = {
        "lijst": lijst,
        "gemeenten": found,
        "aantal": sum(len(each.aanbod) for each in found),
        "gekozen": set(request.POST.getlist("cijfer")) if request.method == "POST" else None,
        "gezien": mark_of_offer(found),
        "fout": fout,
    }
    return render(request, "volgen/lijst_indienen.html", context, status=status)
