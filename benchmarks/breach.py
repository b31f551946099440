"""Ten stories of breaches played over real HTTP, from the first message to the record: inputs, cost and time of every step."""

from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from benchmarks.driver import Driver
from benchmarks.figures import Figure, percentile
from benchmarks.processes import Server
from tests.e2e.teams import action_of, in_place
from tests.stories import STORIES
from tests.story_parts import MOST_FULL, MOST_SIMPLE, Input, Story

ROUNDS = 3
CONVERSATION = "a:breaches"
Spent = dict[str, list[float]]


async def breach_figures(driver: Driver, server: Server, asked: Sequence[str]) -> list[Figure]:
    """Each story is of another respondent in each round; the first round warms up. `asked` are the look-up words of so many orders."""
    spent: Spent = defaultdict(list)
    took: list[float] = []
    for n in range(ROUNDS + 1):
        spent, took = (defaultdict(list), []) if n == 1 else (spent, took)
        for at, story in enumerate(STORIES):
            await play(driver, server, story, asked[n * len(STORIES) + at], spent, took)
    steps = [Figure(f"breach, {step}", "CPU-ms", tuple(values), most=8.0) for step, values in spent.items()]
    slowest = percentile(took, 0.99) * 1000
    return [*steps, Figure("breach, a step answered, p99", "ms", (slowest,), most=100.0), *(input_figure(story) for story in STORIES)]


def input_figure(story: Story) -> Figure:
    return Figure(f"inputs: {story.name}", "", (len(story.inputs),), most=MOST_SIMPLE if story.simple else MOST_FULL)


async def play(driver: Driver, server: Server, story: Story, asked: str, spent: Spent, took: list[float]) -> None:
    shown: dict[str, Any] = {}
    for one in story.inputs:
        before, (taken, _), begun = server.exact_cpu(), await driver.replies(), perf_counter()
        said = await driver.turn(server, CONVERSATION, activity(one, shown, asked), begun)
        took.append(perf_counter() - begun)
        shown = await next_card(driver, in_place(said) if said and one.title else {}, taken)
        spent[one.title or "typed words"].append((server.exact_cpu() - before) * 1000)


async def next_card(driver: Driver, shown: dict[str, Any], taken: int) -> dict[str, Any]:
    """An answer in words has the next page's card behind it, which comes to the channel a moment later."""
    while not shown.get("attachments"):
        now, last = await driver.replies()
        shown = last if now > taken else shown
    return shown


def activity(one: Input, shown: dict[str, Any], asked: str) -> dict[str, Any]:
    if one.text:
        return {"text": one.text.format(who=asked)}
    action = {"type": "Action.Execute", "verb": "press", "data": {"action": action_of([shown], one.title), **one.fields}}
    return {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": action, "trigger": "manual"}}
