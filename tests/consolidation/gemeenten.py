"""Made-up municipalities: each an earlier text, a year plan that amends it, and what became of both later."""

from collections.abc import Sequence
from datetime import date

from wederkerig.model import (
    Afspraak,
    Doel,
    Hoofdstuk,
    Jaarplan,
    Kader,
    Ondertekening,
    Overeenkomst,
    Tabel,
    Thema,
    Wijziging,
)

BOUWEN, HUREN, BUURT = "Bouwen", "Huren", "Buurt"


def stuk(afspraken: Sequence[tuple[str, str, str]], **parts) -> Overeenkomst:
    """A document of agreements as (number, theme, text)."""
    themas = dict.fromkeys(thema for _, thema, _ in afspraken)
    return Overeenkomst(
        soort="meerjarig",
        titel="Prestatieafspraken",
        afspraken=tuple(
            Afspraak(nummer=nummer, thema=thema, tekst=tekst) for nummer, thema, tekst in afspraken
        ),
        **({"themas": tuple(Thema(titel=thema) for thema in themas)} | parts),
    )


def plan(*wijzigingen: Wijziging, jaar: int = 2031) -> Jaarplan:
    """A year plan, adopted in December before its year."""
    return Jaarplan(
        soort="jaarplan",
        titel=f"Jaarplan {jaar}",
        ondertekening=Ondertekening(plaats="Oosterlo", datum=date(jaar - 1, 12, 9)),
        wijzigingen=tuple(each.model_copy(update={"jaar": jaar}) for each in wijzigingen),
    )


def bij(nummer: str, thema: str, huidig: str | None, tekst: str) -> Wijziging:
    """An addition to an agreement."""
    return Wijziging(doel=Doel(nummer=nummer, thema=thema), soort="aanvulling", huidig=huidig, tekst=tekst)


def weg(nummer: str, thema: str, huidig: str | None, tekst: str) -> Wijziging:
    """A text to be struck."""
    return Wijziging(doel=Doel(nummer=nummer, thema=thema), soort="verwijderen", huidig=huidig, tekst=tekst)


def anders(nummer: str, thema: str, huidig: str, tekst: str) -> Wijziging:
    """Other words instead of the quoted ones."""
    return Wijziging(doel=Doel(nummer=nummer, thema=thema), soort="wijziging", huidig=huidig, tekst=tekst)


def nieuw(nummer: str, thema: str, tekst: str) -> Wijziging:
    """A new agreement."""
    return Wijziging(doel=Doel(nummer=nummer, thema=thema), soort="nieuw", tekst=tekst)


# --- Oosterlo: renumbered, superseded, dropped, rewritten ---------------------------------------------

KAVELS = "De gemeente verkoopt ieder jaar twaalf kavels aan de corporatie voor een vaste prijs."
KORTING = "Wie houtbouw toepast, krijgt tot eind 2031 een tiende van de grondprijs terug."
KORTING_EINDE = "De teruggave voor houtbouw is per 1 januari 2032 gestopt omdat het potje leeg is."
HUURVAST = "De corporatie houdt de huur van zes op de tien woningen onder de lage grens."
PROEF = "In 2031 loopt een proef met huurgewenning voor gezinnen die kleiner gaan wonen."
PROEF_STRAAT = "Partijen kiezen in het voorjaar samen twee straten voor de proef."
PROEF_VERVOLG = "Partijen kiezen in het najaar samen vier straten voor de proef."
GROEN = "Bewoners en gemeente leggen elk jaar drie geveltuinen aan."
VERGROENING = "Een tuincoach komt langs bij iedereen die tegels wil inruilen voor planten."
VERHUISHULP = "De corporatie betaalt een verhuisbedrijf voor huurders van boven de zeventig."
WACHTEN = "Woningzoekenden wachten gemiddeld zes jaar. Partijen onderzoeken in 2029 hoe dat korter kan."
WACHTEN_BIJ = "Het onderzoek naar wachtlijsten is nog niet klaar; de uitkomst volgt in 2031."
WACHTEN_NU = (
    "Het onderzoek van 2031 laat zien dat woningzoekenden vooral op wachtlijsten voor kleine huizen staan."
)
ONDERZOEK_ENERGIE = "De gemeente gaat na welke daken geschikt zijn voor panelen."

OOSTERLO_PLAN = plan(
    bij("1", BOUWEN, KAVELS, KORTING),
    nieuw("2", BOUWEN, VERHUISHULP),
    weg("4", HUREN, HUURVAST, ONDERZOEK_ENERGIE),
    bij("4", HUREN, HUURVAST, f"{PROEF} {PROEF_STRAAT}"),
    bij("5", HUREN, WACHTEN, WACHTEN_BIJ),
    bij("7", BUURT, GROEN, VERGROENING),
)
OOSTERLO = stuk(
    [
        ("1", BOUWEN, f"{KAVELS}\n{KORTING_EINDE}"),
        ("2", BOUWEN, "De gemeente schrijft in elk bestek voor dat er hemelwater wordt opgevangen."),
        ("3", BOUWEN, VERHUISHULP),
        ("5", HUREN, f"{HUURVAST} {PROEF} {PROEF_VERVOLG}"),
        ("6", HUREN, WACHTEN_NU),
        ("9", BUURT, GROEN),
    ]
)

# --- Brinkveen: two agreements merged into one, one split into two ------------------------------------

