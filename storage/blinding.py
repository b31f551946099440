"""Keyed hashes: what can be looked up without being held."""

import hmac
from hashlib import sha256


class Blinder:
    """HMAC-SHA256 for one force under a key of its own, cut to the 63 bits that a column of whole numbers holds on both databases.

    Whoever has the database and not the key cannot try out words against it; the same word is the same number, so that it can be found.
    """

    def __init__(self, key: bytes, force: str) -> None:
        self._key = key
        self._force = force

    def number(self, purpose: str, word: str) -> int:
        mark = hmac.digest(self._key, f"{self._force}|{purpose}|{word}".encode(), sha256)
        return int.from_bytes(mark[:8]) >> 1
