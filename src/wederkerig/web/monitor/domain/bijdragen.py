"""What the parties add to a report: their own part, their reply to others, and that they are done.

While a report is completed a party sees its own part only; from the right of reply on all parties see all.
Everything stays; the last that a party said of a subject counts. "Gereed" holds until the party itself, or in
the right of reply anybody else, writes something after it: nobody's last word comes unseen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wederkerig.monitoring import rapport as structuur
from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain import rapportgebeurtenissen as gebeurtenissen
from wederkerig.web.monitor.domain.partijen import parties_of
from wederkerig.web.monitor.domain.rapportinhoud import Vastgezet
from wederkerig.web.monitor.models import Bijdrage, Rapport, RapportFase
from wederkerig.web.register.domain.gebeurtenissen import done_by
from wederkerig.web.register.models import Partij

Soort = Literal["toelichting", "weerwoord"]
LANGST = 4_000
"""How many characters a party may write on one subject."""
_SOORT: Mapping[RapportFase, Soort] = {
    RapportFase.CONCEPT: "toelichting",
    RapportFase.WEERWOORD: "weerwoord",
}


class RapportError(Exception):
    """Something that cannot be done with a report; the sentence says why. veld: the field it is about."""

    def __init__(self, uitleg: str, veld: str = "") -> None:
        super().__init__(uitleg)
        self.veld = veld


class BotstError(Exception):
    """Somebody of the same party wrote on the same meanwhile. daar: by subject what stands there now."""

    def __init__(self, daar: Mapping[str, Bijdrage]) -> None:
        super().__init__()
        self.daar = daar


class Geschreven(NamedTuple):
    """What somebody wrote on a subject. gezien: the key of what the person saw there, 0 for nothing."""

    over: str
    tekst: str
    gezien: int = 0

    @property
    def woorden(self) -> str:
        """The text as it is kept."""
        return self.tekst.replace("\r\n", "\n").strip()


@dataclass(frozen=True, slots=True)
class Deelname:
    """A party in a report. organisatie: the one it is now, where that is known. gereed: its word counts."""

    naam: str
    organisatie: Organisatie | None
    gereed: Bijdrage | None
    schreef: int


def kind_now(rapport: Rapport) -> Soort | None:
    """What parties may write in this phase; None where nothing any more."""
    return _SOORT.get(RapportFase(rapport.fase))


def last_day(rapport: Rapport) -> dt.date:
    """Until when they may."""
    return rapport.aanvullen_tot if rapport.fase == RapportFase.CONCEPT else rapport.weerwoord_tot


def is_open(rapport: Rapport, vandaag: dt.date) -> bool:
    """Whether parties may write on this day."""
    return kind_now(rapport) is not None and vandaag <= last_day(rapport)


def subjects(inhoud: structuur.Rapport) -> dict[str, str]:
    """What a party may write about, by the name under which it is kept: the whole, a theme, a norm."""
    found = {"": _("het hele rapport")}
    for deel in inhoud.themas:
        if deel.thema:
            found[deel.thema] = deel.naam
        found |= {regel.sleutel: regel.norm for regel in deel.normen}
    return found


@transaction.atomic
def contribute(
    rapport: Rapport,
    organisatie: Organisatie,
    door: Gebruiker,
    geschreven: Sequence[Geschreven],
    *,
    vandaag: dt.date,
) -> int:
    """Keep what a party writes, all of it or nothing; on how many subjects something changed.

    Raises RapportError where it cannot be kept, BotstError where a colleague was first.
    """
    row = _open_row(rapport, vandaag)
    soort = _SOORT[RapportFase(row.fase)]
    _check(row, geschreven)
    stands = own_words(row, organisatie)
    changed = [each for each in geschreven if each.woorden != _text(stands.get(each.over))]
    clashes = {
        each.over: stands[each.over]
        for each in changed
        if each.over in stands and stands[each.over].pk != each.gezien
    }
    if clashes:
        raise BotstError(clashes)
    for each in changed:
        made = _write(row, organisatie, door, soort, each.over, each.woorden)
        gebeurtenissen.bijgedragen(made, _text(stands.get(each.over)), door)
    return len(changed)


def _check(row: Rapport, geschreven: Sequence[Geschreven]) -> None:
    known = subjects(Vastgezet.model_validate(row.inhoud).rapport)
    for each in geschreven:
        if each.over not in known:
            raise RapportError(_("Dit onderwerp staat niet in het rapport. Vernieuw de bladzijde."))
        if len(each.woorden) > LANGST:
            text = _("Wat u schreef over “%(over)s” is te lang: ten hoogste %(n)s tekens per onderwerp.")
            raise RapportError(text % {"over": known[each.over], "n": LANGST}, each.over)


def _text(row: Bijdrage | None) -> str:
    return row.tekst if row else ""


@transaction.atomic
def say_ready(rapport: Rapport, organisatie: Organisatie, door: Gebruiker, *, vandaag: dt.date) -> None:
    """Say for a party that it is done in this phase; nothing where its word stands already."""
    row = _open_row(rapport, vandaag)
    heir = heirs()
    if heir.get(organisatie.pk, organisatie.pk) in _ready(row.bijdragen.order_by("pk"), row.fase, heir):
        return
    made = _write(row, organisatie, door, "gereed", row.fase, "")
    gebeurtenissen.bijgedragen(made, "", door)


def _open_row(rapport: Rapport, vandaag: dt.date) -> Rapport:
    """The report, locked until it is done. Raises RapportError where nothing may be written any more."""
    row = Rapport.objects.select_for_update(of=("self",)).select_related("overeenkomst").get(pk=rapport.pk)
    if kind_now(row) is None:
        raise RapportError(
            _("Dit rapport is %(fase)s. Er kan niets meer bij.") % {"fase": row.get_fase_display()}
        )
    if not is_open(row, vandaag):
        text = _("De laatste dag hiervoor was %(dag)s. Er kan in deze ronde niets meer bij.")
        raise RapportError(text % {"dag": date_format(last_day(row), "j F Y")})
    return row


def _write(
    row: Rapport, organisatie: Organisatie, door: Gebruiker, soort: str, over: str, tekst: str
) -> Bijdrage:
    return Bijdrage.objects.create(
        rapport=row,
        organisatie=organisatie,
        soort=soort,
        over=over,
        tekst=tekst,
        **done_by(door, organisatie),
    )


def own_words(rapport: Rapport, organisatie: Organisatie) -> dict[str, Bijdrage]:
    """By subject what the party, or one that was merged in it, last wrote in this phase."""
    heir, soort = heirs(), kind_now(rapport)
    now = heir.get(organisatie.pk, organisatie.pk)
    rows = rapport.bijdragen.filter(soort=soort or "").order_by("pk")
    return {row.over: row for row in rows if heir.get(row.organisatie_id, row.organisatie_id) == now}


def as_they_are_now(organisaties: Iterable[int]) -> list[Organisatie]:
    """These organisations, and those that were merged as what they are by now; by name."""
    heir = heirs()
    now = {heir.get(pk, pk) for pk in organisaties}
    return list(Organisatie.objects.filter(pk__in=now).order_by("naam"))


# --- who is done -----------------------------------------------------------------------------------------


def everybody_ready(rapport: Rapport) -> bool:
    """Whether every party said that it is done in this phase, and it still holds.

    A party that is not known here yet can say nothing, and has the whole time to become known.
    """
    heir = heirs()
    partijen = parties_of(rapport.overeenkomst, heir)
    if not partijen.organisaties or set(partijen.namen.values()) != set(partijen.organisaties):
        return False
    ready = _ready(rapport.bijdragen.order_by("pk"), rapport.fase, heir)
    return set(partijen.organisaties.values()) <= set(ready)


def participation(rapport: Rapport) -> list[Deelname]:
    """Each party once, with whether it is done and on how many subjects it wrote in this phase."""
    heir = heirs()
    ready, soort = _ready(rapport.bijdragen.order_by("pk"), rapport.fase, heir), kind_now(rapport)
    wrote: dict[int, set[str]] = {}
    for row in rapport.bijdragen.exclude(soort="gereed"):
        if row.soort == soort:
            wrote.setdefault(heir.get(row.organisatie_id, row.organisatie_id), set()).add(row.over)
    partijen = parties_of(rapport.overeenkomst, heir)
    known = Organisatie.objects.in_bulk(partijen.organisaties.values())
    found = []
    for naam in dict.fromkeys(partijen.namen.values()):
        pk = partijen.organisaties.get(naam, 0)
        found.append(Deelname(naam, known.get(pk), ready.get(pk), len(wrote.get(pk, ()))))
    return found


def _ready(rows: Iterable[Bijdrage], fase: str, heir: Mapping[int, int]) -> dict[int, Bijdrage]:
    """By organisation its word that it is done in a phase, where it still holds. rows: in order of time."""
    said: dict[int, Bijdrage] = {}
    for row in rows:
        now = heir.get(row.organisatie_id, row.organisatie_id)
        if row.soort == "gereed":
            if row.over == fase:
                said[now] = row
        elif row.soort == "weerwoord":
            # somebody's last word is read by all before they are done
            said.clear()
        else:
            said.pop(now, None)
    return said


def waiting_for(organisaties: frozenset[int], vandaag: dt.date) -> list[Rapport]:
    """Open reports in which one of these organisations is not done yet, the first last day first.

    As many queries for one report as for more.
    """
    heir = heirs()
    parties = Partij.objects.filter(organisatie__in=organisaties)
    rows = (
        Rapport.objects.filter(fase__in=list(_SOORT), overeenkomst__in=parties.values("overeenkomst"))
        .defer("inhoud")
        .select_related("overeenkomst")
        .prefetch_related(
            Prefetch("bijdragen", Bijdrage.objects.order_by("pk")),
            Prefetch("overeenkomst__partijen", parties, to_attr="onze"),
        )
    )
    found = []
    for row in rows:
        done = _ready(row.bijdragen.all(), row.fase, heir)
        own = {heir.get(each.organisatie_id, each.organisatie_id) for each in row.overeenkomst.onze}  # type: ignore[attr-defined]  # fetched above
        if is_open(row, vandaag) and not own <= set(done):
            found.append(row)
    return sorted(found, key=last_day)


# --- what they wrote -------------------------------------------------------------------------------------


def last_words(rapport: Rapport, eigen: frozenset[int]) -> list[Bijdrage]:
    """What each party last wrote on each subject, as people of these organisations may read it.

    Once it is published it is what was published, whoever goes on for whom since.
    """
    if (published := rapport.inhoud.get("bijdragen")) is not None:
        return list(Bijdrage.objects.filter(pk__in=published).select_related("organisatie").order_by("pk"))
    heir = heirs()
    own = {heir.get(pk, pk) for pk in eigen}
    found: dict[tuple[int, str, str], Bijdrage] = {}
    for row in rapport.bijdragen.exclude(soort="gereed").select_related("organisatie").order_by("pk"):
        now = heir.get(row.organisatie_id, row.organisatie_id)
        if rapport.fase not in {RapportFase.CONCEPT, RapportFase.VERVALLEN} or now in own:
            found[now, row.soort, row.over] = row
    return sorted((row for row in found.values() if row.tekst), key=lambda row: row.pk)


def with_contributions(
    rapport: Rapport, inhoud: structuur.Rapport, eigen: frozenset[int]
) -> structuur.Rapport:
    """The report with what the parties wrote in it, each at its subject."""
    rows = last_words(rapport, eigen)
    theme_of = {regel.sleutel: deel.thema for deel in inhoud.themas for regel in deel.normen}
    said = [(row.soort, _said(row, theme_of)) for row in rows]
    themas = tuple(
        deel.model_copy(
            update={
                "opmerkingen": deel.opmerkingen + _of(said, "toelichting", deel.thema),
                "weerwoord": deel.weerwoord + _of(said, "weerwoord", deel.thema),
            }
        )
        for deel in inhoud.themas
    )
    return inhoud.model_copy(
        update={
            "themas": themas,
            "opmerkingen": inhoud.opmerkingen + _of(said, "toelichting", None),
            "weerwoord": inhoud.weerwoord + _of(said, "weerwoord", None),
        }
    )


def _said(row: Bijdrage, theme_of: Mapping[str, str]) -> tuple[str | None, structuur.Opmerking]:
    """A contribution as the report has it, and the theme it stands in; None for the whole."""
    thema = theme_of.get(row.over, row.over) if row.over else None
    return thema, structuur.Opmerking(
        partij=row.namens or row.organisatie.naam,
        soort=row.organisatie.soort,
        tekst=row.tekst,
        op=timezone.localtime(row.op).date(),
        thema=thema or "",
        sleutel=row.over if row.over in theme_of else "",
    )


def _of(
    said: Sequence[tuple[str, tuple[str | None, structuur.Opmerking]]], soort: str, thema: str | None
) -> tuple[structuur.Opmerking, ...]:
    return tuple(opmerking for kind, (where, opmerking) in said if kind == soort and where == thema)
