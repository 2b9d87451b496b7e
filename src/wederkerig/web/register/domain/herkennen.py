"""Which organisation a party is, and which agreements a year plan amends: only where that is sure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from wederkerig.model import Partij, Stuk
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.register.models import Overeenkomst

# Words that say what kind of body something is, and that people leave out.
_FORM = re.compile(
    r"\b(?:stichting|vereniging|woningstichting|woningcorporatie|woonstichting|corporatie|cooperatie"
    r"|huurdersvereniging|huurdersorganisatie|huurdersraad|huurdersbelangenvereniging|gemeente"
    r"|toegelaten instelling|bv|b v|nv|n v|ua|u a|de|het|van)\b"
)


def plain_name(naam: str) -> str:
    """A name without capitals, accents, punctuation and words for the kind of body."""
    bare = unicodedata.normalize("NFKD", naam.casefold())
    bare = "".join(each for each in bare if not unicodedata.combining(each))
    bare = re.sub(r"[^a-z0-9]+", " ", bare)
    return " ".join(_FORM.sub(" ", bare).split())


def match_parties(partijen: Iterable[Partij]) -> dict[str, Organisatie]:
    """By the name of a party the one organisation of its kind that is called so, in full or in short."""
    known: dict[tuple[str, str], set[Organisatie]] = defaultdict(set)
    for organisatie in Organisatie.objects.filter(opvolger__isnull=True):
        known[organisatie.soort, plain_name(organisatie.naam)].add(organisatie)
    found = {}
    for partij in partijen:
        names = {plain_name(partij.naam), plain_name(partij.kort)} - {""}
        hits = set().union(*(known.get((partij.soort, name), set()) for name in names))
        if len(hits) == 1:
            found[partij.naam[:200]] = hits.pop()
    return found


def match_agreements(stuk: Stuk, organisatie: Organisatie) -> Overeenkomst | None:
    """The agreements of this municipality and this party that hold in the year of the plan."""
    candidates = Overeenkomst.objects.filter(partijen__organisatie__in=one_with(organisatie))
    if stuk.gemeente:
        candidates = candidates.filter(gemeenten__naam__in=split_names(stuk.gemeente))
    day = (stuk.looptijd.van or stuk.looptijd.tot) if stuk.looptijd else None
    found = [
        each
        for each in candidates.distinct()
        if day is None or ((each.van or day) <= day <= (each.tot or day))
    ]
    return found[0] if len(found) == 1 else None


def split_names(names: str) -> list[str]:
    """The municipalities in "Assen, Aa en Hunze en Tynaarlo": parted by commas, and "en" behind a comma.

    Without a comma "en" is taken as part of the name, as in "Aa en Hunze".
    """
    parts = [each.strip() for each in re.split(r"[,;/\n]|\s+&\s+", names) if each.strip()]
    if len(parts) > 1 and " en " in parts[-1] and "\n" not in names:
        first, _, last = parts[-1].rpartition(" en ")
        parts[-1:] = [first.strip(), last.strip()]
    return list(dict.fromkeys(part for part in parts if part))
