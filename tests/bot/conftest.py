"""An issuer with a clock of its own, and the session that speaks to it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.outbound import open_session
from tests.fakes.clock import FrozenClock
from tests.fakes.issuer import NOW, FakeIssuer


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(NOW)


@pytest.fixture
async def issuer(clock: FrozenClock) -> AsyncIterator[FakeIssuer]:
    async with FakeIssuer(clock=clock) as issuer:
        yield issuer


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session() as session:
        yield session
