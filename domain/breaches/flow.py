"""The way through a draft: answers sent as a page or typed, going back, changing, leaving out; a step never loses what was given before it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from domain.breaches.beside import explained_in, same_as_before
from domain.breaches.drafts import (
    REST,
    Answer,
    BreachDraft,
    KeptAsTyped,
    asked,
    is_empty,
    leaving_out,
    next_page,
    pending,
    standing,
    values_of,
)
from domain.breaches.hearing import added_to, hearer, tells_witnesses
from domain.breaches.lacking import is_filled_in, lacks
from domain.breaches.questions import CONDITIONS, DANGER, EXPLANATION, SAFE, WITNESSES, Kind, Page, Question, is_asked, is_needed
from domain.breaches.reading import Reading, joined, read_answer, refused_for, ticked, unnumbered
from domain.breaches.saying import labelled
from domain.breaches.spotting import heard
from domain.denials import words_in
from domain.errors import Outdated, Unreadable
from domain.moments import StillToCome

LONGEST_ANSWER = 4_000
SKIP_WORDS = ("skip",)
KEEP_WORDS = ("keep", "keep it", "same", "no change", "unchanged", "leave it", "as it is", "next", "continue", "go on")
OK_WORDS = (*KEEP_WORDS, "ok", "okay", "yes", "correct", "right", "that's right", "confirm", "y", "yep", "yeah")
EMPTY = "That was empty. Give an answer, or 'skip' to leave this one out with a reason."
TOO_LONG = f"That is longer than {LONGEST_ANSWER:,} characters and was not kept. Please send the main facts in a shorter message."
NOT_ASKED = "That question no longer applies. Here is where the record stands."
NOTHING_LACKING = "Everything on this page is answered. To leave one out, change it first."
WHICH = "Say which answer that is, with its name first: '{name}: ...'."


Read = Callable[[Question, str, datetime], Reading]


@dataclass(frozen=True)
class Step:
    """A page as it is put for this order, and who answers it when."""

    page: Page
    by: UUID
    now: datetime


def submit(draft: BreachDraft, step: Step, inputs: Mapping[str, str]) -> BreachDraft:
    """The draft with what was sent for the page's questions, by their ids. Raises KeptAsTyped where something is unread or lacking."""
    if draft.skipping is not None:
        return _leave_out(draft, step, inputs.get("reason", ""))
    found, troubles = _each(draft, step, inputs, ticked)
    return _done(found, step, troubles)


def say(draft: BreachDraft, step: Step, text: str) -> BreachDraft:
    """The draft with what was typed while the page is open. Raises Unreadable with words to show, or KeptAsTyped where some of it is kept."""
    typed = text.strip()
    if not typed:
        raise Unreadable(EMPTY)
    if len(typed) > LONGEST_ANSWER:
        raise Unreadable(TOO_LONG)
    if draft.skipping is not None:
        return _leave_out(draft, step, typed)
    if keeps(draft, step.page, typed):
        return _done(_confirmed(draft, step), step, [])
    word, _, reason = typed.partition(":")
    if word.strip().casefold() in SKIP_WORDS:
        return leave_out(draft, step, reason.strip())
    parts, rest = _parted(step.page, typed)
    found, troubles = _each(draft, step, parts, read_answer)
    if rest:
        found, more = _hear(found, step, rest)
        troubles += more
    if troubles and found == draft:
        raise Unreadable(" ".join(troubles))
    return _done(found, step, troubles)


def leave_out(draft: BreachDraft, step: Step, reason: str) -> BreachDraft:
    """The question that comes next on the page, left out; without a reason that is asked for first."""
    if not step.page.may_skip:
        raise Unreadable("This one cannot be left out.")
    lacking = pending(draft, step.page)
    if not lacking:
        raise Unreadable(NOTHING_LACKING)
    if not reason:
        return replace(draft, skipping=lacking[0].id, revisiting=step.page.id)
    return _leave_out(replace(draft, skipping=lacking[0].id), step, reason)


def leave_out_rest(draft: BreachDraft, step: Step) -> BreachDraft:
    """Asks for the reason why all that is lacking on the page is left out."""
    if not step.page.may_skip:
        raise Unreadable("This one cannot be left out.")
    if not pending(draft, step.page):
        raise Unreadable(NOTHING_LACKING)
    return replace(draft, skipping=REST, revisiting=step.page.id)


