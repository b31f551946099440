"""What the help tells officers to type is heard as what the help says it does."""

from collections.abc import Callable

import pytest

from bot.cards.welcome import ABILITIES
from bot.duty_words import duty_asked
from bot.local_words import local_asked
from bot.measure_words import measure_asked
from bot.register_words import register_said
from bot.retention_words import asks_for_retention
from bot.transfer_words import transfer_asked
from dialogs.intake import asks_for_intake
from dialogs.register_typed import timeline_asked
from domain.contact_list_words import board_asked, list_asked
from tests.fakes.clock import NOON

HELP = " ".join(words for _, words in ABILITIES)
REFERENCE = "NMO-XXXXXX"


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("register an order", lambda line: register_said(line, NOON) is not None),
        (f"history of {REFERENCE}", lambda line: timeline_asked(line) is not None),
        (f"measures on {REFERENCE}", lambda line: measure_asked(line) is not None),
        (f"add a dvpo to {REFERENCE}", lambda line: measure_asked(line) is not None),
        ("intake", asks_for_intake),
        (f"transfer {REFERENCE}", lambda line: transfer_asked(line, NOON) is not None),
        ("transfers", lambda line: transfer_asked(line, NOON) is not None),
        ("retention reviews", asks_for_retention),
        ("data quality", lambda line: local_asked(line) is not None),
        ("exercise mode", lambda line: local_asked(line) is not None),
        ("who is waiting", lambda line: board_asked(line) is not None),
        ("overdue", lambda line: list_asked(line, NOON.date()) is not None),
        ("weekly report", lambda line: board_asked(line) is not None),
        ("who is away", lambda line: duty_asked(line, NOON) is not None),
        ("orders on my beat", lambda line: local_asked(line) is not None),
        ("patrol list", lambda line: local_asked(line) is not None),
        (f"plan a visit to {REFERENCE}", lambda line: local_asked(line) is not None),
    ],
)
def test_each_line_that_the_help_names_is_heard(line: str, heard: Callable[[str], bool]) -> None:
    assert f'"{line}"' in HELP
    assert heard(line)
