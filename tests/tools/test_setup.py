"""Setting up leaves alone what is ready, and says plainly what is wrong."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STAND_IN = "import sys\nprint('looked for the bundle', *sys.argv[1:])\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose .venv borrows this Python's pip and whose bundle is a stand-in."""
    for folder in ("tools", "requirements"):
        (tmp_path / folder).mkdir()
    venv.create(tmp_path / ".venv", symlinks=True)
    packages = sysconfig.get_path("purelib", vars={"base": str(tmp_path / ".venv")})
    Path(packages, "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    shutil.copy(ROOT / "tools/setup.py", tmp_path / "tools/setup.py")
    (tmp_path / "tools/from_npm.py").write_text(STAND_IN, encoding="utf-8")
    for name in ("runtime", "dev"):
        (tmp_path / f"requirements/{name}.lock").write_text(f"# nothing for {name}\n", encoding="utf-8")
    return tmp_path


def stamp(project: Path, *names: str) -> None:
    locks = {name: hashlib.sha256((project / f"requirements/{name}.lock").read_bytes()).hexdigest() for name in names}
    content = {"python": os.path.realpath(sys.executable), **locks}
    (project / ".venv/setup.json").write_text(json.dumps(content), encoding="utf-8")


def run(project: Path, *options: str) -> list[str]:
    script = [sys.executable, str(project / "tools/setup.py"), *options]
    done = subprocess.run(script, check=True, capture_output=True, text=True, env={**os.environ, "PATH": ""})
    return done.stdout.splitlines()


def test_what_is_ready_is_left_alone(project: Path) -> None:
    stamp(project, "runtime")
    assert run(project) == ["looked for the bundle"]


def test_a_changed_lock_is_installed(project: Path) -> None:
    stamp(project, "runtime")
    (project / "requirements/runtime.lock").write_text("# still nothing\n", encoding="utf-8")
    assert run(project)[0].startswith("Installing 0 packages with pip from requirements/runtime.lock")
    assert run(project) == ["looked for the bundle"]


def test_the_tests_need_more_than_the_bot(project: Path) -> None:
    stamp(project, "runtime")
    said = run(project, "--dev")
    assert said[0].startswith("Installing 0 packages with pip from requirements/dev.lock")
    assert said[-1] == "looked for the bundle --dev"
    assert run(project) == ["looked for the bundle"]


def test_a_half_made_environment_is_made_again(project: Path) -> None:
    stamp(project, "runtime")
    (project / ".venv/setup.unfinished").touch()
    (project / ".venv/left-over").touch()
    assert run(project)[0].startswith("Making .venv with Python")
    assert not (project / ".venv/left-over").exists()
    assert run(project) == ["looked for the bundle"]
