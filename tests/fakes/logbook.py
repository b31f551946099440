"""The log as the tests write it, kept to be read."""

import io
import sys
from typing import TextIO


class Logbook(io.TextIOBase):
    """Passes on every line and keeps it."""

    def __init__(self, beside: TextIO) -> None:
        self._beside = beside
        self.lines: list[str] = []

    def write(self, said: str, /) -> int:
        self.lines.append(said)
        return self._beside.write(said)

    def flush(self) -> None:
        self._beside.flush()


LOGBOOK = Logbook(sys.stderr)
