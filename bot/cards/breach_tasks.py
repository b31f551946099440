"""Tasks of evidence on cards: what is still to be got, by when, and the presses that settle each."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.parts import Card, button, card, heading, line, text_input, warning
from bot.offers import Offer
from domain.breaches.tasks import LONGEST_REASON, REASON_NEEDED, BreachTask, settled_words, task_words
from services.breach_tasks import TasksHeld

MINE = "My evidence tasks"
NONE_OPEN = "No evidence task of yours is open."
NONE_OF_RECORD = "No evidence task was made for this record."
SHOWN_AT_MOST = 10


def my_tasks_card(held: TasksHeld, offer: Offer, now: datetime) -> Card:
    """The officer's own, most pressing first."""
    rows = list(_rows(held.tasks, offer, now, named=True)) or [line(NONE_OPEN)]
    return card([heading(MINE), *rows, *_left_out(held)], speak=f"{MINE}.")


def tasks_card(held: TasksHeld, offer: Offer, now: datetime) -> Card:
    """Those of one record; what is settled can be opened again."""
    what = "Duties" if any(one.is_of_a_measure for one in held.tasks) else "Evidence tasks"
    title = f"{what} of {held.reference}" if held.reference else what
    rows = list(_rows(held.tasks, offer, now)) or [line(NONE_OF_RECORD)]
    return card([heading(title), *rows, *_left_out(held)], speak=f"{what}.")


def settled_card(held: TasksHeld, offer: Offer) -> Card:
    """What was recorded of one task, and the way back."""
    task = held.changed
    if task is None:
        raise ValueError("nothing was changed")
    left = sum(one.is_open for one in held.tasks)
    whose = "measure" if task.is_of_a_measure else "breach"
    said = f"{held.reference}: {task.label}: {settled_words(task)}. {left} still open of this {whose}."
    undo = [] if task.is_open else [button("Undo", offer.press_once("task:undo", str(task.id)))]
    return card([line(said)], [*undo, button(f"All of this {whose}", offer.press("task:breach", str(task.breach_id)))])


def reason_card(task: BreachTask, offer: Offer) -> Card:
    body = [
        heading("Why is it not needed?" if task.is_duty else "Why can it not be obtained?"),
        line(f"{task.reference}: {task.label}"),
        text_input("reason", "Reason", required=REASON_NEEDED, limit=LONGEST_REASON),
    ]
    return card(body, [button(_not(task), offer.press("task:not_obtainable", str(task.id)))])


def _rows(tasks: Sequence[BreachTask], offer: Offer, now: datetime, *, named: bool = False) -> Iterator[Card]:
    for task in tasks[:SHOWN_AT_MOST]:
        said = f"{task.reference}: {task_words(task, now)}" if named else task_words(task, now)
        items = [warning(said) if task.is_open and now > task.due_at else line(said)]
        if task.reason:
            items.append(line(f"Reason: {task.reason}", quiet=True))
        yield {"type": "Container", "separator": True, "items": [*items, {"type": "ActionSet", "actions": _presses(task, offer)}]}


def _presses(task: BreachTask, offer: Offer) -> list[Card]:
    id = str(task.id)
    if not task.is_open:
        return [button("Open it again", offer.press_once_alone("task:undo", id))]
    return [
        button("Done", offer.press_once_alone("task:done", id), style="positive"),
        button(f"{_not(task)} ...", offer.press("task:why", id)),
        button("Show the measure", offer.press("order:open", str(task.order_id)))
        if task.is_of_a_measure
        else button("Show the breach", offer.press("breach:show", str(task.breach_id))),
    ]


def _not(task: BreachTask) -> str:
    return "Not needed" if task.is_duty else "Not obtainable"


def _left_out(held: TasksHeld) -> list[Card]:
    more = len(held.tasks) - SHOWN_AT_MOST
    return [line(f"{more} more: these are the most pressing.", quiet=True)] if more > 0 else []
