"""The stock for the parties of agreements: the forecast first, then what it is made of."""

from __future__ import annotations

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.monitoring.voorraadgrafiek import chance_chart
from wederkerig.voorraad.aannames import default_aannames
from wederkerig.voorraad.in_woorden import stock_in_words, target_in_words
from wederkerig.voorraad.uitkomst import Doelkans
from wederkerig.voorraad.vooruitblik import GEWENST
from wederkerig.web.monitor.domain.projecten import own_unshared
from wederkerig.web.monitor.domain.voorraad import stock_of
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.volgen.grootboektabel import as_table
from wederkerig.web.volgen.vinden import OVEREENKOMST


@vraagt(Actie.BEKIJK_CIJFERS, OVEREENKOMST)
@require_safe
def voorraad(request: HttpRequest, overeenkomst: Overeenkomst) -> HttpResponse:
    """What is expected of the social stock, which projects matter, and the ledgers behind it."""
    beeld = stock_of(overeenkomst, op=timezone.localdate())
    blik = beeld.vooruitblik
    targets = sorted(blik.doelen, key=_whole_first) if blik else []
    context = {
        "overeenkomst": overeenkomst,
        "beeld": beeld,
        "zin": stock_in_words(blik) if blik else "",
        "doelen": [(each, _without_name(each), chance_chart(each)) for each in targets],
        "zorgen": [_first_sentence(target_in_words(each)) for each in targets if each.kans < GEWENST],
        "plannen": [(each.plan, as_table(each.grootboek)) for each in beeld.plannen],
        "gemeld": as_table(beeld.gemeld),
        "aannames": default_aannames(),
        "ongedeeld": own_unshared(organisaties_voor(request.user, Actie.WERK), overeenkomst),
    }
    return render(request, "volgen/voorraad.html", context)


def _whole_first(kans: Doelkans) -> tuple[bool, Decimal]:
    """What is of the whole municipality goes before what is of one corporation; then the least certain."""
    return bool(kans.doel.corporatie), kans.kans


def _first_sentence(text: str) -> str:
    """What it comes to; the rest is one click away."""
    first, dot, _rest = text.partition(". ")
    return first + dot.strip()


def _without_name(kans: Doelkans) -> str:
    """The sentences on a target, under a heading that says which it is."""
    text = target_in_words(kans).removeprefix(f"{kans.doel.naam}: ")
    return text[:1].upper() + text[1:]
