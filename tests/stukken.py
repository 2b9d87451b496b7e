"""Agreement documents made by hand, with everything in them that reading can yield."""

from datetime import date
from decimal import Decimal

from wederkerig.documents import Block, Document, Format, Kind
from wederkerig.model import (
    Afspraak,
    Begrip,
    Bestand,
    Bron,
    Doel,
    Getal,
    Jaarplan,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Stap,
    Tabel,
    Termijn,
    Thema,
    Vertegenwoordiger,
    Verwijzing,
    Wijziging,
)

ZEEDRECHT = "Gemeente Zeedrecht"
DUINWONEN = "Stichting Duinwonen"
HAVENHUIS = "Woonstichting Havenhuis"
HUURDERS = "Huurdersvereniging De Branding"

FIRST = (
    "De corporaties bouwen samen minimaal 1.240 woningen. De gemeente wijst vóór 1 juli 2026 de bouwplaatsen "
    "aan; zie afspraak 3."
)
LINES = [
    "# Prestatieafspraken Zeedrecht 2025-2028",
    "## Beschikbaarheid",
    f"1. {FIRST}",
    "2. Duinwonen verkoopt hooguit 12,5% van haar bezit. De huren stijgen elk jaar per 1 juli.",
    "- Havenhuis meldt het aantal verkochte woningen.",
    "## Betaalbaarheid",
    "3. Alle partijen houden de huur van 30 tot 40% van de woningen onder € 682,96.",
]
TEXT = "\n\n".join(LINES) + "\n"
PAGE_2 = TEXT.index("## Betaalbaarheid")


def bron(words: str, after: int = 0) -> Bron:
    """Where these words stand in the text."""
    start = TEXT.index(words, after)
    end = start + len(words)
    page = 2 if start >= PAGE_2 else 1
    return Bron(
        van=start,
        tot=end,
        pagina=page,
        citaat=words,
        voor=TEXT[max(0, start - 20) : start],
        na=TEXT[end : end + 20],
    )


def getal(words: str, waarde: str, eenheid: str, relatie: str = "gelijk", tot=None, twijfel=None) -> Getal:
    return Getal(
        tekst=words,
        waarde=Decimal(waarde),
        tot=None if tot is None else Decimal(tot),
        eenheid=eenheid,
        relatie=relatie,
        twijfel=twijfel,
        bron=bron(words),
    )


def document(name: str = "zeedrecht.md") -> Document:
    """The text as a reader of Markdown would give it, with two pages so that pages can be shown."""
    blocks, start = [], 0
    for line in LINES:
        if line.startswith("#"):
            words = line.lstrip("# ")
            begin = start + len(line) - len(words)
            blocks.append(Block(Kind.HEADING, words, begin, start + len(line), level=line.count("#")))
        elif line.startswith("- "):
            blocks.append(Block(Kind.ITEM, line[2:], start + 2, start + len(line), marker="-"))
        else:
            blocks.append(Block(Kind.PARAGRAPH, line, start, start + len(line)))
        start += len(line) + 2
    return Document(name, Format.MARKDOWN, TEXT, tuple(blocks), page_starts=(0, PAGE_2))


def partijen() -> tuple[Partij, ...]:
    return (
        Partij(
            naam=ZEEDRECHT,
            kort="de gemeente",
            soort="gemeente",
            vertegenwoordiger=Vertegenwoordiger(naam="A. de Wit", functie="wethouder"),
        ),
        Partij(
            naam=DUINWONEN,
            kort="Duinwonen",
            soort="corporatie",
            vertegenwoordiger=Vertegenwoordiger(naam="B. Zand", functie="directeur-bestuurder"),
        ),
        Partij(naam=HAVENHUIS, kort="Havenhuis", soort="corporatie"),
        Partij(
            naam=HUURDERS,
            kort="de huurders",
            soort="huurdersorganisatie",
            twijfel="De soort is uit de naam afgeleid.",
        ),
    )


