"""Ids in the order of the moments they are made for, so that what is written together lies together where it is kept."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH, _MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)
_RANDOM_BITS, _B = 74, 62
_VERSION_7, _VARIANT = 7 << 76, 2 << _B
# In the order of their codes, six bits each.
_SIGNS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_SIX_BITS = range(36, -1, -6)


def id_at(moment: datetime) -> UUID:
    """Version 7 of RFC 9562: milliseconds, then 74 random bits."""
    chance = secrets.randbits(_RANDOM_BITS)
    return UUID(int=_milliseconds(moment) << 80 | _VERSION_7 | chance >> _B << 64 | _VARIANT | chance & (1 << _B) - 1)


def secret_at(moment: datetime) -> str:
    """128 random bits behind seven signs for the moment, in 29 signs."""
    told = _milliseconds(moment)
    return "".join([_SIGNS[told >> bits & 63] for bits in _SIX_BITS]) + secrets.token_urlsafe(16)


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MILLISECOND & (1 << 48) - 1
