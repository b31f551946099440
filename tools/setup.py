"""Make .venv, install what the locks say and fetch the chat page's bundle; a second run sees that nothing is left to do.

Standard library only, and no syntax newer than Python 3.7, so that an old Python gets a plain answer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "setup.json"
UNFINISHED = VENV / "setup.unfinished"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"runtime": ROOT / "requirements" / "runtime.lock", "dev": ROOT / "requirements" / "dev.lock"}
OLDEST = (3, 11)


def main() -> None:
    options = argparse.ArgumentParser(description="Set the project up in .venv, ready to run.")
    options.add_argument("--dev", action="store_true", help="also install what the tests and checks need")
    wanted = "dev" if options.parse_args().dev else "runtime"
    if sys.version_info < OLDEST:
        stop(f"Python 3.11 or later is needed and this is {sys.version.split()[0]}: run it with a newer one (make PYTHON=python3.11).")
    if not is_installed(wanted):
        prepare_venv()
        install(wanted)
    dev = ["--dev"] if wanted == "dev" else []
    fetched = subprocess.run([str(PYTHON), str(ROOT / "tools" / "from_npm.py"), *dev], check=False)
    sys.exit(fetched.returncode)


def is_installed(wanted: str) -> bool:
    stamp = read_stamp()
    return stamp.get(wanted) == fingerprint(LOCKS[wanted]) and stamp.get("python") == interpreter() and not UNFINISHED.exists()


def read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def interpreter() -> str | None:
    """The real file behind .venv's Python: it changes when the system's Python was replaced by another version."""
    return os.path.realpath(PYTHON) if PYTHON.exists() else None


def prepare_venv() -> None:
    if is_usable():
        return
    say(f"Making .venv with Python {sys.version.split()[0]} ...")
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
        UNFINISHED.touch()
    except OSError as error:
        stop(f"The unfinished .venv cannot be replaced ({error.strerror}: {error.filename}): close what uses it and run this again.")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode != 0:
        stop("Python could not make a virtual environment: on Debian or Ubuntu install python3-venv, then run this again.")


def is_usable() -> bool:
    """Whether .venv was finished once, by hand or by this script, and its Python and pip still answer."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    if read_stamp().get("python", interpreter()) != interpreter():
        return False
    version_check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([str(PYTHON), "-c", version_check], check=False, capture_output=True).returncode == 0


def install(wanted: str) -> None:
    lock = LOCKS[wanted]
    uv = shutil.which("uv")
    count = len(re.findall(r"^[a-zA-Z]", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
    say(f"Installing {count} packages with {'uv' if uv else 'pip'} from requirements/{lock.name} (the first time takes about a minute) ...")
    began = time.monotonic()
    UNFINISHED.touch()
    if subprocess.run([*installer(uv), "--require-hashes", "--requirement", str(lock)], check=False).returncode != 0:
        stop("The packages could not be installed, for the reason above: check the network and the proxy settings, then run this again.")
    done = {name: fingerprint(file) for name, file in LOCKS.items() if name in (wanted, "runtime")}
    STAMP.write_text(json.dumps({**read_stamp(), **done, "python": interpreter()}), encoding="utf-8")
    UNFINISHED.unlink()
    say(f"Installed in {time.monotonic() - began:.0f} s.")


def installer(uv: str | None) -> list[str]:
    if uv:
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]


def say(line: str) -> None:
    print(line, flush=True)


def stop(line: str) -> NoReturn:
    print(line, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Stopped half-way: run it again to go on.")