def afspraken() -> tuple[Afspraak, ...]:
    second = LINES[3].removeprefix("2. ") + "\n\n" + LINES[4]
    third = LINES[6].removeprefix("3. ")
    return (
        Afspraak(
            nummer="1",
            thema="Beschikbaarheid",
            tekst=FIRST,
            actoren=(DUINWONEN, HAVENHUIS, ZEEDRECHT),
            derden=("provincie Duinland",),
            getallen=(getal("minimaal 1.240 woningen", "1240", "woningen", "min"),),
            termijnen=(
                Termijn(tekst="vóór 1 juli 2026", tot=date(2026, 6, 30), bron=bron("vóór 1 juli 2026")),
            ),
            verwijzingen=(Verwijzing(nummer="3", tekst="afspraak 3", bron=bron("afspraak 3")),),
            bron=bron(FIRST),
        ),
        Afspraak(
            nummer="2",
            thema="Beschikbaarheid",
            rubriek="Verkoop",
            tekst=second.replace("\n\n- ", " "),
            actoren=(DUINWONEN,),
            getallen=(getal("hooguit 12,5%", "12.5", "%", "max", twijfel="Onduidelijk waarvan."),),
            termijnen=(
                Termijn(tekst="elk jaar per 1 juli", tot="--07-01", bron=bron("elk jaar per 1 juli")),
            ),
            stappen=(Stap(tekst=LINES[4][2:], actoren=(HAVENHUIS,), bron=bron(LINES[4][2:])),),
            bron=bron(LINES[3].removeprefix("2. ")),
            twijfel="Wie dit doet is uit de zin afgeleid.",
        ),
        Afspraak(
            nummer="3",
            thema="Betaalbaarheid",
            tekst=third,
            actoren=(ZEEDRECHT, DUINWONEN, HAVENHUIS, HUURDERS),
            getallen=(
                getal("30 tot 40%", "30", "%", "bereik", tot="40"),
                getal("onder € 682,96", "682.96", "euro", "max"),
            ),
            bron=bron(third),
        ),
    )


def overeenkomst(naam: str = "zeedrecht.md", **changes) -> Overeenkomst:
    """A multi-year agreement of a fictional municipality."""
    stuk = Overeenkomst(
        soort="meerjarig",
        titel="Prestatieafspraken Zeedrecht 2025-2028",
        gemeente="Zeedrecht",
        looptijd=Looptijd(van=date(2025, 1, 1), tot=date(2028, 12, 31)),
        ondertekening=Ondertekening(plaats="Zeedrecht", datum=date(2024, 12, 12)),
        partijen=partijen(),
        themas=(Thema(titel="Beschikbaarheid"), Thema(titel="Betaalbaarheid")),
        afspraken=afspraken(),
        tabellen=(
            Tabel(
                titel="Tabel 1: nieuwe woningen",
                kop=("jaar", "aantal", "aandeel", "huur"),
                rijen=(("2025", "1.240", "12,5%", "€ 682,96"), ("2026", "=1+1", "p.m.", "-")),
                afspraak="1",
                bron=Bron(van=0, tot=1, pagina=1),
            ),
        ),
        begrippen=(Begrip(term="Kernvoorraad", definitie="Alle sociale huurwoningen samen."),),
        kaders=(Kader(niveau="Landelijk", titel="Woningwet"),),
        bestand=Bestand(
            naam=naam,
            formaat="markdown",
            paginas=2,
            tekens=len(TEXT),
            meldingen=("Er stonden wijzigingen in het stuk; die zijn aangenomen.",),
        ),
    )
    return stuk.model_copy(update=changes)


def jaarplan(naam: str = "jaarplan.docx") -> Jaarplan:
    """A year plan that amends it."""
    return Jaarplan(
        soort="jaarplan",
        titel="Jaarplan 2026",
        gemeente="Zeedrecht",
        partijen=partijen(),
        wijzigingen=(
            Wijziging(
                doel=Doel(nummer="2", thema="Beschikbaarheid"),
                soort="wijziging",
                huidig="Duinwonen verkoopt hooguit 12,5% van haar bezit.",
                tekst="Duinwonen verkoopt hooguit 10% van haar bezit.",
                reden="De voorraad krimpt te snel.",
                jaar=2026,
            ),
            Wijziging(doel=Doel(onderdeel="doelen"), soort="aanvulling", tekst="We bouwen voor jongeren."),
        ),
        bestand=Bestand(naam=naam, formaat="docx", tekens=100),
    )
