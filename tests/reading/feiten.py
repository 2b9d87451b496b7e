"""Every fact of a reading, and what holds for each of them in any document."""

import re
from html import unescape
from itertools import pairwise

from pydantic import BaseModel

from wederkerig.model import Bron, Feit, Getal, Termijn

MARKUP = re.compile(r"<[?!A-Za-z/][^>]*>|[*_\\]|!?\[|\]\([^)]*\)|[\u00ad\u200b\ufeff]")
ENTITY = re.compile(r"&(?:#\w{1,6}|\w{2,8});")


def feiten(model):
    """Every fact inside a model, at any depth."""
    if isinstance(model, Feit):
        yield model
    if isinstance(model, BaseModel):
        for name in type(model).model_fields:
            yield from feiten(getattr(model, name))
    elif isinstance(model, tuple):
        for item in model:
            yield from feiten(item)


def bare(text):
    """Letters, digits and signs without mark-up and white space."""
    words = ENTITY.sub(lambda match: unescape(match.group()), text)
    return re.sub(r"\s+", "", MARKUP.sub("", words))


def check_stuk(document, stuk):
    """What must hold for the reading of any document."""
    for feit in feiten(stuk):
        if feit.bron is not None:
            check_bron(document, feit.bron)
        if isinstance(feit, Getal | Termijn):
            assert feit.bron is not None
            assert bare(feit.tekst) == bare(feit.bron.citaat)
    check_order(stuk)


def check_bron(document, bron: Bron):
    """The place lies in the document, holds the words it quotes, and is found back by its anchor."""
    assert 0 <= bron.van < bron.tot <= len(document.text)
    assert bron.citaat == document.text[bron.van : bron.tot]
    assert bron.voor + bron.citaat + bron.na in document.text
    assert document.text[: bron.van].endswith(bron.voor)
    assert bron.pagina == document.page_at(bron.van)


def check_order(stuk):
    """Agreements come in the order of the document and do not overlap."""
    spans = [(afspraak.bron.van, afspraak.bron.tot) for afspraak in stuk.afspraken if afspraak.bron]
    assert len(spans) == len(stuk.afspraken)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
