"""What npm brings is used only if it is the very file that the lock pins."""

import base64
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "botframework-webchat"


def tarball(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name in ("webchat.js", "webchat.js.LICENSE.txt"):
            entry = tarfile.TarInfo(f"package/dist/{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def pin(project: Path, package: bytes) -> None:
    digest = base64.b64encode(hashlib.sha512(package).digest()).decode()
    lock = {"packages": {f"node_modules/{NAME}": {"version": "1.0.0", "integrity": f"sha512-{digest}"}}}
    (project / "bot/web/package-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def carry(project: Path, package: bytes) -> None:
    """Put a package where a person without a registry would."""
    (project / f"bot/web/vendor/{NAME}-1.0.0.tgz").write_bytes(package)


def run(project: Path) -> subprocess.CompletedProcess[str]:
    # An empty PATH: no npm is found, so nothing can be fetched.
    script = [sys.executable, "-I", str(project / "tools/from_npm.py")]
    return subprocess.run(script, check=False, capture_output=True, text=True, env={"PATH": ""})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "bot/web/vendor").mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/from_npm.py", tmp_path / "tools/from_npm.py")
    return tmp_path


def test_the_pinned_package_is_unpacked_once(project: Path) -> None:
    package = tarball(b"the bundle")
    pin(project, package)
    carry(project, package)
    assert run(project).returncode == 0
    bundle = project / "bot/web/vendor/webchat.js"
    assert bundle.read_bytes() == b"the bundle"
    made = bundle.stat().st_mtime_ns
    assert run(project).returncode == 0
    assert bundle.stat().st_mtime_ns == made


def test_a_changed_bundle_is_mended(project: Path) -> None:
    package = tarball(b"the bundle")
    pin(project, package)
    carry(project, package)
    run(project)
    bundle = project / "bot/web/vendor/webchat.js"
    bundle.write_bytes(b"something else")
    assert run(project).returncode == 0
    assert bundle.read_bytes() == b"the bundle"


def test_another_package_is_refused_in_one_line(project: Path) -> None:
    pin(project, tarball(b"the bundle"))
    carry(project, tarball(b"something else"))
    refused = run(project)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "is not the file that bot/web/package-lock.json pins" in refused.stderr
    assert not (project / "bot/web/vendor/webchat.js").exists()


@pytest.mark.parametrize(("place", "name"), [("bot/web", NAME), ("tests/bot/teams", "@microsoft/app-manifest")])
def test_the_lock_pins_the_version_that_is_asked_for(place: str, name: str) -> None:
    wanted = json.loads((ROOT / place / "package.json").read_text(encoding="utf-8"))["dependencies"]
    pinned = json.loads((ROOT / place / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert wanted == {name: pinned[f"node_modules/{name}"]["version"]}
    assert pinned[f"node_modules/{name}"]["integrity"].startswith("sha512-")
