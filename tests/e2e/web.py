"""An officer at the chat page, as far as the server can tell: Direct Line over HTTP, live messages over a WebSocket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from demo.people import officer_id
from tests.e2e.story import REASON
from tests.e2e.teams import cards_of, read

Activity = dict[str, Any]


@dataclass
class WebOfficer:
    """`live` is what the stream has brought, the officer's own words among it."""

    session: aiohttp.ClientSession
    url: str
    conversation: str
    headers: dict[str, str]
    live: list[Activity] = field(default_factory=list)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def says(self, text: str) -> list[Activity]:
        return await self._turn({"type": "message", "text": text})

    async def looks_up(self, text: str) -> list[Activity]:
        """The first look-up of an incident, with its reason."""
        return await self.presses(await self.says(text), REASON)

    async def presses(self, shown: list[Activity], title: str, **inputs: str) -> list[Activity]:
        return await self._turn({"type": "message", "value": {"action": submit_of(shown, title), **inputs}})

    async def hears(self, words: str, patience: float = 15.0) -> Activity:
        """The first live message with these words, waited for."""
        async with asyncio.timeout(patience), self.arrived:
            await self.arrived.wait_for(lambda: self._with(words))
        return self._with(words)[0]

    def _with(self, words: str) -> list[Activity]:
        return [one for one in self.live if words in " ".join(read([one]))]

    async def _turn(self, activity: Activity) -> list[Activity]:
        """What the bot answered. The server answers the post once the turn is committed, so that all of it is there to be read."""
        before = await self._history()
        async with self.session.post(
            f"{self.url}/directline/conversations/{self.conversation}/activities", json=activity, headers=self.headers
        ) as a:
            assert a.status == 200
        after = await self._history()
        return [one for one in after[len(before) :] if one["from"]["role"] == "bot"]

    async def _history(self) -> list[Activity]:
        async with self.session.get(f"{self.url}/directline/conversations/{self.conversation}/activities", headers=self.headers) as answer:
            activities: list[Activity] = (await answer.json())["activities"]
            return activities


@asynccontextmanager
async def at_the_page(session: aiohttp.ClientSession, url: str, name: str) -> AsyncIterator[WebOfficer]:
    """Chooses to be that officer, and listens."""
    async with session.post(f"{url}/directline/tokens/generate", json={"user": {"id": str(officer_id(name))}}) as answer:
        token = (await answer.json())["token"]
    async with session.post(f"{url}/directline/conversations", headers={"Authorization": f"Bearer {token}"}) as answer:
        begun = await answer.json()
    officer = WebOfficer(session, url, begun["conversationId"], {"Authorization": f"Bearer {begun['token']}"})
    async with session.ws_connect(begun["streamUrl"]) as stream:
        listening = asyncio.create_task(_listen(stream, officer))
        yield officer
    await listening


async def _listen(stream: aiohttp.ClientWebSocketResponse, officer: WebOfficer) -> None:
    async for frame in stream:
        async with officer.arrived:
            officer.live.extend(frame.json()["activities"])
            officer.arrived.notify_all()


def submit_of(shown: list[Activity], title: str) -> str:
    """The opaque id behind a button as the page gets it."""
    found: dict[str, str] = {}
    parts: list[Any] = cards_of(shown)
    while parts:
        part = parts.pop()
        match part:
            case {"type": "Action.Submit", "title": str(named), "data": {"action": str(action)}}:
                found[named] = action
            case dict():
                parts.extend(part.values())
            case list():
                parts.extend(part)
    return found[title]
