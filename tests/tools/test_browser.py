"""The tests find a browser, or say in one line what to install."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "tools/browser.py"


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT)], check=False, capture_output=True, text=True, env={**environment})


def program(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_a_browser_on_the_path_is_found(tmp_path: Path) -> None:
    chrome = program(tmp_path, "google-chrome")
    assert run(PATH=str(tmp_path)).stdout == f"{chrome}\n"


def test_a_named_browser_goes_first(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    named = program(tmp_path, "my-browser")
    assert run(PATH=str(tmp_path), NMO_TEST_BROWSER=str(named)).stdout == f"{named}\n"


def test_a_named_browser_that_is_none_is_refused(tmp_path: Path) -> None:
    refused = run(PATH=os.environ["PATH"], NMO_TEST_BROWSER=str(tmp_path / "nothing"))
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)


def test_without_a_browser_one_line_says_what_to_install(tmp_path: Path) -> None:
    refused = run(PATH=str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr == "The tests need Chromium or Chrome: install either, or set NMO_TEST_BROWSER to its path.\n"
