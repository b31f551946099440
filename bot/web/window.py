"""One open chat window: what it has been shown, and a short queue so that a slow one holds up nobody."""

import asyncio
from collections.abc import Callable, Sequence

import orjson
from aiohttp import WSCloseCode, web

from bot.web.adapt import for_web_chat
from bot.web.horizon import Place
from bot.web.ports import Activity, Line

FRAMES_WAITING = 64
LINES_A_FRAME = 50


def frames(lines: Sequence[Line], place: Place, horizon: int) -> tuple[list[bytes], Place]:
    """The lines not yet at this place, in frames whose watermark claims no line of a later frame, and the place after them."""
    fresh = [line for line in lines if not place.has(line.seq)]
    ready = []
    while len(fresh) > LINES_A_FRAME:
        part, fresh = fresh[:LINES_A_FRAME], fresh[LINES_A_FRAME:]
        place = place.after([line.seq for line in part], min(horizon, part[-1].seq))
        ready.append(_frame(part, place))
    place = place.after([line.seq for line in fresh], horizon)
    return ([*ready, _frame(fresh, place)] if fresh else ready), place


def _frame(lines: Sequence[Line], place: Place) -> bytes:
    return orjson.dumps({"activities": [for_web_chat(line.activity) for line in lines], "watermark": str(place)})


class Window:
    def __init__(self, conversation: str, place: Place, give_up: Callable[[], None]) -> None:
        self.conversation = conversation
        self.place = place
        self._give_up = give_up
        self._waiting: asyncio.Queue[bytes | None] = asyncio.Queue(FRAMES_WAITING)

    def offer(self, lines: Sequence[Line], horizon: int) -> None:
        """Queues what this window has not been shown. `horizon` was known before the lines were read."""
        ready, self.place = frames(lines, self.place, horizon)
        for frame in ready:
            self._queue(frame)

    def whisper(self, activity: Activity) -> None:
        """Queues something that is in no transcript, so its frame moves no watermark."""
        self._queue(orjson.dumps({"activities": [for_web_chat(activity)]}))

    def finish(self) -> None:
        """Ends the stream once what waits is sent: the page opens another when the server is back."""
        self._queue(None)

    async def drain_into(self, socket: web.WebSocketResponse) -> None:
        while (frame := await self._waiting.get()) is not None:
            await socket.send_str(frame.decode())
        await socket.close(code=WSCloseCode.GOING_AWAY)

    def _queue(self, frame: bytes | None) -> None:
        try:
            self._waiting.put_nowait(frame)
        except asyncio.QueueFull:
            # The page comes back with the watermark of the last frame that it did get.
            self._give_up()