TOEZICHT = "De wijkagent loopt elke week een ronde met de huismeester."
LICHT = "De gemeente hangt lampen in de achterpaden van de Veenbuurt."
LICHT_BIJ = "Kapotte lampen worden binnen vijf dagen hersteld."
TOEZICHT_BIJ = "Van elke ronde staat een kort verslag op de buurtpagina."
OPPLUS = "De corporatie maakt tachtig woningen drempelvrij en plaatst waar dat kan een traplift."
OPPLUS_BIJ = "De zorgwinkel leent hulpmiddelen uit zolang een aanvraag loopt."

BRINKVEEN_PLAN = plan(
    bij("10", BUURT, TOEZICHT, TOEZICHT_BIJ),
    bij("11", BUURT, LICHT, LICHT_BIJ),
    bij("20", HUREN, OPPLUS, OPPLUS_BIJ),
)
BRINKVEEN = stuk(
    [
        ("3", BUURT, f"{TOEZICHT}\n{TOEZICHT_BIJ}\n{LICHT}\n{LICHT_BIJ}"),
        ("8", HUREN, OPPLUS),
        ("9", HUREN, OPPLUS_BIJ),
    ]
)

# --- Zandwoude: what was to go, and what was to come instead, under numbers per theme -------------------

LOTING = "Een op de vier vrijkomende woningen wordt verloot onder starters."
LOTING_OUD = "Partijen bekijken in 2030 of loting eerlijk uitpakt voor alleenstaanden."
HERSTEL = "Een lekkage is binnen vierentwintig uur verholpen."
HERSTEL_NIEUW = "Een lekkage is binnen acht uur verholpen."
HERSTEL_LATER = "Een lekkage is binnen twaalf uur verholpen."
SLOOP = "In het Sluiskwartier worden negentig portiekflats gesloopt."
SLOOP_NIEUW = "In het Sluiskwartier worden zestig portiekflats gesloopt."
FIETSEN = "Bij elke flat komt een afgesloten stalling voor fietsen met een oplaadpunt."
FIETSEN_BIJNA = "Bij elke flat komt een afgesloten stalling voor fietsen, met een oplaadpunt erin."
SPREEKUUR = "De huurdersraad houdt elke eerste maandag spreekuur in de bibliotheek."

ZANDWOUDE_PLAN = plan(
    weg("1", HUREN, LOTING, LOTING_OUD),
    anders("2", HUREN, HERSTEL, HERSTEL_NIEUW),
    anders("1", BOUWEN, SLOOP, SLOOP_NIEUW),
    weg("2", BOUWEN, None, FIETSEN),
    weg("3", BUURT, SPREEKUUR, ""),
)
ZANDWOUDE = stuk(
    [
        ("1", BOUWEN, SLOOP),
        ("2", BOUWEN, FIETSEN_BIJNA),
        ("1", HUREN, f"{LOTING}\n{LOTING_OUD}"),
        ("2", HUREN, HERSTEL_LATER),
    ]
)

# --- Kromdiep: goals, a chapter, the annex and a table ------------------------------------------------

DOEL_OUD = "Iedereen kan in de eigen kern blijven wonen."
DOEL_BIJ = "Geen kind groeit op in een koud huis."
DOEL_ANDERS = "Vanaf 2033 groeit geen enkel kind in Kromdiep nog op in een koud huis."
OVERLEG = "Partijen praten twee keer per jaar met elkaar in de raadzaal."
OVERLEG_NIEUW = "Partijen praten vier keer per jaar met elkaar, om de beurt bij een van hen thuis."
VERSLAG = "De gemeente maakt het verslag."
NOTA = "Nota Wonen boven Winkels Kromdiep"
VERORDENING = "Verordening Starterslening Kromdiep 2031"


def kromdiep(doelen: Sequence[str], tekst: str, kaders: Sequence[str], aantal: str) -> Overeenkomst:
    """Kromdiep with these goals, this chapter, this annex and this number in its table."""
    return stuk(
        [("1", BOUWEN, KAVELS)],
        themas=(Thema(titel=BOUWEN, doelen=tuple(doelen)),),
        hoofdstukken=(Hoofdstuk(titel="Samenwerking", tekst=tekst),),
        kaders=tuple(Kader(titel=titel) for titel in kaders),
        tabellen=(tabel(aantal),),
    )


def tabel(aantal: str) -> Tabel:
    return Tabel(titel="Nieuwbouw per jaar", kop=("jaar", "aantal"), rijen=(("2031", aantal),))


KROMDIEP_PLAN = plan(
    Wijziging(
        doel=Doel(onderdeel="doelen", thema=BOUWEN),
        soort="aanvulling",
        huidig=f"Wat willen we?\n{DOEL_OUD}",
        tekst=DOEL_BIJ,
    ),
    Wijziging(
        doel=Doel(onderdeel="proces", thema="Samenwerking"),
        soort="wijziging",
        huidig=OVERLEG,
        tekst=OVERLEG_NIEUW,
    ),
    Wijziging(doel=Doel(onderdeel="bijlage"), soort="bijlage", tekst=NOTA),
    Wijziging(doel=Doel(onderdeel="bijlage"), soort="bijlage", tekst=VERORDENING),
    Wijziging(
        doel=Doel(onderdeel="tabel", titel="Nieuwbouw per jaar"),
        soort="wijziging",
        tekst="",
        tabel=tabel("45"),
    ),
)
KROMDIEP = kromdiep([DOEL_OUD, DOEL_ANDERS], f"{OVERLEG_NIEUW} {VERSLAG}", [NOTA], "45")
