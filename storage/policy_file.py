"""A force's file of policy on the disk."""

from pathlib import Path

from domain.errors import Unreadable

LARGEST = 100_000


def read_policy_file(folder: Path, force: str) -> bytes | None:
    """None where the force has no file."""
    path = folder / f"{force}.toml"
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as trouble:
        raise Unreadable(f"{path} cannot be read ({trouble.strerror}).") from trouble
    if len(content) > LARGEST:
        raise Unreadable(f"{path} is larger than any policy.")
    return content
