"""What is installed is pinned to the byte, and names no place to fetch it from."""

import importlib.metadata
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def unpinned(lock: str) -> list[str]:
    """The requirements of a lock that have no exact version or no hash, and its lines that name an address."""
    entries = re.split(r"\n(?=[a-zA-Z])", lock)
    loose = [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    return loose + [line for line in lock.splitlines() if "://" in line or "index-url" in line]


@pytest.mark.parametrize("name", ["runtime", "dev", "bench", "node"])
def test_every_package_is_pinned_by_its_hash(name: str) -> None:
    assert unpinned((ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "loose", ["six==1.0 \\\n    # via nobody", "six \\\n    --hash=sha256:00", "six @ https://a.example/six.whl --hash=sha256:00"]
)
def test_a_loose_package_is_found(loose: str) -> None:
    assert unpinned(f"idna==3.0 \\\n    --hash=sha256:00\n{loose}\n") != []
    assert unpinned("idna==3.0 \\\n    --hash=sha256:00\n") == []


def test_the_tests_run_on_the_packages_that_the_bot_runs_on() -> None:
    runtime, dev = ((ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8") for name in ("runtime", "dev"))
    assert set(re.findall(r"^\S+==\S+", runtime, re.MULTILINE)) <= set(re.findall(r"^\S+==\S+", dev, re.MULTILINE))


def with_extras(requirements: list[str]) -> set[str]:
    """The packages that are asked for with an extra in every installation, as `name[extra]`."""
    asked = (re.match(r"([\w.-]+)\[([\w,-]+)\]", line) for line in requirements if "extra ==" not in line)
    return {f"{found[1].lower().replace('_', '-')}[{found[2]}]" for found in asked if found}


def test_a_package_asked_for_with_an_extra_is_pinned_with_it() -> None:
    """To pip `name==1` is no pin of `name[extra]`: on the day that a newer one is published the installation stops."""
    lock = (ROOT / "requirements/dev.lock").read_text(encoding="utf-8")
    asked = with_extras([line for installed in importlib.metadata.distributions() for line in installed.requires or []])
    assert "coverage[toml]" in asked
    assert asked <= set(re.findall(r"^(\S+)==", lock, re.MULTILINE))


def test_an_extra_of_an_extra_is_not_asked_for() -> None:
    assert with_extras(["Some_Thing[a]>=1", "other[b]; extra == 'c'", "plain>=2"]) == {"some-thing[a]"}


@pytest.mark.parametrize("place", ["bot/web", "tests/bot/teams"])
def test_a_lock_of_npm_names_no_address(place: str) -> None:
    packages = json.loads((ROOT / place / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
