"""Ten stories of breaches played over real HTTP, from the first message to the record: inputs, cost and time of every step."""

import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import orjson

from benchmarks.driver import Driver
from benchmarks.figures import Figure, percentile
from benchmarks.processes import Server
from tests.e2e.story import RECORDED
from tests.e2e.teams import action_of, cards_of, in_place
from tests.fakes.talk import words
from tests.stories import STORIES
from tests.story_parts import MOST_FULL, MOST_SIMPLE, Input, Story

ROUNDS = 5
CONVERSATION, SENDS = "a:breaches", 40


class Spent(defaultdict[str, list[float]]):
    """CPU milliseconds of each step of each story, one a round."""

    def __init__(self) -> None:
        super().__init__(list)


async def breach_figures(driver: Driver, server: Server, asked: Sequence[str]) -> list[Figure]:
    """Each story is of another respondent in each round; the first round warms up. `asked` are the look-up words of so many orders.

    A step's figure is the median of its rounds, and the dearest step of all the stories is the one that is held to its bar.
    """
    told, spent, took = stories(), Spent(), list[float]()
    for n in range(ROUNDS + 1):
        spent, took = (Spent(), []) if n == 1 else (spent, took)
        for at, story in enumerate(told):
            await play(driver, server, story, asked[n * len(told) + at], spent, took)
    by_step = sorted(spent.items(), key=lambda step: median(step[1]))
    name, dearest = by_step[-1]
    return [
        Figure("breach, the middle step, by itself", "CPU-ms", (median([median(values) for _, values in by_step]),), most=8.0),
        Figure(f"breach, the dearest step, by itself: {name}", "CPU-ms", tuple(dearest)),
        Figure(f"breach, Send, {SENDS} in a row as look-ups are measured", "CPU-ms", (await sends(driver, server, told, asked),), most=8.0),
        Figure("breach, a step answered, p99", "ms", (percentile(took, 0.99) * 1000,), most=100.0),
        *(input_figure(story) for story in told),
    ]


async def sends(driver: Driver, server: Server, told: Sequence[Story], asked: Sequence[str]) -> float:
    """The last press of as many drafts, each in a conversation of its own: a step that comes alone finds a processor that was idle, and costs more."""
    ready = [await _until_the_last(driver, server, told[at % len(told)], asked[-1 - at], f"a:breaches-{at}") for at in range(SENDS)]
    before = server.cpu()
    for at, last in enumerate(ready):
        await driver.turn(server, f"a:breaches-{at}", last, perf_counter())
    return (server.cpu() - before) * 1000 / SENDS


async def _until_the_last(driver: Driver, server: Server, story: Story, asked: str, conversation: str) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for one in story.inputs[:-1]:
        taken, _ = await driver.replies()
        said = await driver.turn(server, conversation, activity(one, shown, asked), perf_counter())
        shown = await next_card(driver, in_place(said) if said and one.title else {}, taken)
    return activity(story.inputs[-1], shown, asked)


def stories() -> Sequence[Story]:
    """The ten, or those of the file that NMO_BENCH_STORIES names: `[{"name", "simple", "inputs": [{"text"} or {"title", "fields"}]}]`."""
    file = os.environ.get("NMO_BENCH_STORIES")
    if file is None:
        return STORIES
    read = orjson.loads(Path(file).read_bytes())
    return [Story(one["name"], tuple(Input(**part) for part in one["inputs"]), {}, one.get("simple", False)) for one in read]


def input_figure(story: Story) -> Figure:
    return Figure(f"inputs: {story.name}", "", (len(story.inputs),), most=MOST_SIMPLE if story.simple else MOST_FULL)


async def play(driver: Driver, server: Server, story: Story, asked: str, spent: Spent, took: list[float]) -> None:
    """The story ends with a record, or it was not played."""
    shown: dict[str, Any] = {}
    for number, one in enumerate(story.inputs, 1):
        before, (taken, _), begun = server.exact_cpu(), await driver.replies(), perf_counter()
        said = await driver.turn(server, CONVERSATION, activity(one, shown, asked), begun)
        took.append(perf_counter() - begun)
        shown = await next_card(driver, in_place(said) if said and one.title else {}, taken)
        spent[f"{story.name}, {number} {one.title or 'typed'}"].append((server.exact_cpu() - before) * 1000)
    assert any(line.startswith(RECORDED) for line in words(cards_of([shown]))), f"{story.name} ended without a record"


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
