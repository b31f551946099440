"""The project's own files, as git sees them: tracked, or new and not ignored."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MIGRATIONS = "storage/migrations/versions/"


@cache
def texts() -> dict[str, str]:
    """Every text file by its path from the root; locks, which only machines write, are left out."""
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True)
    paths = sorted(set(filter(None, listed.stdout.split("\0"))))
    ours = [path for path in paths if not path.endswith((".lock", "package-lock.json")) and (ROOT / path).is_file()]
    return {path: content for path in ours if (content := text_of(ROOT / path)) is not None}


def text_of(file: Path) -> str | None:
    content = file.read_bytes()
    return None if b"\0" in content else content.decode("utf-8")


def modules() -> dict[str, str]:
    return {path: content for path, content in texts().items() if path.endswith(".py") and not path.startswith(MIGRATIONS)}
