"""What is typed on a telephone is heard as what is typed at a desk: the apostrophe alone is another."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.alarm_words import asks_how_reminders_stand
from bot.plan_words import asks_for_contact_policy
from bot.record_words import record_words
from bot.safe_words import safe_said
from domain.apostrophes import APOSTROPHES
from domain.contact_told import read_contact
from guidance.library import load

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
READERS: list[tuple[Callable[[str], object], str]] = [
    (safe_said, "don't visit"),
    (safe_said, "don't text her"),
    (safe_said, "don't leave a voicemail"),
    (safe_said, "it's still safe"),
    (partial(read_contact, now=NOW), "rang her, doesn't want contact"),
    (asks_for_contact_policy, "the force's contact policy"),
    (record_words, "what's awaiting sign-off"),
    (asks_how_reminders_stand, "who can't be reached"),
]


@pytest.mark.parametrize("sign", APOSTROPHES)
@pytest.mark.parametrize(("read", "line"), READERS, ids=[line for _, line in READERS])
def test_each_apostrophe_says_the_same(read: Callable[[str], object], line: str, sign: str) -> None:
    heard = read(line)
    assert heard
    assert read(line.replace("'", sign)) == heard


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_days_and_times_that_are_not_safe_are_kept_as_typed_and_heard(sign: str) -> None:
    typed = f"don{sign}t ring before 9am"
    heard = safe_said(typed)
    assert heard is not None
    assert heard.windows == typed


def test_a_code_word_is_kept_as_typed() -> None:
    heard = safe_said("code word is O\u2019Hara\u2019s parcel")
    assert heard is not None
    assert heard.fields == {"code_word": "O\u2019Hara\u2019s parcel"}


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_a_question_out_of_scope_is_refused_however_it_is_written(sign: str) -> None:
    library = load()
    assert library.answer(f"what{sign}s his address", NOW.date()) == library.answer("what's his address", NOW.date())
