"""The list of what was erased, as a sealed file outside the database: ids, references, grounds and keyed hashes, so that a restored backup can be told what must not come back."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
from cryptography.exceptions import InvalidTag

from domain.errors import AssistantError
from storage.keys import Keys
from storage.retention import Tombstone
from storage.sealing import Sealer

_PLACE = "erased.list"
_PURPOSE = "erased-list"
_FIELDS = ("id", "reference", "ground", "officer", "at", "mark", "case_mark")


class ListTrouble(AssistantError):
    """The list cannot be read or written; nothing else was changed."""


@dataclass(frozen=True)
class ErasedList:
    """Every erasure up to `as_of`."""

    as_of: datetime
    stones: tuple[Tombstone, ...]


def name_of(force: str) -> str:
    return f"erased-{force}.list"


def joined(*lists: ErasedList | None) -> ErasedList | None:
    """All that any of them knows, as of the newest; None where there is none. Of one erasure what is known of its case too."""
    some = [one for one in lists if one is not None]
    if not some:
        return None
    known = sorted((stone for one in some for stone in one.stones), key=lambda one: one.case_mark is not None)
    stones = {stone.id: stone for stone in known}
    return ErasedList(max(one.as_of for one in some), tuple(sorted(stones.values(), key=lambda one: (one.at, one.reference))))


def read_list(path: Path, keys: Keys, force: str) -> ErasedList | None:
    """None where there is no such file. Raises ListTrouble where it is another force's or another key's, or damaged."""
    if not path.exists():
        return None
    try:
        told = orjson.loads(_sealer(keys, force).open(path.read_bytes(), _PLACE, force))
        return ErasedList(datetime.fromisoformat(told["as_of"]), tuple(_stone(one) for one in told["erased"]))
    except OSError as trouble:
        raise ListTrouble(f"{path} cannot be read ({trouble.strerror}). Nothing was changed.") from trouble
    except (InvalidTag, ValueError, KeyError, TypeError) as trouble:
        raise ListTrouble(
            f"{path} is no list of erasures of this force that opens with this key: move it away. Nothing was changed."
        ) from trouble


def write_list(path: Path, keys: Keys, force: str, held: ErasedList) -> None:
    """Whole or not at all, for its owner alone; durable when this returns."""
    told = {"as_of": held.as_of, "erased": [{name: getattr(one, name) for name in _FIELDS} for one in held.stones]}
    part = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(_sealer(keys, force).seal(orjson.dumps(told), _PLACE, force))
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as trouble:
        part.unlink(missing_ok=True)
        raise ListTrouble(f"{path} cannot be written ({trouble.strerror}).") from trouble


def known_in(paths: Iterable[Path], keys: Keys, force: str) -> ErasedList | None:
    return joined(*(read_list(one, keys, force) for one in paths))


def _sealer(keys: Keys, force: str) -> Sealer:
    return Sealer(keys.draw(_PURPOSE), force)


def _stone(told: dict[str, Any]) -> Tombstone:
    at = datetime.fromisoformat(told["at"])
    return Tombstone(UUID(told["id"]), told["reference"], told["ground"], UUID(told["officer"]), at, told["mark"], told["case_mark"])
