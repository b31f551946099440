"""The master key file, and the separate keys drawn from it."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.secret_files import SecretTrouble, read_secret

SIZE = 32


class KeyTrouble(SecretTrouble):
    """The master key is missing, not 32 bytes or another's, or cannot be made."""


class Keys:
    """Keys for one purpose each (HKDF-SHA256 over the master key, one label a purpose)."""

    def __init__(self, master: bytes) -> None:
        if len(master) != SIZE:
            raise KeyTrouble(
                f"The master key must be {SIZE} bytes: restore the right file, or make one with '.venv/bin/python app.py key new FILE'."
            )
        self._master = master

    def draw(self, purpose: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=SIZE, salt=None, info=f"nmo-bot:{purpose}".encode()).derive(self._master)


def new_key(path: Path) -> None:
    """Writes a master key with mode 0600; never over an existing file."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as trouble:
        raise KeyTrouble(f"{path} exists already: a key is never overwritten. Choose another name.") from trouble
    except OSError as trouble:
        raise KeyTrouble(f"{path} cannot be written ({trouble.strerror}).") from trouble
    with os.fdopen(handle, "wb") as file:
        file.write(os.urandom(SIZE))
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path | None) -> Keys:
    if path is None:
        raise KeyTrouble("No master key: set NMO_MASTER_KEY_FILE, or make a key with '.venv/bin/python app.py key new FILE'.")
    return Keys(read_secret(path, "master key", "NMO_MASTER_KEY_FILE"))
