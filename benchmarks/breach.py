"""What each step of recording a breach costs, from the look-up's card to the record."""

from collections import defaultdict
from typing import Any

from benchmarks.driver import Driver
from benchmarks.figures import Figure
from benchmarks.processes import Server
from tests.e2e.story import ANSWERS
from tests.e2e.teams import action_of, in_place

BREACHES = 15
CONVERSATION = "a:breaches"


async def breach_steps(driver: Driver, server: Server, asked: str) -> list[Figure]:
    spent: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(BREACHES):
        await record_one(driver, server, asked, spent)
    steps = [Figure(f"breach, {name}", "CPU-ms", tuple(values)) for name, values in spent.items()]
    every = tuple(sum(one) / len(one) for one in zip(*spent.values(), strict=True))
    return [*steps, Figure("breach, all steps together", "CPU-ms a step", every)]


async def record_one(driver: Driver, server: Server, asked: str, spent: dict[str, list[float]]) -> None:
    await driver.turn(server, CONVERSATION, {"text": asked}, 0.0)
    _, card = await driver.replies()
    before = server.exact_cpu()
    await driver.turn(server, CONVERSATION, {"value": {"action": action_of([card], "Record a breach")}}, 0.0)
    spent["1 begin: Record a breach"].append((server.exact_cpu() - before) * 1000)
    _, shown = await driver.replies()
    for number, (title, inputs) in enumerate([*ANSWERS, ("Send", {})], 2):
        before, (taken, _) = server.exact_cpu(), await driver.replies()
        said = await driver.turn(server, CONVERSATION, pressed(shown, title, inputs), 0.0)
        shown = await next_card(driver, in_place(said), taken)
        spent[f"{number} press: {title}"].append((server.exact_cpu() - before) * 1000)


async def next_card(driver: Driver, shown: dict[str, Any], taken: int) -> dict[str, Any]:
    """An answer in words has the next question's card behind it, which comes to the channel a moment later."""
    while not shown.get("attachments"):
        now, last = await driver.replies()
        shown = last if now > taken else shown
    return shown


def pressed(shown: dict[str, Any], title: str, inputs: dict[str, str]) -> dict[str, Any]:
    action = {"type": "Action.Execute", "verb": "press", "data": {"action": action_of([shown], title), **inputs}}
    return {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": action, "trigger": "manual"}}
