"""How the DOCX documents look: one table of styles, the bullets of lists, the lines of tables.

Built-in styles keep the names Word knows, so that it shows headings in its navigation and in Dutch.
"""

from __future__ import annotations

from typing import NamedTuple

FONT = "Calibri"
INK = "1D2733"
ACCENT = "1B4B66"
GREY = "59636E"
LINES = "B5C0C9"
SHADE = "E8EEF2"
INDENT = 680  # 12 mm: the number of an agreement hangs in it
TEXT_WIDTH = 9070  # between the margins; in twentieths of a point, as every size in a DOCX


class Stijl(NamedTuple):
    """A paragraph style; sizes in points, indents in twentieths of a point. niveau: outline level, from 0."""

    id: str
    naam: str
    grootte: float = 10.5
    kleur: str = INK
    vet: bool = False
    cursief: bool = False
    voor: float = 0
    na: float = 6
    links: int = 0
    hangend: int = 0
    bij_volgende: bool = False
    niveau: int | None = None
    lijst: int = 0
    volgende: str = ""
    extra: str = ""  # further paragraph properties that come before the spacing


_LINE_BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{ACCENT}"/></w:pBdr>'
_FOOTER = (
    f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINES}"/></w:pBdr>'
    f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
)
_BAR = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{}"/></w:pBdr>'
_NUMBER_TAB = f'<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/></w:tabs>'

STIJLEN = (
    Stijl("Title", "Title", 26, ACCENT, vet=True, na=18, volgende="Normal", extra=_LINE_BELOW),
    Stijl("Subtitle", "Subtitle", 13, GREY, na=12, volgende="Normal"),
    Stijl(
        "Heading1",
        "heading 1",
        18,
        ACCENT,
        vet=True,
        voor=26,
        na=8,
        bij_volgende=True,
        niveau=0,
        volgende="Normal",
    ),
    Stijl(
        "Heading2",
        "heading 2",
        13,
        ACCENT,
        vet=True,
        voor=16,
        na=5,
        bij_volgende=True,
        niveau=1,
        volgende="Normal",
    ),
    Stijl(
        "Heading3",
        "heading 3",
        11,
        ACCENT,
        vet=True,
        voor=12,
        na=4,
        bij_volgende=True,
        niveau=2,
        volgende="Normal",
    ),
    Stijl("ListBullet", "List Bullet", na=3, links=INDENT, hangend=340, lijst=1),
    Stijl("ListNumber", "List Number", na=5, links=INDENT, hangend=340, lijst=3),
    Stijl("Afspraak", "Afspraak", links=INDENT, hangend=INDENT, volgende="Vervolg", extra=_NUMBER_TAB),
    Stijl("Vervolg", "Afspraak vervolg", links=INDENT),
    Stijl("Vervolgpunt", "Afspraak opsomming", na=3, links=INDENT + 340, hangend=340, lijst=2),
    Stijl("Klein", "Kleine tekst", 8.5, GREY),
    Stijl("Noot", "Noot van de redactie", 8.5, GREY, na=8, links=INDENT),
    Stijl(
        "Etiket", "Etiket", kleur=ACCENT, vet=True, voor=10, na=4, bij_volgende=True, volgende="NieuweTekst"
    ),
    Stijl("HuidigeTekst", "Huidige tekst", links=340, extra=_BAR.format(LINES)),
    Stijl("NieuweTekst", "Nieuwe tekst", links=340, extra=_BAR.format(ACCENT)),
    Stijl("Begrip", "Begrip", links=INDENT, hangend=INDENT),
    Stijl("Caption", "caption", 9.5, INK, vet=True, voor=8, na=4, bij_volgende=True, volgende="Normal"),
    Stijl("Tabelkop", "Tabelkop", 9.5, INK, vet=True, voor=2, na=2, bij_volgende=True),
    Stijl("Tabeltekst", "Tabeltekst", 9.5, INK, voor=2, na=2),
    Stijl("NaTabel", "Na tabel", 5, na=3, volgende="Normal"),
    Stijl("Slot", "Slot", 1, na=0),
    Stijl("Footer", "footer", 8.5, GREY, na=0, extra=_FOOTER),
)

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
)
_CHARACTERS = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Nummer"><w:name w:val="Nummer"/>'
    f'<w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINES}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


def _bullets(key: int, left: int, style: str, *, form: str = "bullet", mark: str = "•") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl></w:abstractNum>'
    )


NUMBERING = (
    _bullets(1, INDENT, "ListBullet")
    + _bullets(2, INDENT + 340, "Vervolgpunt")
    + _bullets(3, INDENT, "ListNumber", form="decimal", mark="%1.")
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
)


def styles() -> str:
    """The content of word/styles.xml."""
    return _DEFAULTS + "".join(map(_style, STIJLEN)) + _CHARACTERS + _TABLES


def _style(stijl: Stijl) -> str:
    custom = "" if stijl.naam[0].islower() or stijl.id in _BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{stijl.volgende}"/>' if stijl.volgende else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{stijl.id}"><w:name w:val="{stijl.naam}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{_form(stijl)}</w:pPr>'
        f"<w:rPr>{_letters(stijl)}</w:rPr></w:style>"
    )


_BUILT_IN = frozenset({"Title", "Subtitle", "ListBullet", "ListNumber"})


def _form(stijl: Stijl) -> str:
    """The paragraph properties, in the order the schema asks."""
    parts = ["<w:keepNext/><w:keepLines/>" if stijl.bij_volgende else ""]
    if stijl.lijst:
        parts.append(f'<w:numPr><w:numId w:val="{stijl.lijst}"/></w:numPr>')
    parts += [stijl.extra, f'<w:spacing w:before="{stijl.voor * 20:.0f}" w:after="{stijl.na * 20:.0f}"']
    parts.append(' w:line="240" w:lineRule="auto"/>' if stijl.grootte != 10.5 else "/>")
    if stijl.links:
        parts.append(f'<w:ind w:left="{stijl.links}" w:hanging="{stijl.hangend}"/>')
    if stijl.niveau is not None:
        parts.append(f'<w:outlineLvl w:val="{stijl.niveau}"/>')
    return "".join(parts)


def _letters(stijl: Stijl) -> str:
    return (
        f"{'<w:b/>' if stijl.vet else ''}{'<w:i/>' if stijl.cursief else ''}"
        f'<w:color w:val="{stijl.kleur}"/><w:sz w:val="{stijl.grootte * 2:.0f}"/>'
        f'<w:szCs w:val="{stijl.grootte * 2:.0f}"/>'
    )
