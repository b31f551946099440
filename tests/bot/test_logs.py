"""The log says where and of what kind a fault was, and nothing that anybody typed."""

import sys

from bot.logs import wordless

CANARY = "Quill, Pat, 1 Canary Row"


def broken(text: str) -> str:
    try:
        try:
            return str(int(text))
        except ValueError as first:
            raise LookupError(f"nobody called {text}") from first
    except LookupError:
        fault = sys.exc_info()
        assert fault[0] is not None
        assert fault[1] is not None
        return wordless((fault[0], fault[1], fault[2]))


def test_a_fault_is_told_by_its_places_and_kinds_through_every_cause() -> None:
    told = broken(CANARY)
    assert "in broken" in told
    assert "builtins.LookupError" in told
    assert "builtins.ValueError" in told


def test_what_was_typed_is_not_in_the_log() -> None:
    assert not any(word in broken(CANARY) for word in ("Quill", "Canary", "nobody called"))
