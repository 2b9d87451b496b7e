"""What a person says of a fact: another value, right as it is, not there, missed. Each is kept at once.

With htmx the answer is the part of the page that changed; without, the page anew at that fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wederkerig import nalezen
from wederkerig.nalezen import Item, NalezenError
from wederkerig.web.inbrengen.feiten import SOORTEN, card_of, inputs_of, typed_in
from wederkerig.web.inbrengen.scherm import Scherm
from wederkerig.web.inbrengen.views.nalezen import show_screen, too_late
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.domain import nalezen as domain
from wederkerig.web.register.domain.nalezen import (
    BotstError,
    GeslotenError,
    Gezien,
    OnbekendError,
    nalezing_van,
)
from wederkerig.web.register.models import Inzending

_MOST_TYPED = 200_000


@vraagt(Actie.LEES_NA, INZENDING)
@require_POST
def verbeter(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Keep what is said of one fact. daad: velden, klopt, weg, terug, opnieuw."""
    sleutel = request.POST.get("sleutel", "")
    gezien = Gezien(person(request), sleutel, seen_in(request))
    getypt = typed_in(cast(Mapping[str, list[str]], dict(request.POST.lists())))
    daad = _DADEN.get(request.POST.get("daad") or "velden")
    if daad is None or sum(len(text) for texts in getypt.values() for text in texts) > _MOST_TYPED:
        return _answer(request, inzending, sleutel, fouten={"": _("Dit kan niet. Vernieuw de bladzijde.")})
    try:
        gezegd = daad(request, inzending, gezien, getypt)
    except OnbekendError as error:
        raise Http404 from error
    except NalezenError as error:
        return _wrong(request, inzending, sleutel, getypt, error)
    except BotstError as error:
        return _conflict(request, inzending, error, getypt)
    except GeslotenError:
        return too_late(request, inzending)
    return _answer(request, inzending, sleutel, gezegd=gezegd)


def seen_in(request: HttpRequest) -> int:
    """The last correction that was in what the person saw."""
    seen = request.POST.get("gezien", "")
    return int(seen) if seen.isdecimal() and len(seen) < 19 else 0


Daad = Callable[[HttpRequest, Inzending, Gezien, Mapping[str, list[str]]], str]


def _fields(
    request: HttpRequest,  # as each of these is called
    inzending: Inzending,
    gezien: Gezien,
    getypt: Mapping[str, list[str]],
) -> str:
    changed = domain.correct_fields(inzending, gezien, getypt)
    return _("Bewaard") if changed else _("Er is niets veranderd")


def _say(daad: str, gezegd: Callable[[], str]) -> Daad:
    def said(
        request: HttpRequest,  # as each of these is called
        inzending: Inzending,
        gezien: Gezien,
        getypt: Mapping[str, list[str]],  # as each of these is called
    ) -> str:
        domain.say(inzending, gezien, daad)
        return gezegd()

    return said


def _read_again(
    request: HttpRequest,  # as each of these is called
    inzending: Inzending,
    gezien: Gezien,
    getypt: Mapping[str, list[str]],  # as each of these is called
) -> str:
    count = domain.read_words_again(inzending, gezien)
    return _("Opnieuw gelezen: %(n)s gegevens veranderd") % {"n": count} if count else _("Niets veranderd")


_DADEN: Mapping[str, Daad] = {
    "velden": _fields,
    "klopt": _say("klopt", lambda: _("Bewaard: dit klopt")),
    "weg": _say("weg", lambda: _("Bewaard: dit hoort hier niet")),
    "terug": _say("terug", lambda: _("Ongedaan gemaakt")),
    "opnieuw": _read_again,
}


def at_fact(inzending: Inzending, sleutel: str) -> str:
    """The address of the screen at a fact."""
    return f"{reverse('nalezen', args=[inzending.pk])}?{urlencode({'feit': sleutel})}#f-{sleutel}"


def _answer(
    request: HttpRequest,
    inzending: Inzending,
    sleutel: str,
    *,
    gezegd: str = "",
    fouten: Mapping[str, str] | None = None,
) -> HttpResponse:
    status = 400 if fouten else 200
    daad = request.POST.get("daad") or "velden"
    if not htmx(request):
        if fouten:
            return show_screen(request, nalezing_van(inzending), feit=sleutel, fouten=fouten, status=status)
        messages.success(request, f"{gezegd}.")
        return redirect(at_fact(inzending, sleutel))
    if daad == "opnieuw" and not fouten:
        return HttpResponse(headers={"HX-Redirect": at_fact(inzending, sleutel)})
    return _part(request, inzending, sleutel, gezegd, fouten, whole=daad != "velden")


def htmx(request: HttpRequest) -> bool:
    """Whether a part of the page is asked for."""
    return bool(getattr(request, "htmx", False))


def _part(
    request: HttpRequest,
    inzending: Inzending,
    sleutel: str,
    gezegd: str,
    fouten: Mapping[str, str] | None,
    *,
    whole: bool,
) -> HttpResponse:
    """The card anew, or only what is said below its fields: so that nobody's typing is replaced."""
    nalezing = nalezing_van(inzending)
    item = nalezing.index.get(sleutel)
    if item is None:
        return HttpResponse(headers={"HX-Redirect": reverse("nalezen", args=[inzending.pk])})
    kaart = Scherm(nalezing).card(item, fouten=fouten or {}) if whole else card_of(nalezing, item)
    context = {
        "inzending": inzending,
        "nalezing": nalezing,
        "kaart": kaart,
        "gezegd": gezegd,
        "fouten": fouten or {},
        "mag": True,
        "oob": True,
    }
    template = "inbrengen/deel/kaart_anew.html" if whole else "inbrengen/deel/bewaard.html"
    response = render(request, template, context, status=400 if fouten else 200)
    if whole:
        response["HX-Retarget"], response["HX-Reswap"] = f"#f-{sleutel}", "outerHTML"
    return response


