"""Keeps the bytes of a file once, under their hash, for as long as something points to them."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import ProtectedError

from wederkerig.web.register.models import Bestand


def keep_bytes(inhoud: bytes) -> str:
    """Keep these bytes; their hash. Inside a transaction: nobody throws them away until it is over."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    Bestand.objects.select_for_update().get_or_create(
        sha256=sha256, defaults={"grootte": len(inhoud), "inhoud": inhoud}
    )
    return sha256


def forget_bytes(sha256: str) -> bool:
    """Remove bytes that nothing points to any more; False where something still does."""
    held = Bestand.objects.select_for_update().filter(pk=sha256)
    try:
        with transaction.atomic():
            # locked before it is asked who points to it
            list(held.values_list("pk"))
            held.delete()
    except ProtectedError:
        return False
    return True
