"""How a command ends: its exit status, and one plain line on standard error where the work failed."""

import os
import sys
from collections.abc import Callable

import structlog
from pydantic import ValidationError

from bot.commands.acting import WrongCommand
from bot.logs import new_fault_reference
from domain.errors import AssistantError

log = structlog.get_logger(__name__)
DONE, FAILED, WRONG = 0, 1, 2


def ended(command: Callable[[], object]) -> int:
    """Runs it. Of a fault the log has all, and the person a reference to find it by."""
    try:
        command()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads the answer has read enough, as `head` does; what is still to be written goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except WrongCommand as refusal:
        return _failed(refusal.advice, WRONG)
    except AssistantError as refusal:
        return _failed(refusal.advice)
    except ValidationError as wrong:
        names = ", ".join(f"NMO_{part}".upper() for one in wrong.errors() for part in one["loc"])
        return _failed(f"Not started: {names} cannot be read. docs/settings.md says what each setting takes.")
    except KeyboardInterrupt:
        return DONE
    except Exception:
        reference = new_fault_reference()
        log.exception("command_failed", reference=reference)
        return _failed(f"Something went wrong that is not your doing. Reference {reference}: the log line above it says where.")
    return DONE


def _failed(line: str, status: int = FAILED) -> int:
    print(line, file=sys.stderr)  # noqa: T201 - the command line speaks here
    return status
