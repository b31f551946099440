"""Lines reach the windows although the database is slow, or away for a moment."""

import asyncio
from collections.abc import AsyncIterator

import orjson
import pytest

from bot.web.delivery import Delivery
from bot.web.horizon import Place
from bot.web.window import Window
from tests.fakes.webchat import SteppingClock, TryingTranscript, said

HERE = "web-1"


class Watched(Window):
    def __init__(self, place: Place) -> None:
        super().__init__(HERE, place, lambda: None)

    async def next_texts(self) -> list[str]:
        async with asyncio.timeout(5):
            frame = await self._waiting.get()
        return [activity["text"] for activity in orjson.loads(frame or b"")["activities"]]


@pytest.fixture
def transcript() -> TryingTranscript:
    return TryingTranscript(SteppingClock())


@pytest.fixture
async def delivery(transcript: TryingTranscript) -> AsyncIterator[Delivery]:
    delivery = Delivery(transcript, SteppingClock(), 0.01)
    delivery.start()
    yield delivery
    await delivery.stop()


async def test_a_window_that_opens_during_a_read_gets_its_own_history(transcript: TryingTranscript, delivery: Delivery) -> None:
    transcript.write(HERE, said("earlier"))
    old, new = Watched(Place(1)), Watched(Place())
    transcript.write(HERE, said("now"))
    transcript.go_on.clear()
    delivery.open(old)
    await transcript.reading.wait()
    delivery.open(new)
    transcript.go_on.set()
    assert (await old.next_texts(), await new.next_texts()) == (["now"], ["earlier", "now"])


async def test_a_line_arrives_although_reading_it_failed_at_first(transcript: TryingTranscript, delivery: Delivery) -> None:
    window = Watched(Place())
    delivery.open(window)
    transcript.failures = 2
    transcript.write(HERE, said("still here"))
    delivery.wake(HERE)
    assert await window.next_texts() == ["still here"]


async def test_a_window_that_was_shut_is_told_nothing_more(transcript: TryingTranscript, delivery: Delivery) -> None:
    shut, still = Watched(Place()), Watched(Place())
    delivery.open(shut)
    delivery.open(still)
    delivery.shut(shut)
    delivery.whisper(HERE, said("hello"))
    assert (await still.next_texts(), shut._waiting.empty()) == (["hello"], True)


async def test_the_windows_are_asked_to_come_back_when_the_server_stops(transcript: TryingTranscript) -> None:
    delivery = Delivery(transcript, SteppingClock(), 0.01)
    window = Watched(Place())
    delivery.open(window)
    await delivery.stop()
    assert await window._waiting.get() is None
