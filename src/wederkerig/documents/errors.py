"""Why a file could not be read, in words for the person who offered it.

One base class and one class a cause. `what` says what is wrong, `advice` what to do about it; both
are Dutch sentences. `code` is short, stable and documented in `docs/meldingen.md`.
"""

from __future__ import annotations


class DocumentError(Exception):
    """A file that cannot be read; `str()` gives both sentences."""

    code = "onleesbaar"
    advice = "Controleer of het bestand in zijn eigen programma opent, en bied het opnieuw aan."

    def __init__(self, what: str, advice: str | None = None) -> None:
        self.what = what
        self.advice = advice or self.advice
        super().__init__(f"{self.what} {self.advice}")

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        """Errors cross process borders when many files are read at once."""
        return type(self), (self.what, self.advice)


class MissingFileError(DocumentError):
    """The path leads nowhere or may not be opened."""

    code = "niet-gevonden"
    advice = "Controleer de naam en de map van het bestand."


class EmptyFileError(DocumentError):
    """The file holds no bytes, or no words."""

    code = "leeg"
    advice = "Kijk of het juiste bestand is gekozen."


class UnknownFormatError(DocumentError):
    """The content is of a kind that is not read."""

    code = "onbekend-formaat"
    advice = "Bied het stuk aan als PDF, DOCX, ODT, HTML, Markdown of platte tekst."


class DamagedFileError(DocumentError):
    """The file is cut off or broken."""

    code = "beschadigd"
    advice = "Vraag het bestand opnieuw op, of open het en bewaar het opnieuw."


class EncryptedFileError(DocumentError):
    """The file asks for a password."""

    code = "versleuteld"
    advice = "Bewaar het bestand zonder wachtwoord en bied het opnieuw aan."


class ScannedFileError(DocumentError):
    """A PDF of pictures, without words."""

    code = "scan"
    advice = "Vraag om het oorspronkelijke bestand, of laat er eerst tekstherkenning (OCR) op los."


class UnsafeFileError(DocumentError):
    """A file made to do harm: a zip bomb, external entities, links out of the archive."""

    code = "onveilig"
    advice = "Open dit bestand niet en vraag de afzender om een nieuw exemplaar."


class TooLargeError(DocumentError):
    """More bytes, pages or nesting than is read."""

    code = "te-groot"
    advice = "Splits het stuk, of bewaar het zonder afbeeldingen."


class MissingPageError(DocumentError):
    """A page is asked for that the file does not have."""

    code = "geen-bladzijde"
    advice = "Kies een bladzijde die in het bestand staat."
