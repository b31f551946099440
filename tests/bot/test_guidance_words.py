"""What those who approve pages of guidance type, and what is none of it."""

import pytest

from bot.guidance_words import ApprovalAsked, approval_asked, asks_for_questions


@pytest.mark.parametrize(
    "text", ["guidance to approve", "Show me the pages for approval", "pages waiting for approval?", "list guidance to approve."]
)
def test_the_list_is_asked_for(text: str) -> None:
    assert approval_asked(text) == ApprovalAsked()


@pytest.mark.parametrize("text", ["preview guidance tea-rota", "Preview page TEA-ROTA.md", "preview the guidance page tea-rota."])
def test_a_page_is_asked_for_by_its_name(text: str) -> None:
    assert approval_asked(text) == ApprovalAsked("tea-rota")


@pytest.mark.parametrize(
    "text", ["", "preview guidance", "preview", "guidance", "can a sergeant approve bail", "preview guidance a b", "x" * 5_000]
)
def test_other_words_are_left_to_others(text: str) -> None:
    assert approval_asked(text) is None


def test_the_questions_asked_in_vain_are_asked_for_in_whole_lines_only() -> None:
    asked = ("guidance questions", "Show me the unanswered questions?", "questions asked in vain")
    assert [asks_for_questions(text) for text in (*asked, "what questions does he ask", "")] == [True, True, True, False, False]
