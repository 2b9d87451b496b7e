"""What makes second factors is kept encrypted: who gets hold of the database alone makes no codes with it."""

from __future__ import annotations

import base64

import structlog
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

log = structlog.get_logger("wederkerig.geheim")
_SALT = "wederkerig.tweede-stap"


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Encrypts with a key that follows from WEDERKERIG_SLEUTEL; reads with the older ones too."""

    def encrypt(self, text: str) -> str:
        """As it is kept."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it was. Without its key no code is right: something that nobody can know stands in its place."""
        try:
            return _keys().decrypt(encrypted_text).decode()
        except InvalidToken:
            log.warning("tweede stap niet te lezen: de sleutel is een andere")
            secret: str = generate_totp_secret()
            return secret


def _keys() -> MultiFernet:
    """The key of now first: what is written is written with that."""
    return MultiFernet([Fernet(_key(each)) for each in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    derived = salted_hmac(_SALT, "fernet", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(derived)
