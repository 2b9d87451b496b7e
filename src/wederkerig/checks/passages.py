"""The words of a document in pieces that have a place (agreements, terms, running text), and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wederkerig.model import Afspraak, Bron, Feit, Stuk

LOPENDE_TEKST = "lopende tekst"
_VOETNOOT = re.compile(r"\n\s*<sup>\w+</sup>\s*(?P<noot>[^\n]+)")
_LANGSTE_ZIN = 1000
_OPMAAK = re.compile(r"</?[a-z][^>]*>")
_AFKORTING = re.compile(
    r"(?:\b(?:ca|nr|nrs|art|dhr|mevr|mw|drs|ir|resp|evt|incl|excl|bijv|max|min|gem|jl|pag|blz|st)"
    r"|\b(?:[a-z]\.){1,3}[a-z])\.$",
    re.IGNORECASE,
)
_GRENS = re.compile(
    r"(?<=[.!?;:])[*_)\"”'’]*\s+(?=[\"“‘'(*_]*[A-ZÀ-Þ0-9€])|\n\s*\n|\n(?=\s*(?:[-•*▪o–]|\d+[.)]|[a-z][.)])\s)|\t+"
)


@dataclass(frozen=True)
class Passage:
    """A piece of text with its place in words.

    van: its offset in the text as read. Where that text has mark-up between the words (HTML), `tekst` holds
        the clean words, `van` is None, and every part of it has the place of the whole (`heel`).
    """

    plaats: str
    tekst: str
    van: int | None = None
    pagina: int | None = None
    heel: Bron | None = None

    def bron(self, begin: int, eind: int) -> Bron | None:
        """The place of a part of this passage."""
        if self.van is None:
            return self.heel
        return Bron(
            van=self.van + begin,
            tot=self.van + eind,
            pagina=self.pagina,
            citaat=self.tekst[begin:eind],
            voor=self.tekst[max(0, begin - 40) : begin],
            na=self.tekst[eind : eind + 40],
        )


@dataclass(frozen=True)
class Zin:
    """A sentence and its offset inside its passage."""

    tekst: str
    begin: int
    passage: Passage

    @property
    def plaats(self) -> str:
        """The place of the passage it stands in; running text is known by the sentence's first words."""
        if self.passage.plaats != LOPENDE_TEKST:
            return self.passage.plaats
        begin = " ".join(re.sub(r"<[^>]+>", " ", self.tekst).split()[:6]).strip("-*_# ")
        return f"{LOPENDE_TEKST} '{begin} …'"

    @property
    def bron(self) -> Bron | None:
        """The place of the sentence."""
        return self.passage.bron(self.begin, self.begin + len(self.tekst))


@lru_cache(maxsize=2)
def passages(stuk: Stuk, tekst: str) -> tuple[Passage, ...]:
    """Everything the document says outside its tables, in order where its text is known."""
    if not tekst:
        return (*_uit_afspraken(stuk), *_uit_begrippen(stuk), *_uit_themas(stuk))
    stukken: list[Passage] = []
    vorige, pagina = 0, None
    for bron, plaats, woorden in sorted(_gebieden(stuk), key=lambda gebied: (gebied[0].van, gebied[0].tot)):
        begin = max(bron.van, vorige)
        if bron.van > vorige:
            stukken.append(Passage(LOPENDE_TEKST, tekst[vorige : bron.van], vorige, pagina))
        if plaats and _OPMAAK.search(tekst, bron.van, bron.tot):
            stukken.append(Passage(plaats, woorden, heel=bron))
            stukken += _voetnoten(tekst, bron)
        elif plaats and bron.tot > begin:
            stukken.append(Passage(plaats, tekst[begin : bron.tot], begin, bron.pagina))
        vorige, pagina = max(vorige, bron.tot), bron.pagina
    return (*stukken, Passage(LOPENDE_TEKST, tekst[vorige:], vorige, pagina))


def afspraaknaam(afspraak: Afspraak) -> str:
    """What a finding calls an agreement."""
    return f"afspraak {afspraak.nummer}" if afspraak.nummer else f"afspraak '{afspraak.tekst[:40].strip()} …'"


@lru_cache(maxsize=2)
def alle_zinnen(stuk: Stuk, tekst: str) -> tuple[Zin, ...]:
    """Every sentence of the document outside its tables; kept, because nearly every check needs them."""
    return tuple(zin for passage in passages(stuk, tekst) for zin in zinnen(passage))


def zinnen(passage: Passage) -> Iterator[Zin]:
    """The sentences of a passage; list items and paragraphs end a sentence too.

    No sentence is longer than a thousand characters: what is, is no sentence, and would only cost time.
    """
    begin = 0
    for grens in _GRENS.finditer(passage.tekst):
        if grens[0].strip("\n\t ") == grens[0] or not _AFKORTING.search(passage.tekst[begin : grens.start()]):
            yield from _zin(passage, begin, grens.start())
            begin = grens.end()
    yield from _zin(passage, begin, len(passage.tekst))


def tekst_van(stuk: Stuk, tekst: str) -> str:
    """The text as read, or what the facts hold of it when there is none."""
    return tekst or "\n\n".join(passage.tekst for passage in passages(stuk, ""))


def _voetnoten(tekst: str, bron: Bron) -> Iterator[Passage]:
    """Footnotes that a page break put between the words of an agreement."""
    for treffer in _VOETNOOT.finditer(tekst, bron.van, bron.tot):
        yield Passage("voetnoot", treffer["noot"], treffer.start("noot"), bron.pagina)


def _zin(passage: Passage, begin: int, eind: int) -> Iterator[Zin]:
    for van in range(begin, eind, _LANGSTE_ZIN):
        ruw = passage.tekst[van : min(van + _LANGSTE_ZIN, eind)]
        kaal = ruw.strip()
        if kaal:
            yield Zin(kaal, van + len(ruw) - len(ruw.lstrip()), passage)


def _gebieden(stuk: Stuk) -> Iterator[tuple[Bron, str, str]]:
    """Place, name and clean words of what has a name; tables get no name, so that their words stay out."""
    feiten: list[tuple[Feit, str, str]] = [(tabel, "", "") for tabel in stuk.tabellen]
    for afspraak in stuk.afspraken:
        naam = afspraaknaam(afspraak)
        feiten.append((afspraak, naam, afspraak.tekst))
        feiten += [(stap, f"{naam}, stap", stap.tekst) for stap in afspraak.stappen]
    feiten += [(begrip, f"begrip '{begrip.term}'", begrip.definitie) for begrip in stuk.begrippen]
    for feit, naam, woorden in feiten:
        if feit.bron is not None:
            yield feit.bron, naam, woorden


def _uit_afspraken(stuk: Stuk) -> Iterator[Passage]:
    for afspraak in stuk.afspraken:
        yield Passage(afspraaknaam(afspraak), afspraak.tekst)
        for stap in afspraak.stappen:
            yield Passage(f"{afspraaknaam(afspraak)}, stap", stap.tekst)


def _uit_begrippen(stuk: Stuk) -> Iterator[Passage]:
    for begrip in stuk.begrippen:
        yield Passage(f"begrip '{begrip.term}'", begrip.definitie)


def _uit_themas(stuk: Stuk) -> Iterator[Passage]:
    for thema in stuk.themas:
        yield Passage(f"thema {thema.titel}", "\n\n".join([thema.context, *thema.doelen, *thema.ambities]))
