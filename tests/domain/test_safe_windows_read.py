"""Days and times of safe contact as officers and courts write them; what is not plain is asked, never guessed wider."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.safe_windows import WHOLE_DAY, Window, window_words
from domain.safe_windows_read import LONGEST, read_windows

DAYS = ("mon", "Tuesday", "weds", "thu", "fri", "sat", "Sunday")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("weekdays after 6pm", "Monday to Friday 18:00 to 21:00"),
        ("after 6pm, not Sundays", "Monday to Saturday 18:00 to 21:00"),
        ("9am to 5pm weekdays", "Monday to Friday 09:00 to 17:00"),
        ("weekdays 9 to 5", "Monday to Friday 09:00 to 17:00"),
        ("between 10am and noon on Saturdays", "Saturday 10:00 to 12:00"),
        ("mon to wed 10am-2", "Monday to Wednesday 10:00 to 14:00"),
        ("anytime", "every day 00:00 to midnight"),
        ("weekdays after 6pm; Saturday 10am to noon; not Sundays", "Monday to Friday 18:00 to 21:00; Saturday 10:00 to 12:00"),
        ("evenings only", "every day 18:00 to 21:00"),
        ("school hours", "every day 09:30 to 14:30"),
        ("weekday mornings", "Monday to Friday 08:00 to 12:00"),
        ("never at weekends", "Monday to Friday 08:00 to 21:00"),
        ("before 3pm on Mondays", "Monday 08:00 to 15:00"),
        ("1800-2000", "every day 18:00 to 20:00"),
        ("10pm to 2am on Friday", "Friday 22:00 to midnight; Saturday 00:00 to 02:00"),
        ("no later than 9pm", "every day 08:00 to 21:00"),
        ("safe to ring on Tuesdays from 10 until 12", "Tuesday 10:00 to 12:00"),
    ],
)
def test_it_is_read_as_it_was_meant(said: str, read: str) -> None:
    assert window_words(read_windows(said).windows) == read


@pytest.mark.parametrize(
    "said",
    [
        "",
        "whenever",
        "ask the solicitor",
        "at 6",
        "after 8",
        "when he is at work",
        "after school",
        "if the car is gone",
        "never",
        "6pm",
        "not mornings, afternoons or evenings",
        "x" * (LONGEST + 1),
    ],
)
def test_what_is_not_plain_is_asked_again_with_an_example(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_windows(said)
    assert refusal.value.advice


def test_what_is_only_said_not_to_be_safe_is_taken_out_of_what_was_known() -> None:
    known = read_windows("every day 9am to 5pm").windows
    assert window_words(read_windows("not Tuesdays", known).windows) == "Monday and Wednesday to Sunday 09:00 to 17:00"
    assert not read_windows("not Tuesdays", known).assumed
    assert read_windows("not Tuesdays").assumed


def test_words_that_no_part_of_the_reading_stands_for_are_said() -> None:
    assert "sister" in read_windows("weekdays after 6pm, sister may answer").unread


@pytest.mark.parametrize(
    ("said", "read", "notes"),
    [
        ("weekdays after 6pm; never call the landline", "Monday to Friday 18:00 to 21:00", ("never call the landline",)),
        ("Weekdays after 6pm, NEVER call the Landline", "Monday to Friday 18:00 to 21:00", ("NEVER call the Landline",)),
        ("never ring her mobile; weekdays after 6pm", "Monday to Friday 18:00 to 21:00", ("never ring her mobile",)),
        ("Please do not leave a voicemail. Saturdays 10 to 12", "Saturday 10:00 to 12:00", ("Please do not leave a voicemail",)),
        ("after 6pm, not Sundays and no texts", "Monday to Saturday 18:00 to 21:00", ("no texts",)),
        ("weekdays after 6pm; use the side door; ask for Jo", "Monday to Friday 18:00 to 21:00", ("use the side door", "ask for Jo")),
        ("use the Straße door; weekdays 6pm to 8pm; not by e-mail", "Monday to Friday 18:00 to 20:00", ("not by e-mail",)),
    ],
)
def test_what_tells_no_time_is_kept_word_for_word_beside_the_times(said: str, read: str, notes: tuple[str, ...]) -> None:
    found = read_windows(said)
    assert window_words(found.windows) == read
    assert found.notes[-len(notes) :] == notes


@pytest.mark.parametrize(
    "said",
    [
        "weekdays after 6pm; not the school run",
        "weekdays after 6pm; not when he is at work",
        "weekdays after 6pm; never",
        "never ring her mobile, weekdays after 6pm",
        "never ring the mobile, the landline or weekends",
        "never call the landline",
    ],
)
def test_what_is_not_safe_and_may_be_a_time_is_no_note(said: str) -> None:
    with pytest.raises(Unreadable):
        read_windows(said)


@given(
    st.lists(st.sampled_from(("never call the landline", "no texts", "ask for Jo", "Do not leave a message")), max_size=3),
    st.integers(0, 3),
)
def test_notes_move_no_window(notes: list[str], place: int) -> None:
    parts = [*notes[:place], "weekdays after 6pm", *notes[place:]]
    found = read_windows("; ".join(parts))
    assert (window_words(found.windows), found.notes) == ("Monday to Friday 18:00 to 21:00", tuple(dict.fromkeys(notes)))


@st.composite
def weeks(draw: st.DrawFn) -> tuple[str, dict[int, tuple[int, int]]]:
    """A line of some days with a time each, and what it means, kept as a table of days."""
    chosen = draw(st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True))
    meant, said = {}, []
    for day in chosen:
        start = draw(st.integers(0, 22))
        end = draw(st.integers(start + 1, 23))
        meant[day] = (start * 60, end * 60)
        said.append(f"{DAYS[day]} {start:02}:00 {draw(st.sampled_from(['to', '-', 'until']))} {end:02}:00")
    return draw(st.sampled_from(["; ", "\n", ", "])).join(said), meant


@given(weeks())
def test_each_day_is_open_at_its_own_time_and_at_no_other(week: tuple[str, dict[int, tuple[int, int]]]) -> None:
    said, meant = week
    windows = read_windows(said).windows
    found = {(day, minute) for one in windows for day in one.days for minute in range(one.start, one.end)}
    assert found == {(day, minute) for day, (start, end) in meant.items() for minute in range(start, end)}


def windows_in(said: str) -> tuple[Window, ...]:
    with suppress(Unreadable):
        return read_windows(said).windows
    return ()


@given(st.text(max_size=LONGEST))
def test_whatever_is_typed_is_read_within_a_day_or_refused(said: str) -> None:
    assert all(0 <= one.start < one.end <= WHOLE_DAY and one.days for one in windows_in(said))
