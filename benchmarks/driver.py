"""Plays the officers: sends turns over real HTTP and times the answers."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from typing import Any

import aiohttp
import orjson

from benchmarks.processes import Server
from benchmarks.serving import Channel

CONVERSATIONS = 8
# The stock adapter, once given a token, asks Microsoft for keys, whatever its settings say.
UNSIGNED = frozenset({"bare", "stock"})
OFFICER = "11111111-0000-4000-8000-000000000001"
_turns = count(1)

Words = Callable[[int], str]


@dataclass
class Driver:
    """`seconds` gathers how long each answer took, measured from when its turn was due."""

    session: aiohttp.ClientSession
    channel: Channel
    officer: str = OFFICER
    seconds: list[float] = field(default_factory=list)

    async def steadily(self, server: Server, turns: int, words: Words) -> None:
        """Eight conversations, each sending its next turn once the last was answered."""
        waiting = iter(range(turns))
        await asyncio.gather(*(self._converse(server, f"a:{server.name}-{n}", waiting, words) for n in range(CONVERSATIONS)))

    async def at_a_rate(self, server: Server, per_second: float, seconds: float, words: Words) -> None:
        """Turns are due at fixed moments, whether the earlier ones were answered or not."""
        begun = perf_counter()
        tasks = []
        for n in range(round(per_second * seconds)):
            due = begun + n / per_second
            await asyncio.sleep(max(0.0, due - perf_counter()))
            tasks.append(asyncio.create_task(self.turn(server, f"a:{server.name}-{n % CONVERSATIONS}", {"text": words(n)}, due)))
        await asyncio.gather(*tasks)

    async def _converse(self, server: Server, conversation: str, waiting: Iterator[int], words: Words) -> None:
        for n in waiting:
            await self.turn(server, conversation, {"text": words(n)}, perf_counter())

    async def turn(self, server: Server, conversation: str, said: dict[str, Any], due: float) -> Any:
        """One activity, a message unless `said` says otherwise; gives the body of the answer."""
        body = orjson.dumps(self._activity(conversation, said))
        headers = {"Content-Type": "application/json"}
        if server.name not in UNSIGNED:
            headers["Authorization"] = f"Bearer {self.channel.token}"
        async with self.session.post(f"{server.address}/api/messages", data=body, headers=headers) as response:
            content = await response.read()
            assert 200 <= response.status < 300, f"{server.name} answered {response.status}"
        self.seconds.append(perf_counter() - due)
        return orjson.loads(content) if content else None

    async def replies(self) -> tuple[int, Any]:
        """How many messages have reached the channel so far, and the last of them."""
        async with self.session.get(f"{self.channel.service_url}/taken") as response:
            said = orjson.loads(await response.read())
        return said["taken"], said["last"]

    def _activity(self, conversation: str, said: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "message",
            "id": f"17638{next(_turns):08d}",
            "timestamp": "2026-11-22T10:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.channel.service_url,
            "from": {"id": f"29:{self.officer}", "aadObjectId": self.officer, "name": "Robin Response"},
            "recipient": {"id": f"28:{self.channel.app_id}", "name": "NMO Bot"},
            "conversation": {"id": conversation, "conversationType": "personal", "tenantId": self.channel.tenant},
            "channelData": {"tenant": {"id": self.channel.tenant}},
            "locale": "en-GB",
            **said,
        }
