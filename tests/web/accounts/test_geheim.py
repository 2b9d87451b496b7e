"""What makes second factors cannot be read from the database alone, and outlives a change of the key."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from tests.web.inloggen import SECRET, code
from tests.web.maken import mens

pytestmark = pytest.mark.django_db
NIEUW = "een heel andere sleutel voor de tests, ook lang genoeg"


def test_neither_secret_nor_seed_stands_in_the_database():
    person = mens("een@voorbeeld.nl")
    TOTP.activate(person, SECRET)
    codes = RecoveryCodes.activate(person).generate_codes()

    kept = {row.type: row.data for row in Authenticator.objects.all()}
    assert SECRET not in str(kept)
    assert kept["totp"]["secret"].startswith("gAAAA")
    assert kept["recovery_codes"]["seed"].startswith("gAAAA")
    assert len(set(codes)) == 10
    assert TOTP(Authenticator.objects.get(type="totp")).validate_code(code())


def test_a_new_key_with_the_old_one_beside_it_still_reads_it(settings):
    TOTP.activate(mens("een@voorbeeld.nl"), SECRET)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], NIEUW

    assert TOTP(Authenticator.objects.get()).validate_code(code())


def test_without_the_key_no_code_is_right(settings):
    person = mens("een@voorbeeld.nl")
    TOTP.activate(person, SECRET)
    codes = RecoveryCodes.activate(person).generate_codes()
    settings.SECRET_KEY = NIEUW

    assert not TOTP(Authenticator.objects.get(type="totp")).validate_code(code())
    first, second = (RecoveryCodes(Authenticator.objects.get(type="recovery_codes")) for _ in range(2))
    assert first.generate_codes() != second.generate_codes()
    assert not any(first.validate_code(each) for each in codes)