def back(draft: BreachDraft) -> BreachDraft:
    """To the page before; at the first one it stays there. Leaving something out is taken back first."""
    if draft.skipping is not None:
        return replace(draft, skipping=None)
    pages, here, given = asked(draft), next_page(draft), standing(draft.answers)
    until = pages if here is None else pages[: pages.index(here)]
    before = [page for page in until if any(one.id in given for one in page.questions)]
    return replace(draft, revisiting=before[-1].id) if before else draft


def change(draft: BreachDraft, page: Page) -> BreachDraft:
    """Asks this page again; the answers it has stand until then."""
    if page not in asked(draft):
        raise Outdated(NOT_ASKED)
    return replace(draft, revisiting=page.id, skipping=None)


def told_at_first(draft: BreachDraft, readings: Mapping[str, Reading], by: UUID, now: datetime) -> BreachDraft:
    """The draft with what the first words told, to be confirmed page by page; what is answered already stands."""
    given = standing(draft.answers)
    fresh = [Answer(id, one.text, by, now, one.values, settled=False, quoted=one.quoted) for id, one in readings.items() if id not in given]
    return replace(draft, answers=(*draft.answers, *fresh))


def said_back(before: BreachDraft, after: BreachDraft, page: Page) -> list[tuple[Question, Answer]]:
    """What this step settled of the page by reading typed words, for the officer to see."""
    old, new = standing(before.answers), standing(after.answers)
    return [
        (one, new[one.id])
        for one in page.questions
        if one.id in new and new[one.id].settled and new[one.id] != old.get(one.id) and new[one.id].values and new[one.id].text
    ]


def keeps(draft: BreachDraft, page: Page, typed: str) -> bool:
    """The officer says that what is shown is right; whether anyone is in danger is always answered anew."""
    given = standing(draft.answers)
    if page.questions[0] in (DANGER, SAFE):
        return False
    if any(one.id in given and not given[one.id].settled for one in page.questions):
        return _is_one_of(OK_WORDS, typed)
    return _is_one_of(KEEP_WORDS, typed) and draft.revisiting == page.id and not pending(draft, page)


def _parted(page: Page, typed: str) -> tuple[dict[str, str], str]:
    """The answers that were named and what is left over. Of danger and help nothing is taken apart: a word beside an answer may undo it."""
    if tells_witnesses(page, typed):
        return {WITNESSES.id: typed}, ""
    parts, rest = labelled(page, typed) if page.questions[0] not in (DANGER, SAFE) else ({}, typed)
    if not parts and not rest:
        raise Unreadable(EMPTY)
    return parts, rest if parts else typed


def _each(draft: BreachDraft, step: Step, told: Mapping[str, str], read: Read) -> tuple[BreachDraft, list[str]]:
    """The draft with each answer that can be read, and what is wrong with the others. What is kept of a question not asked holds nobody up."""
    troubles = list[str]()
    for question in step.page.questions:
        if question.id not in told:
            continue
        try:
            draft = _with(draft, step, question, told[question.id].strip(), read)
        except KeptAsTyped as kept:
            draft = kept.draft
            troubles += [kept.advice] if is_asked(question.follows, values_of(standing(draft.answers))) else []
        except Unreadable as refusal:
            troubles.append(refusal.advice)
    return draft, troubles


def _hear(draft: BreachDraft, step: Step, typed: str) -> tuple[BreachDraft, list[str]]:
    """The words go to the first question that lacks an answer, and to each other that they plainly answer too."""
    waiting = pending(draft, step.page) or _asked_again(draft, step.page)
    if not waiting:
        raise Outdated(NOT_ASKED)
    given, troubles = standing(draft.answers), list[str]()
    first = hearer(waiting, given, typed, step.now)
    alone = len(waiting) == 1 or bool(pending(draft, step.page))
    others = [one for one in waiting if one != first and one.kind is not Kind.WORDS]
    readings = heard(step.page, typed, step.now, others if alone else waiting)
    if alone:
        draft, troubles = _each(draft, step, {first.id: added_to(given.get(first.id), first, typed)}, read_answer)
    for id, reading in readings.items():
        draft = _add(draft, _answer(step, id, reading))
    if readings:
        return draft, []
    return draft, troubles if alone else [WHICH.format(name=first.title.casefold())]


def _asked_again(draft: BreachDraft, page: Page) -> list[Question]:
    values = values_of(standing(draft.answers))
    return [one for one in page.questions if is_asked(one.follows, values)]


