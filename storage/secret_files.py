"""Files that hold a secret: read only where nobody but their owner can."""

import os
import stat
from pathlib import Path

from domain.errors import AssistantError


class SecretTrouble(AssistantError):
    """A file that holds a secret is missing, unreadable or too open."""


def read_secret(path: Path | None, what: str, setting: str) -> bytes:
    """The bytes of the file that `setting` names. Raises SecretTrouble, in one line, also where others than its owner can read it."""
    if path is None:
        raise SecretTrouble(f"No {what}: set {setting}.")
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read()
    except OSError as trouble:
        raise SecretTrouble(f"The {what} file {path} cannot be read ({trouble.strerror}): set {setting} to the right file.") from trouble
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise SecretTrouble(f"The {what} file {path} can be read by others: run 'chmod 600 {path}'.")
    return content


def read_secret_text(path: Path | None, what: str, setting: str) -> str:
    """The same as text, without the end of its line. Raises SecretTrouble where it is none or empty."""
    try:
        text = read_secret(path, what, setting).decode("utf-8").strip()
    except UnicodeDecodeError as trouble:
        raise SecretTrouble(f"The {what} file {path} is not UTF-8 text: set {setting} to the right file.") from trouble
    if not text:
        raise SecretTrouble(f"The {what} file {path} is empty: set {setting} to the right file.")
    return text
