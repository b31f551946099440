"""What stops a page of a force, in words by which whoever wrote it can mend it; and how it stands beside ours."""

from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

import pytest

from domain.guidance_approvals import Approval
from guidance.differences import MOST_SHOWN, differences
from guidance.force import LARGEST_FILE, ForcePage, State, force_pages
from guidance.library import pages_of
from guidance.pages import OPTIONAL, REQUIRED, Page, page_of
from tests.fakes.clock import NOON
from tests.force_pages import page_text_of

OURS = pages_of()
NAMES = {page.name for page in OURS}


def standing(files: dict[str, str], *approvals: Approval) -> dict[str, ForcePage]:
    return {page.name: page for page in force_pages({name: text.encode() for name, text in files.items()}, approvals, OURS)}


def approval(page: str, text: str, number: int = 1, minutes: int = 0) -> Approval:
    digest = sha256(text.encode()).hexdigest()
    return Approval(page, number, digest, text, uuid4(), "Sandy Supervisor", NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("Tea", page_text_of(), "Tea.md: file: must be named in small letters, figures and hyphens, at most 60"),
        ("tea", page_text_of("x" * LARGEST_FILE), "tea.md: file: is larger than 20,000 bytes"),
        ("tea", page_text_of(author=""), "tea.md: author: is missing"),
        ("tea", page_text_of(teapot="blue"), "tea.md: teapot: is not a field of a guidance page"),
        ("tea", page_text_of(overrides="no-such-page"), "tea.md: overrides: there is no page no-such-page"),
        ("tea", page_text_of(title=f'"{OURS[0].title}"'), f"tea.md: title: is the title of {OURS[0].name}.md too"),
        (
            OURS[0].name,
            page_text_of(),
            f"{OURS[0].name}.md: file: is the name of a page that comes with the bot; take another, and say overrides to replace that one",
        ),
        ("tea", page_text_of(valid_from="2026-11-02", valid_until="2026-11-01"), "tea.md: valid_until: is before valid_from"),
        ("tea", page_text_of(areas="[]"), "tea.md: areas: must be a list with at least one entry"),
        ("tea", page_text_of(pilot="tea"), "tea.md: pilot: must be one of: dapo"),
        (
            "tea",
            page_text_of(roles="[chief]"),
            "tea.md: roles: must be among: response, vlo, supervisor, neighbourhood, orders_desk, auditor, admin",
        ),
        ("tea", page_text_of(topic="tea"), "tea.md: topic: must be one of: "),
        ("tea", page_text_of("long " * 300), "tea.md: body: makes an answer of "),
    ],
)
def test_a_page_that_cannot_be_used_says_which_file_and_field_and_why(name: str, text: str, problem: str) -> None:
    page = standing({name: text})[name]
    assert (page.state, page.written, page.shown) == (State.WRONG, None, None)
    assert page.problem.startswith(problem)


def test_one_page_of_ours_is_overridden_by_one_page_at_a_time() -> None:
    first, second = (page_text_of(title=f'"{title}"', overrides=OURS[0].name) for title in ("First", "Second"))
    pages = standing({"a": second, "b": first}, approval("b", first))
    assert pages["b"].state is State.APPROVED
    assert pages["a"].problem == f"a.md: overrides: b.md overrides {OURS[0].name} already"


def test_of_two_approved_texts_that_clash_the_one_approved_first_stays() -> None:
    same = page_text_of()
    pages = standing({"a": same, "b": same}, approval("a", same, minutes=5), approval("b", same))
    assert (pages["a"].shown, pages["b"].shown is not None) == (None, True)


def test_the_newest_approval_counts_whatever_came_before() -> None:
    old, new = page_text_of("Old."), page_text_of("New.")
    pages = standing({"tea": old}, approval("tea", new, 2, 1), approval("tea", old))
    page = pages["tea"]
    assert (page.state, page.shown and page.shown.body, page.approvals) == (State.CHANGED, "New.", 2)


def test_an_override_may_keep_the_title_of_the_page_it_replaces() -> None:
    text = page_text_of(title=f'"{OURS[0].title}"', overrides=OURS[0].name)
    assert standing({"here": text}, approval("here", text))["here"].state is State.APPROVED


def page(body: str, **fields: str) -> Page:
    return page_of("tea.md", page_text_of(body, author="", **fields).encode(), REQUIRED, OPTIONAL)


def test_an_address_of_a_source_that_changed_is_seen() -> None:
    moved = '[{title: "A note", url: "https://force.example/other", key: F1}]'
    assert differences(page("Words."), page("Words.", sources=moved)) == [
        'sources: "A note (https://force.example/note)" becomes "A note (https://force.example/other)"'
    ]


def test_words_that_were_taken_out_are_quoted_with_what_stands_before_them() -> None:
    assert differences(page("Never give the address out."), page("Never give out.")) == ['after "Never give": "the address" is taken out']
    assert differences(page("Ask first."), page("Do ask first.")) == ['at the beginning: "Ask" becomes "Do ask"']


def test_more_changes_than_are_shown_are_counted() -> None:
    before, after = (" ".join(f"same{number} {word}{number}" for number in range(MOST_SHOWN + 2)) for word in ("old", "new"))
    told = differences(page(before), page(after))
    assert (len(told), told[-1]) == (MOST_SHOWN + 1, "Not shown: 2 more.")