def _with(draft: BreachDraft, step: Step, question: Question, typed: str, read: Read) -> BreachDraft:
    given = standing(draft.answers).get(question.id)
    if not typed:
        cleared = given is not None and not is_needed(question, values_of(standing(draft.answers))) and not is_empty(given)
        return _add(draft, Answer(question.id, "", step.by, step.now)) if cleared else draft
    if len(typed) > LONGEST_ANSWER:
        raise Unreadable(TOO_LONG)
    if read is ticked and given is not None and given.values and question.kind is Kind.MOMENT and given.text == typed:
        # "An hour ago" is not reckoned anew because the page that shows it is sent.
        return draft if given.settled else _add(draft, replace(given, by=step.by, at=step.now, settled=True))
    stands = standing(draft.answers)
    try:
        reading = same_as_before(question, typed, stands) or read(question, typed, step.now)
    except Unreadable as refusal:
        return _kept(draft, step, question, typed, refusal)
    fresh, why = _answer(step, question.id, reading), explained_in(question, reading, stands)
    if why is not None:
        draft = _add(draft, _answer(step, EXPLANATION.id, why))
    return draft if _says_the_same(given, fresh) else _add(draft, fresh)


def _kept(draft: BreachDraft, step: Step, question: Question, typed: str, refusal: Unreadable) -> BreachDraft:
    """Words of a time or of the conditions are kept though they could not be read; said a second time they stand as typed."""
    if question.kind is not Kind.MOMENT and question.id != CONDITIONS.id:
        raise refusal
    kept = Answer(question.id, typed, step.by, step.now, settled=False)
    if not isinstance(refusal, StillToCome) and _refused_before(draft, question, refusal):
        return _add(draft, replace(kept, settled=True))
    raise KeptAsTyped(refusal.advice, replace(draft, answers=(*draft.answers, kept))) from refusal


def _done(draft: BreachDraft, step: Step, troubles: Sequence[str]) -> BreachDraft:
    """On to the next page, or what keeps this one open."""
    if troubles:
        raise KeptAsTyped(" ".join(dict.fromkeys(troubles)), replace(draft, revisiting=step.page.id))
    if pending(draft, step.page):
        raise lacks(draft, step.page)
    return replace(draft, revisiting=None, skipping=None)


def _leave_out(draft: BreachDraft, step: Step, reason: str) -> BreachDraft:
    if not reason.strip():
        raise Unreadable(EMPTY)
    if len(reason) > LONGEST_ANSWER:
        raise Unreadable(TOO_LONG)
    left = replace(draft, skipping=None)
    for question in leaving_out(draft, step.page):
        left = _add(left, Answer(question.id, "", step.by, step.now, skipped=reason.strip()))
    return _done(left, step, [])


def _confirmed(draft: BreachDraft, step: Step) -> BreachDraft:
    """What was read from the first words and is not settled, settled as it stands."""
    given = standing(draft.answers)
    for question in step.page.questions:
        one = given.get(question.id)
        if one is not None and is_filled_in(question, one):
            draft = _add(draft, replace(one, by=step.by, at=step.now, settled=True))
    return draft


def _is_one_of(words: Sequence[str], typed: str) -> bool:
    """With or without its apostrophe and its stop; a question says none of them."""
    return "?" not in typed and words_in(typed).replace("'", "") in [words_in(word).replace("'", "") for word in words]


def _answer(step: Step, id: str, reading: Reading) -> Answer:
    return Answer(id, reading.text, step.by, step.now, reading.values, quoted=reading.quoted)


def _says_the_same(given: Answer | None, fresh: Answer) -> bool:
    """Sent over again unchanged: it stays the answer of whoever gave it, when it was given."""
    if given is None or not given.settled or given.question in (DANGER.id, SAFE.id):
        return False
    return (given.values, given.quoted, given.skipped) == (fresh.values, fresh.quoted, None) and (
        not fresh.text or given.text == fresh.text
    )


def _add(draft: BreachDraft, given: Answer) -> BreachDraft:
    """Of the conditions every try is kept beside the answer, as was promised; a time is put right by the later words."""
    if given.question == CONDITIONS.id:
        given = replace(given, text=joined([*(one.text for one in reversed(_tries(draft, given.question))), given.text]))
    return replace(draft, answers=(*draft.answers, given), skipping=None)


def _refused_before(draft: BreachDraft, question: Question, refusal: Unreadable) -> bool:
    """Whether the words of an earlier try were refused for the same reason: what is wrong with these is then said for the second time."""
    return any(refused_for(question, one.text, one.at) == unnumbered(refusal.advice) for one in _tries(draft, question.id))


def _tries(draft: BreachDraft, question: str) -> list[Answer]:
    """What was kept as typed since an answer was last settled, the newest first."""
    given = [one for one in draft.answers if one.question == question]
    return list(takewhile(lambda one: not one.settled and not one.values, reversed(given)))
