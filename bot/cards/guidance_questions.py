"""A question between an officer and an expert, and the list of what was asked in vain."""

from bot.cards.parts import Card, button, card, facts, heading, line, text_input
from bot.offers import Offer
from domain.guidance_questions import LONGEST_ANSWER, Question
from domain.london import deadline, long_moment
from services.guidance_questions import NearPage, QuestionHeld, Report

NONE_ASKED = "In the last 90 days no question was asked in vain."
NO_PAGE_NEAR = "No page near"
TITLE = "A question about guidance"
MOST_LISTED = 25


def question_card(held: QuestionHeld, offer: Offer) -> Card:
    question = held.question
    body = [heading(TITLE), _about(held), line("The question:", strong=True), line(question.words)]
    if question.answer:
        when = f", {long_moment(question.answered_at)}" if question.answered_at else ""
        body += [line(f"Answered by {held.answered_by or 'somebody no longer on the list'}{when}:", strong=True), line(question.answer)]
    if question.again:
        body += [line("Put once more:", strong=True), line(question.again)]
    fields, presses = _ways(held, offer)
    return card([*body, *fields], presses, speak=f"{TITLE}.")


def _about(held: QuestionHeld) -> Card:
    question = held.question
    return facts(
        (
            ("Asked by", held.asker),
            ("Asked", long_moment(question.asked_at)),
            ("Put to", held.expert),
            ("Answer due", deadline(question.due_at) if question.is_open and question.due_at else None),
            ("Nearest page", question.page),
        )
    )


def _ways(held: QuestionHeld, offer: Offer) -> tuple[list[Card], list[Card]]:
    id = str(held.question.id)
    if held.may_answer:
        field = text_input("answer", "Your answer", multiline=True, required="An answer needs words.", limit=LONGEST_ANSWER)
        return [field], [button("Send the answer", offer.press_once("question:answer", id))]
    if held.may_put_again:
        field = text_input("again", "What is still not clear?", multiline=True, required="Say what is not clear.", limit=LONGEST_ANSWER)
        return [field], [button("Ask once more", offer.press_once("question:again", id))]
    return [], []


def report_card(report: Report) -> Card:
    lines = [line(near_words(one)) for one in report.near[:MOST_LISTED]]
    words = [line(_words(one)) for one in report.words[:MOST_LISTED]]
    newest = [line("The newest, in the words they were asked in:", strong=True), *words] if words else []
    return card([heading("Questions asked in vain, 90 days"), *(lines or [line(NONE_ASKED)]), *newest])


def near_words(one: NearPage) -> str:
    waits = f", {one.waiting} with an expert now" if one.waiting else ""
    return f"{one.page or NO_PAGE_NEAR}: {one.unanswered} unanswered, {one.unhelpful} not helpful{waits}"


def _words(one: Question) -> str:
    return f"{one.page or NO_PAGE_NEAR}, {one.why}: {one.words}"
