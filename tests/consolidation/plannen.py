"""Year plans made up by hypothesis against a document: quotes that fit, nearly fit, and do not fit at all."""

from hypothesis import strategies as st

from tests.consolidation.maken import THEMAS, teksten, wild, zinnen
from wederkerig.model import Afspraak, Doel, Jaarplan, Overeenkomst, Plek, Tabel, Wijziging

SOORTEN = ("aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage", "verplaatsing")
ONDERDELEN = (
    None,
    None,
    None,
    None,
    "doelen",
    "proces",
    "bijlage",
    "tabel",
    "thema",
    "begrippen",
    "kop",
    "stappen",
)


@st.composite
def wijzigingen(draw, stuk):
    texts = [afspraak.tekst for afspraak in stuk.afspraken] or [""]
    here = draw(st.sampled_from(texts))
    part = here[: draw(st.integers(0, len(here)))]
    words = st.one_of(st.sampled_from((here, part, "", "Woningwet")), zinnen, teksten, wild)
    numbers = [afspraak.nummer for afspraak in stuk.afspraken] + [
        "1",
        "99",
        "1b",
        "Afspraak 2.",
        "2.1.3",
        None,
    ]
    return Wijziging(
        doel=Doel(
            nummer=draw(st.sampled_from(numbers)),
            onderdeel=draw(st.sampled_from(ONDERDELEN)),
            thema=draw(st.sampled_from((*THEMAS, "Vervoer"))),
            titel=draw(st.sampled_from((None, "Inleiding", "Kernvoorraad", "Tabel 1: Voorraad"))),
        ),
        soort=draw(st.sampled_from(SOORTEN)),
        huidig=draw(st.one_of(st.none(), words)),
        tekst=draw(words),
        plek=draw(
            st.one_of(
                st.none(),
                st.builds(
                    Plek,
                    nummer=st.sampled_from(("1", "7", "2.1.3", "")),
                    thema=st.sampled_from(THEMAS),
                    na=st.sampled_from((None, "", "1", "afspraak-2")),
                ),
            )
        ),
        nummering=draw(st.sampled_from(("oud", "nieuw"))),
        tabel=draw(st.sampled_from((None, None, Tabel(rijen=(("afspraak 2",),), afspraak="1")))),
    )


@st.composite
def plannen(draw, stuk, most=6):
    made = draw(st.lists(wijzigingen(stuk), max_size=most))
    return Jaarplan(soort="jaarplan", titel="Jaarplan 2026", wijzigingen=tuple(made))


def genummerd(count):
    """A document of so many agreements that share no words, numbered from 1."""
    afspraken = tuple(
        Afspraak(nummer=str(at), tekst=f"Wijk {at} krijgt een plein. Straat {at} krijgt {at + 20} bomen.")
        for at in range(1, count + 1)
    )
    return Overeenkomst(soort="meerjarig", titel="Afspraken", afspraken=afspraken)