def _wrong(
    request: HttpRequest,
    inzending: Inzending,
    sleutel: str,
    getypt: Mapping[str, list[str]],
    error: NalezenError,
) -> HttpResponse:
    """What was typed does not fit: said at the field, and nothing is kept."""
    fouten = {error.veld: str(error)}
    if htmx(request):
        return _part(request, inzending, sleutel, "", fouten, whole=False)
    typed = {naam: "\n".join(texts) for naam, texts in getypt.items()}
    nalezing = nalezing_van(inzending)
    return show_screen(request, nalezing, feit=sleutel, getypt=typed, fouten=fouten, status=400)


def _conflict(
    request: HttpRequest, inzending: Inzending, error: BotstError, getypt: Mapping[str, list[str]]
) -> HttpResponse:
    """Another was first: both are shown, and a person chooses."""
    daad = request.POST.get("daad") or "velden"
    context = {
        "inzending": inzending,
        "item": error.item,
        "laatste": error.laatste,
        "zelf": error.laatste.door_id == person(request).pk,
        "daad": daad,
        "verschil": list(_differences(error.item, getypt)) if daad == "velden" else [],
        "getypt": [(naam, text) for naam, texts in getypt.items() for text in texts],
        "adres": at_fact(inzending, error.item.sleutel),
    }
    if not htmx(request):
        return render(request, "inbrengen/botst.html", context, status=409)
    response = render(request, "inbrengen/deel/botst.html", context, status=409)
    response["HX-Retarget"], response["HX-Reswap"] = f"#f-{error.item.sleutel}", "outerHTML"
    return response


def _differences(item: Item, getypt: Mapping[str, list[str]]) -> Any:  # noqa: ANN401  # rows of a table
    """Per field what stands there now and what was typed, where these differ."""
    for each in inputs_of(item, {}, {}):
        if each.veld.naam not in getypt:
            continue
        mine = "\n".join(text for text in getypt[each.veld.naam] if text).replace("\r\n", "\n")
        labels = {keuze.waarde: keuze.label for keuze in each.veld.keuzes}
        if set(mine.split("\n")) != set(each.tekst.split("\n")):
            yield {
                "label": each.veld.label,
                "nu": _in_words(each.tekst, labels),
                "mijn": _in_words(mine, labels),
            }


def _in_words(text: str, labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(line, line) for line in text.split("\n")) if labels else text


@vraagt(Actie.LEES_NA, INZENDING)
@require_POST
def verbeter_alle(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Say the same of all facts with the same doubt. daad: klopt, or terug to undo that."""
    daad = request.POST.get("daad", "")
    if daad not in {"klopt", "terug"}:
        raise Http404
    gezien = Gezien(person(request), request.POST.get("sleutel", ""), seen_in(request))
    try:
        count = domain.say_of_all(inzending, gezien, daad)
    except OnbekendError as error:
        raise Http404 from error
    except GeslotenError:
        return too_late(request, inzending)
    done = _("Bewaard: dit klopt, %(n)s keer.") if daad == "klopt" else _("Ongedaan gemaakt, %(n)s keer.")
    messages.success(request, done % {"n": count})
    return redirect("nalezen", inzending=inzending.pk)


@vraagt(Actie.LEES_NA, INZENDING)
@require_http_methods(["GET", "HEAD", "POST"])
def toevoegen(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Add a fact that reading missed: `?soort=` what it is, `?bij=` what it belongs to."""
    nalezing = nalezing_van(inzending)
    soort, bij = request.GET.get("soort", ""), request.GET.get("bij") or None
    if soort not in SOORTEN:
        raise Http404
    try:
        leeg = nalezen.blank(nalezing.gelezen, nalezing.gezegd, cast(Any, soort), bij)
    except NalezenError as error:
        raise Http404 from error
    getypt: dict[str, str] = {}
    fouten: dict[str, str] = {}
    if request.method == "POST":
        lists = typed_in(cast(Mapping[str, list[str]], dict(request.POST.lists())))
        getypt = {naam: "\n".join(texts) for naam, texts in lists.items()}
        try:
            made = domain.add_fact(inzending, person(request), leeg, getypt)
        except NalezenError as error:
            fouten = {error.veld: str(error)}
        except GeslotenError:
            return too_late(request, inzending)
        else:
            messages.success(request, _("Toegevoegd."))
            return redirect(at_fact(inzending, made.sleutel))
    context = {
        "inzending": inzending,
        "soort": SOORTEN[soort],
        "item": leeg,
        "bij": nalezing.index.get(bij or ""),
        "velden": inputs_of(leeg, getypt, fouten),
        "fouten": fouten,
        "terug": at_fact(inzending, bij) if bij else reverse("nalezen", args=[inzending.pk]),
    }
    return render(request, "inbrengen/toevoegen.html", context, status=400 if fouten else 200)
