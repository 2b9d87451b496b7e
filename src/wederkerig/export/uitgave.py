"""One version of the agreements as files of every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from wederkerig.consolidation import Tijdlijn, Versie
from wederkerig.export.opmaak import Regel, opmaak
from wederkerig.export.words import day, doel
from wederkerig.export.writing import Write
from wederkerig.model import Besluit, Jaarplan, Overeenkomst
from wederkerig.reading import reread_stuk

EXTENSIONS = (".docx", ".odt", ".pdf", ".html", ".json", ".xml")
RENVOOI = (".docx", ".html")


@dataclass(frozen=True)
class Uitgave:
    """A version ready to be written. dated: whether the dates of its decisions are known."""

    tijdlijn: Tijdlijn
    versie: Versie
    dated: bool = True

    @cached_property
    def stuk(self) -> Overeenkomst:
        """The document, with the facts of what changed read anew."""
        first = self.tijdlijn.geschiedenis.basis.afspraken
        known = {afspraak.id: (afspraak.tekst, afspraak.stappen) for afspraak in first}
        now = self.versie.stuk
        only = {each.id or "" for each in now.afspraken if (each.tekst, each.stappen) != known.get(each.id)}
        return reread_stuk(now, only) if only else now

    @property
    def datum(self) -> date | None:
        """When the last decision in it was adopted, or the document itself where there is none."""
        if not self.dated:
            return None
        besluiten = self.versie.besluiten
        return besluiten[-1].vastgesteld if besluiten else self.tijdlijn.geschiedenis.vastgesteld

    def notes(self) -> dict[str, list[str]]:
        """By agreement id, which decisions brought it and changed it."""
        first = {afspraak.id for afspraak in self.tijdlijn.geschiedenis.basis.afspraken}
        said = {besluit.naam: self._named(besluit) for besluit in self.versie.besluiten}
        found = {}
        for name, besluiten in self.versie.gewijzigd.items():
            names = [said[each] for each in dict.fromkeys(besluiten)]
            parts = [] if name in first else [f"ingevoegd bij {names.pop(0)}"]
            parts += [f"gewijzigd bij {' en '.join(names)}"] if names else []
            note = "; ".join(parts)
            found[name] = [f"[{note[:1].upper()}{note[1:]}]"]  # reading passes over notes in brackets
        return found

    def _named(self, besluit: Besluit) -> str:
        return f"{besluit.naam} ({day(besluit.vastgesteld)})" if self.dated else besluit.naam


def writer(uitgave: Uitgave, path: Path) -> Write:
    """How to write the version in the format its name asks for."""
    kinds: Mapping[str, Callable[[Uitgave, Path], None]] = {
        ".docx": _docx,
        ".odt": _odt,
        ".pdf": _pdf,
        ".html": _html,
        ".json": _json,
        ".xml": _akoma_ntoso,
    }
    kind = kinds[path.suffix.lower()]
    return lambda draft: kind(uitgave, draft)


def archive_writer(uitgave: Uitgave) -> Write:
    """The PDF for the archive, with the document as data inside."""
    from wederkerig.export.pdf import write_pdf

    stuk = uitgave.stuk
    return lambda draft: write_pdf(
        _with_notes(uitgave),
        draft,
        titel=stuk.titel,
        gemeente=stuk.gemeente,
        datum=uitgave.datum,
        variant="archief",
        bijlage=as_json(stuk),
    )


def marked_writer(oud: Overeenkomst, nieuw: Overeenkomst, auteur: str, datum: date, path: Path) -> Write:
    """The new version with what changed since the old one, as tracked changes or as a page."""
    before, after, titel = opmaak(oud), opmaak(nieuw), nieuw.titel
    if path.suffix.lower() == ".docx":
        from wederkerig.export.docx import write_tracked_docx

        return lambda draft: write_tracked_docx(before, after, draft, titel=titel, auteur=auteur, datum=datum)
    from wederkerig.export.renvooi_html import renvooi_html

    page = renvooi_html(before, after, titel=titel, auteur=auteur, datum=datum)
    return bytes_writer(page.encode())


def plan_writer(plan: Jaarplan, path: Path, basis: str) -> Write:
    """How to write a year plan in the format its name asks for."""
    from wederkerig.export.jaarplan import write_jaarplan_docx, write_jaarplan_pdf

    if path.suffix.lower() == ".json":
        return bytes_writer(f"{plan.model_dump_json()}\n".encode())
    write: Callable[..., None] = write_jaarplan_docx if path.suffix.lower() == ".docx" else write_jaarplan_pdf
    return lambda draft: write(plan, draft, basis=basis)


def plan_notices(plan: Jaarplan, path: Path) -> tuple[str, ...]:
    """What a person has to know of a year plan on paper: what of it is told there but not read back."""
    whole = [doel(each.doel) for each in plan.wijzigingen if each.inhoud is not None]
    if not plan.wijzigingen:
        return ("er is niets veranderd; in dit jaarplan staan geen wijzigingen.",)
    if not whole or path.suffix.lower() == ".json":
        return ()
    names = ", ".join(dict.fromkeys(whole))
    advice = "Bewaar het jaarplan ook als .json; daarin staat alles."
    return (f"onder ‘Overige wijzigingen’ staat wat wederkerig hieruit niet terugleest: {names}. {advice}",)


def bytes_writer(content: bytes) -> Write:
    """Bytes that are made already."""

    def write(draft: Path) -> None:
        draft.write_bytes(content)

    return write


def as_json(stuk: Overeenkomst) -> bytes:
    """The document as data, as `lees --json` gives it."""
    return f"{stuk.model_dump_json()}\n".encode()


def _with_notes(uitgave: Uitgave) -> Sequence[Regel]:
    return opmaak(uitgave.stuk, uitgave.notes())


def _docx(uitgave: Uitgave, draft: Path) -> None:
    from wederkerig.export.docx import write_docx

    write_docx(opmaak(uitgave.stuk), draft, titel=uitgave.stuk.titel)


def _odt(uitgave: Uitgave, draft: Path) -> None:
    from wederkerig.export.odt import write_odt

    stuk = uitgave.stuk
    write_odt(opmaak(stuk), draft, titel=stuk.titel, gemeente=stuk.gemeente, datum=uitgave.datum)


def _pdf(uitgave: Uitgave, draft: Path) -> None:
    from wederkerig.export.pdf import write_pdf

    stuk = uitgave.stuk
    write_pdf(_with_notes(uitgave), draft, titel=stuk.titel, gemeente=stuk.gemeente, datum=uitgave.datum)


def _html(uitgave: Uitgave, draft: Path) -> None:
    from wederkerig.export.html import document_html

    draft.write_bytes(document_html(_with_notes(uitgave), titel=uitgave.stuk.titel).encode())


def _json(uitgave: Uitgave, draft: Path) -> None:
    draft.write_bytes(as_json(uitgave.stuk))


def _akoma_ntoso(uitgave: Uitgave, draft: Path) -> None:
    from wederkerig.export.akn import akoma_ntoso, history_akoma_ntoso

    if not uitgave.dated:
        draft.write_bytes(akoma_ntoso(uitgave.stuk))
        return
    # the decisions that this version was made of, which may be fewer than the history holds
    base = uitgave.tijdlijn.geschiedenis
    life = Tijdlijn(base.model_copy(update={"besluiten": uitgave.versie.besluiten}))
    versies = [life.after(at) for at in range(len(life.besluiten) + 1)]
    told = [(None, versies[0].stuk, ())] + [
        (each.besluiten[-1], each.stuk, each.opnames[-1].verwerkingen) for each in versies[1:]
    ]
    files = history_akoma_ntoso(
        told, vastgesteld=base.vastgesteld, inwerking=base.inwerking, ondertekend=base.ondertekend
    )
    draft.write_bytes(files[-1])
