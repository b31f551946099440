"""Signs that a file cannot show leave words in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.signs import drawable, is_control, with_words_for

LATIN = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("he sent \N{HOCHO}", "he sent [hocho]"),
        ("\N{PILE OF POO}" * 4000, "[pile of poo, 4000 times]"),
        ("I \N{HEAVY BLACK HEART}\ufe0f you", "I [heavy black heart] you"),
        ("\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}", "[man][woman][girl]"),
        ("\u0645\u0631\u062d\u0628\u0627 he said", "[Arabic letter, 5 times] he said"),
        ("\u05e9\u05dc\u05d5\u05dd", "[Hebrew letter, 4 times]"),
        ("hid\u202eden\u200b", "hid[U+202E]den[U+200B]"),
        ("\ud83d", "[U+D83D]"),
        ("a\N{NON-BREAKING HYPHEN}b\N{NARROW NO-BREAK SPACE}c\td", "a-b c    d"),
        ("Ame\u0301lie \u0142\u0105\u017c \u0175", "Am\xe9lie \u0142\u0105\u017c \u0175"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_what_a_font_lacks_is_told_in_words(typed: str, drawn: str) -> None:
    assert drawable(typed, LATIN.__contains__) == drawn


def test_very_many_different_signs_are_counted_and_none_is_passed_over() -> None:
    told = drawable("".join(map(chr, range(0x1F600, 0x1F600 + 40))), LATIN.__contains__)
    assert (told.count("["), told.endswith("[and 28 more signs]")) == (13, True)


def test_arabic_and_emoji_are_no_controls_and_what_turns_a_line_round_is_one() -> None:
    assert [sign for sign in "\u0645\N{PILE OF POO}\u200d\ufe0f\xe9" if is_control(sign)] == []
    assert [sign for sign in "\u202e\u2066\u200b\x07\u2028\ue000\ud800" if not is_control(sign)] == []


@given(st.text())
def test_what_comes_out_can_be_drawn_and_what_could_be_drawn_stays(text: str) -> None:
    told = with_words_for(text, LATIN.__contains__)
    assert set(told) <= LATIN | {"\n"}
    kept = [sign for sign in text if sign in LATIN or sign == "\n"]
    rest = iter(told)
    assert all(sign in rest for sign in kept)
