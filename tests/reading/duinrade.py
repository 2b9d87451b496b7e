"""Small documents of a municipality that does not exist, for the tests of reading."""

from wederkerig.documents.markup import read_html, read_text
from wederkerig.reading import read_stuk

OPENING = """# Prestatieafspraken Duinrade 2024-2027

De gemeente Duinrade, Stichting Helmwonen en Huurdersvereniging De Nok maken samen afspraken over het wonen.

"""
GEMEENTE, CORPORATIE, HUURDERS = "Gemeente Duinrade", "Stichting Helmwonen", "Huurdersvereniging De Nok"
ALLE = (GEMEENTE, CORPORATIE, HUURDERS)

GROND = "De gemeente wijst elk jaar twee bouwlocaties aan voor sociale huur."
BOUW = "Helmwonen bouwt in de Polderwijk dertig appartementen met een lift."
LEDEN = "De Nok raadpleegt haar leden over de jaarlijkse huurverhoging."
ZINNEN = (GROND, BOUW, LEDEN)


def lees(text):
    """What reading yields for bare or marked-up text."""
    return read_stuk(read_text(text, "duinrade.md"))


def lees_html(text):
    """What reading yields for a web page."""
    return read_stuk(read_html(text, "duinrade.html"))


def onder(thema, *paragraphs):
    """The opening of a document and one theme with these paragraphs."""
    return OPENING + f"## {thema}\n\n" + "\n\n".join(paragraphs) + "\n"


def nummers(stuk):
    """The printed numbers of the agreements."""
    return [afspraak.nummer for afspraak in stuk.afspraken]


def teksten(stuk):
    """The words of the agreements."""
    return [afspraak.tekst for afspraak in stuk.afspraken]
