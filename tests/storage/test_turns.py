"""Several forces wait for their turn at the database: whoever has most to do gets every second one, and nobody is left waiting."""

import asyncio

import pytest

from storage.turns import Turns


async def asked(turns: Turns, order: list[str], name: str, work: int) -> None:
    async with turns.turn(work):
        order.append(name)
        await asyncio.sleep(0)


async def in_which_order(turns: Turns, *asking: tuple[str, int]) -> list[str]:
    order = list[str]()
    async with turns.turn(0):
        tasks = [asyncio.create_task(asked(turns, order, name, work)) for name, work in asking]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    return order


async def test_every_second_turn_goes_to_whoever_has_most_to_do_and_the_others_to_whoever_asked_first() -> None:
    asking = (("small", 1), ("smaller", 0), ("big", 900), ("bigger", 1_000))
    assert await in_which_order(Turns(1), *asking) == ["bigger", "small", "big", "smaller"]


async def test_of_those_with_as_much_to_do_the_first_to_ask_comes_first() -> None:
    assert await in_which_order(Turns(1), ("one", 5), ("two", 5), ("three", 5)) == ["one", "two", "three"]


async def test_no_more_come_in_than_there_are_places_and_all_of_them_do() -> None:
    turns, inside, most = Turns(3), list[int](), list[int]()

    async def work(number: int) -> None:
        async with turns.turn(number % 4):
            inside.append(number)
            most.append(len(inside))
            await asyncio.sleep(0)
            inside.remove(number)

    await asyncio.gather(*(work(number) for number in range(30)))
    assert (len(most), max(most)) == (30, 3)


async def test_whoever_gives_up_waiting_leaves_the_turn_to_the_next() -> None:
    turns, order = Turns(1), list[str]()
    async with turns.turn(0):
        tired = asyncio.create_task(asked(turns, order, "tired", 9))
        patient = asyncio.create_task(asked(turns, order, "patient", 0))
        await asyncio.sleep(0)
        tired.cancel()
    with pytest.raises(asyncio.CancelledError):
        await tired
    await patient
    assert order == ["patient"]
    assert await in_which_order(turns, ("next", 0)) == ["next"]


async def test_whoever_is_called_in_and_gives_up_at_once_gives_the_place_back() -> None:
    turns, order = Turns(1), list[str]()
    async with turns.turn(0):
        tired = asyncio.create_task(asked(turns, order, "tired", 0))
        await asyncio.sleep(0)
    tired.cancel()
    with pytest.raises(asyncio.CancelledError):
        await tired
    assert await in_which_order(turns, ("next", 0)) == ["next"]
