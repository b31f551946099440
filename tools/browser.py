"""Print the path of a Chromium or Chrome for the tests; on Debian, and as root, install one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PACKAGES = ("chromium", "fonts-dejavu-core")


def main() -> None:
    named = os.environ.get("NMO_TEST_BROWSER")
    if named and not shutil.which(named):
        sys.exit(f"NMO_TEST_BROWSER names {named}, which is no program here: correct it or unset it.")
    found = find_browser() or (install_browser() if can_install() else None)
    if found is None:
        sys.exit("The tests need Chromium or Chrome: install either, or set NMO_TEST_BROWSER to its path.")
    print(found)


def find_browser() -> str | None:
    named = os.environ.get("NMO_TEST_BROWSER")
    on_path = (shutil.which(name) for name in ([named] if named else NAMES))
    return next(filter(None, on_path), None) or next((place for place in PLACES if Path(place).exists()), None)


def can_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install_browser() -> str | None:
    print("Installing Chromium for the tests ...", file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (("update",), ("install", "-y", "--no-install-recommends", *PACKAGES)):
        done = subprocess.run(["apt-get", "-q", *step], check=False, capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            print(done.stderr.strip(), file=sys.stderr)
            return None
    return find_browser()


if __name__ == "__main__":
    main()
