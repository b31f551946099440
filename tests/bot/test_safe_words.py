"""Which typed lines are about how a person may safely be reached, and which only sound so."""

import pytest

from bot.safe_words import SafeSaid, safe_said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("still safe", SafeSaid(still=True)),
        ("It's still safe.", SafeSaid(still=True)),
        ("do not visit", SafeSaid(fields={"do_not_visit": "yes"})),
        ("visits are fine", SafeSaid(fields={"do_not_visit": "no"})),
        ("no voicemails", SafeSaid(fields={"voicemail": "no"})),
        ("can leave a voicemail", SafeSaid(fields={"voicemail": "yes"})),
        ("never text", SafeSaid(fields={"text": "no"})),
        ("ok to text", SafeSaid(fields={"text": "yes"})),
        ("ring with number withheld", SafeSaid(fields={"withheld": "yes"})),
        ("the code word is blue door", SafeSaid(fields={"code_word": "blue door"})),
        ("safe times: weekdays after 6pm", SafeSaid("safe times: weekdays after 6pm")),
        ("safe to ring after 6pm not Sundays", SafeSaid("safe to ring after 6pm not Sundays")),
        ("not on Sundays", SafeSaid("not on Sundays")),
        ("never before 10am", SafeSaid("never before 10am")),
    ],
)
def test_it_is_heard_as_it_was_meant(line: str, said: SafeSaid) -> None:
    assert safe_said(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "",
        "is it safe to ring after 6pm?",
        "spoke to her, safe",
        "do not know when he came on Monday at the school",
        "any nmo on tom farrow",
        "safe to call when he is out",
        "he texted her",
        "x" * 501,
    ],
)
def test_what_only_sounds_so_is_left_to_others(line: str) -> None:
    assert safe_said(line) is None
