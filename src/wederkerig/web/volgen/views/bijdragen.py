"""A party writes its part of a report, or its reply: all subjects on one page, kept together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wederkerig.monitoring import rapport as structuur
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.bijdragen import (
    LANGST,
    BotstError,
    Geschreven,
    RapportError,
    as_they_are_now,
    contribute,
    is_open,
    kind_now,
    last_day,
    own_words,
    say_ready,
)
from wederkerig.web.monitor.domain.rapporten import content_of
from wederkerig.web.monitor.models import Bijdrage, Rapport
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.volgen.vinden import person
from wederkerig.web.volgen.vinden_rapport import RAPPORT


@dataclass(frozen=True, slots=True)
class Veld:
    """One subject that a party may write about. botst: what somebody else wrote there in the meantime."""

    nummer: int
    over: str
    kop: str
    tekst: str
    gezien: int
    regel: structuur.Normregel | None = None
    anderen: tuple[structuur.Opmerking, ...] = ()
    botst: Bijdrage | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """A theme, or the whole, with its subjects. normen: those on one norm, folded in where nothing stands."""

    kop: str
    velden: tuple[Veld, ...]
    normen: tuple[Veld, ...] = ()

    @property
    def open(self) -> bool:
        """Whether something stands with a norm, or two people wrote there."""
        return any(veld.tekst or veld.anderen or veld.botst for veld in self.normen)


@vraagt(Actie.BEKIJK_RAPPORT, RAPPORT, post=Actie.DRAAG_BIJ)
@require_http_methods(["GET", "HEAD", "POST"])
def bijdragen(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """What one's own party writes; POST keeps all that was changed, or nothing."""
    namens = _namens(request, rapport)
    if request.method != "POST" or namens is None:
        return _page(request, rapport, namens)
    typed = _typed(request)
    try:
        kept = contribute(rapport, namens, person(request), typed, vandaag=timezone.localdate())
    except BotstError as clash:
        return _page(request, rapport, namens, typed=typed, botst=clash.daar, status=409)
    except RapportError as error:
        return _page(request, rapport, namens, typed=typed, fout=str(error), status=422)
    messages.success(request, _("Bewaard.") if kept else _("Er is niets veranderd."))
    return redirect("rapport", rapport.pk)


@vraagt(Actie.DRAAG_BIJ, RAPPORT)
@require_POST
def gereed(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """Say for one's own party that it is done in this phase."""
    namens = _namens(request, rapport)
    if namens is not None:
        try:
            say_ready(rapport, namens, person(request), vandaag=timezone.localdate())
        except RapportError as error:
            messages.error(request, str(error))
        else:
            text = _("Genoteerd: %(wie)s is gereed.") % {"wie": namens}
            messages.success(request, text)
    return redirect("rapport", rapport.pk)


def _namens(request: HttpRequest, rapport: Rapport) -> Organisatie | None:
    """The party this person writes for: the one that was chosen, or the first; None for who only reads."""
    rows = as_they_are_now(organisaties_voor(request.user, Actie.DRAAG_BIJ, rapport))
    chosen = request.POST.get("namens") or request.GET.get("namens")
    return next((each for each in rows if each.slug == chosen), rows[0] if rows else None)


def _typed(request: HttpRequest) -> list[Geschreven]:
    """What was typed; what does not belong to the form is left out."""
    found = []
    for name in request.POST:
        number = name.removeprefix("tekst-")
        if name == number:
            continue
        seen = request.POST.get(f"gezien-{number}", "")
        found.append(
            Geschreven(
                request.POST.get(f"over-{number}", ""),
                request.POST[name],
                int(seen) if seen.isdecimal() and len(seen) < 19 else 0,
            )
        )
    return found


def _page(  # what the page shows again after a mistake
    request: HttpRequest,
    rapport: Rapport,
    namens: Organisatie | None,
    *,
    typed: list[Geschreven] | None = None,
    botst: Mapping[str, Bijdrage] | None = None,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    eigen = organisaties_voor(request.user, Actie.BEKIJK_RAPPORT, rapport)
    inhoud = content_of(rapport, eigen)
    context = {
        "rapport": rapport,
        "overeenkomst": rapport.overeenkomst,
        "inhoud": inhoud,
        "namens": namens,
        "keuze": as_they_are_now(organisaties_voor(request.user, Actie.DRAAG_BIJ, rapport)),
        "groepen": _groups(rapport, namens, inhoud, typed or [], botst or {}),
        "soort_nu": kind_now(rapport),
        "open": is_open(rapport, timezone.localdate()) and namens is not None,
        "laatste_dag": last_day(rapport),
        "langst": LANGST,
        "fout": fout,
        "botst": botst,
    }
    return render(request, "volgen/bijdragen.html", context, status=status)


def _groups(
    rapport: Rapport,
    namens: Organisatie | None,
    inhoud: structuur.Rapport,
    typed: list[Geschreven],
    botst: Mapping[str, Bijdrage],
) -> list[Groep]:
    """All subjects by theme, each with what the own party wrote and what others say there."""
    stands = own_words(rapport, namens) if namens else {}
    again = {each.over: each for each in typed}
    mine = {namens.naam} if namens else set()
    count = iter(range(100_000))

    def veld(
        over: str,
        kop: str,
        regel: structuur.Normregel | None,
        said: tuple[structuur.Opmerking, ...],
    ) -> Veld:
        row, clash = stands.get(over), botst.get(over)
        text = again[over].tekst if over in again else row.tekst if row else ""
        seen = clash.pk if clash else row.pk if row else 0
        others = tuple(
            each
            for each in said
            if each.partij not in mine and each.sleutel == (regel.sleutel if regel else "")
        )
        return Veld(next(count), over, kop, text, seen, regel, others, clash)

    groups = [
        Groep(
            _("Het hele rapport"),
            (veld("", _("Over het hele rapport"), None, inhoud.opmerkingen + inhoud.weerwoord),),
        )
    ]
    for deel in inhoud.themas:
        said = deel.opmerkingen + deel.weerwoord
        whole = (veld(deel.thema, _("Over dit thema"), None, said),) if deel.thema else ()
        norms = tuple(veld(regel.sleutel, regel.norm, regel, said) for regel in deel.normen)
        groups.append(Groep(deel.naam, whole, norms))
    return groups
