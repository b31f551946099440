"""What a person at the command line reads when a command ends, and what the log keeps of a fault."""

import json
import subprocess
import sys

import pytest

from bot.commands.ending import ended
from domain.errors import AssistantError
from tests.house.sources import ROOT

BROKEN = """
import sys
from bot.commands.ending import ended
from bot.logs import set_up_logs

def broken():
    raise RuntimeError("Jade Marlow, 14 Larkfield Row")

set_up_logs("error")
sys.exit(ended(broken))
"""


def refused() -> None:
    raise AssistantError("Say who you are.")


def stopped() -> None:
    raise KeyboardInterrupt


def test_a_fault_is_logged_whole_and_told_in_one_plain_line_with_its_reference() -> None:
    run = subprocess.run([sys.executable, "-c", BROKEN], cwd=ROOT, capture_output=True, text=True, check=False)
    logged, told = run.stderr.splitlines()
    kept = json.loads(logged)
    assert (run.returncode, run.stdout, kept["event"], f"Reference {kept['reference']}" in told) == (1, "", "command_failed", True)
    assert ("in broken" in kept["exception"], "Marlow" in run.stderr, "Traceback" in run.stderr) == (True, False, False)


def test_a_refusal_is_told_in_its_own_words_and_stopping_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert [ended(refused), ended(stopped), ended(lambda: None)] == [1, 0, 0]
    assert capsys.readouterr().err == "Say who you are.\n"
