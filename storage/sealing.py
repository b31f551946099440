"""Columns sealed with AES-256-GCM-SIV, bound to their place so that they cannot be swapped."""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

_VERSION = b"\x01"
_NONCE = 12


class Sealer:
    """Seals text for one force. Shape: version byte, 12-byte nonce, ciphertext with tag; associated data names force, table, column and row."""

    def __init__(self, key: bytes, force: str) -> None:
        self._cipher = AESGCMSIV(key)
        self._force = force

    def seal(self, plain: bytes, place: str, row: str) -> bytes:
        """`place` is table.column; `row` identifies the row for ever."""
        nonce = os.urandom(_NONCE)
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, self._bound(place, row))

    def open(self, sealed: bytes, place: str, row: str) -> bytes:
        """Raises cryptography's InvalidTag where the bytes were altered or moved."""
        body = bytes(sealed)
        return self._cipher.decrypt(body[1 : 1 + _NONCE], body[1 + _NONCE :], self._bound(place, row))

    def _bound(self, place: str, row: str) -> bytes:
        return f"{self._force}|{place}|{row}|1".encode()
