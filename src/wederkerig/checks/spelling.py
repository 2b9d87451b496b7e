"""How alike two words are: the number of letters that differ."""

from collections import Counter


def afstand(een: str, ander: str, hoogstens: int) -> int:
    """Letters to change, add or drop to make one word of another; `hoogstens` + 1 when it is more."""
    if abs(len(een) - len(ander)) > hoogstens:
        return hoogstens + 1
    verschil = Counter(een)
    verschil.subtract(Counter(ander))
    if sum(abs(aantal) for aantal in verschil.values()) > 2 * hoogstens:
        return hoogstens + 1
    vorige = list(range(len(ander) + 1))
    for rij, letter in enumerate(een, start=1):
        deze = [rij]
        for kolom, andere_letter in enumerate(ander, start=1):
            deze.append(min(vorige[kolom] + 1, deze[-1] + 1, vorige[kolom - 1] + (letter != andere_letter)))
        vorige = deze
    return min(vorige[-1], hoogstens + 1)


def is_verbuiging(een: str, ander: str) -> bool:
    """Whether two words differ at the end only, or by the -s- or -en- that joins a compound."""
    if verschilt_aan_einde(een, ander):
        return True
    kort, lang = sorted((een, ander), key=len)
    gelijk = _gelijk_begin(kort, lang)
    return any(
        lang[gelijk:].startswith(tussen) and lang[gelijk + len(tussen) :] == kort[gelijk:]
        for tussen in ("s", "n", "en", "e")
    )


def verschilt_aan_einde(een: str, ander: str) -> bool:
    """Whether two words are the same but for their last two letters or what follows one of them."""
    return _gelijk_begin(een, ander) >= min(len(een), len(ander)) - 2


def _gelijk_begin(een: str, ander: str) -> int:
    """How many letters two words begin with alike."""
    paren = enumerate(zip(een, ander, strict=False))
    return next((plaats for plaats, (letter, andere) in paren if letter != andere), min(len(een), len(ander)))
