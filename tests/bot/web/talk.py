"""A Direct Line client for the tests: it opens conversations, posts, and reads the stream."""

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiohttp import ClientResponse, ClientWebSocketResponse, web
from aiohttp.test_utils import TestClient
from yarl import URL

from bot.web.chat import WebChat
from tests.fakes.webchat import EchoDesk, MemoryTranscript, SteppingClock

Client = TestClient[web.Request, web.Application]


class Stream:
    """One open window: what it was shown so far, and the last watermark."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.shown: list[dict[str, Any]] = []
        self.watermark = ""

    async def until(self, count: int) -> list[str]:
        """Waits for so many activities in all, and gives what is readable in each."""
        async with asyncio.timeout(5):
            while len(self.shown) < count:
                frame = await self.socket.receive_json()
                self.shown += frame["activities"]
                self.watermark = frame.get("watermark", self.watermark)
        return [readable(activity) for activity in self.shown]


def readable(activity: dict[str, Any]) -> str:
    return str(activity.get("text") or activity.get("value") or activity.get("type"))


@dataclass
class Talk:
    """One officer with a token."""

    client: Client
    token: str
    conversation: str
    stream_url: str

    @property
    def path(self) -> str:
        return f"/directline/conversations/{self.conversation}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def post(self, body: Any) -> ClientResponse:
        return await self.client.post(f"{self.path}/activities", json=body, headers=self.headers)

    async def say(self, text: str, client_id: str = "c1") -> ClientResponse:
        return await self.post(
            {"type": "message", "text": text, "channelData": {"clientActivityID": client_id}, "from": {"id": "somebody else"}}
        )

    async def listen(self) -> Stream:
        return Stream(await self.client.ws_connect(URL(self.stream_url, encoded=True).relative()))

    async def again(self, watermark: str) -> Stream:
        answer = await self.client.get(self.path, params={"watermark": watermark}, headers=self.headers)
        url = (await answer.json())["streamUrl"]
        return Stream(await self.client.ws_connect(URL(url, encoded=True).relative()))


@dataclass
class Server:
    client: Client
    chat: WebChat
    desk: EchoDesk
    transcript: MemoryTranscript
    clock: SteppingClock

    async def token(self, officer: UUID) -> str:
        answer = await self.client.post("/directline/tokens/generate", json={"user": {"id": str(officer)}})
        return str((await answer.json())["token"])

    async def enter(self, officer: UUID) -> Talk:
        headers = {"Authorization": f"Bearer {await self.token(officer)}"}
        begun = await (await self.client.post("/directline/conversations", json={}, headers=headers)).json()
        return Talk(self.client, begun["token"], begun["conversationId"], begun["streamUrl"])
