"""What a script says in processes that each put the members of a set in another order."""

import os
import subprocess
import sys

SEEDS = ("0", "1", "2", "3")


def said_by_each(script: str) -> set[str]:
    """One answer where every process gives the same."""
    return {
        subprocess.run(
            [sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in SEEDS
    }
