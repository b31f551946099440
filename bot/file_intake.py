"""A PDF, or a sealed transfer, sent in the chat of Teams: fetched only from a host that the settings name, staged for whoever sent it, and heard as a press of theirs."""

from dataclasses import replace
from typing import Any

import aiohttp
from yarl import URL

from bot.cards.registering import paper_press
from bot.heard import Heard
from bot.identity import speaking
from bot.offers import Offer
from bot.outbound import read_capped
from domain.clock import Clock
from domain.errors import Unreadable
from domain.officers import Officer
from services.paper_intake import Reader, take_paper
from services.transfers_in import take_in
from storage.paper_text import LARGEST, read_draft
from storage.transfer_seal import MAGIC
from storage.work import Database

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
NO_FILES = 'Files are not taken in this chat. Send the PDF at the chat page on a force computer, or type "register an order" and take it from the paper.'
NOT_FETCHED = 'The file could not be fetched, so nothing was taken. Please send it again, or type "register an order".'
TIMEOUT = aiohttp.ClientTimeout(total=8)


async def staged(database: Database, clock: Clock, officer: Officer, conversation: str, name: str, content: bytes, reader: Reader) -> str:
    """The id of the press that shows the draft, or the transfer that another force sealed. Raises AssistantError, with words for the person."""
    offer = Offer(officer.id, conversation, clock())
    if content.startswith(MAGIC):
        taken = await take_in(database.work, clock, officer, content)
        pressed = offer.press("transfer:open", str(taken.transfer.id))["action"]
    else:
        pressed = paper_press(str(await take_paper(database.work, clock, officer, name, content, reader)), offer)
    async with database.work() as uow:
        await uow.actions.offer(offer.actions)
    return pressed


class SentFiles:
    """`hosts` are exact names; without one no file is fetched from anywhere."""

    def __init__(
        self, database: Database, clock: Clock, session: aiohttp.ClientSession, hosts: frozenset[str], reader: Reader = read_draft
    ) -> None:
        self._database = database
        self._clock = clock
        self._session = session
        self._hosts = hosts
        self._reader = reader

    async def swapped(self, heard: Heard) -> Heard:
        """As it was heard; in the place of a file the press that shows what was read of it. Raises AssistantError, with words for the person."""
        sent = _file_in(heard.activity)
        if sent is None or not heard.personal:
            return heard
        async with self._database.work() as uow:
            known = await speaking(uow, heard, self._clock())
        if known is None:
            return heard
        name, url = sent
        content = await self._fetch(url)
        action = await staged(self._database, self._clock, known[0], heard.conversation, name, content, self._reader)
        rest = {key: part for key, part in heard.activity.items() if key not in ("attachments", "text", "value")}
        return replace(heard, activity={**rest, "value": {"action": action}})

    async def _fetch(self, url: str) -> bytes:
        """No redirect is followed: what the settings name is where the file lies."""
        if not self._is_named(url):
            raise Unreadable(NO_FILES)
        try:
            async with self._session.get(URL(url, encoded=True), timeout=TIMEOUT, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise Unreadable(NOT_FETCHED)
                return await read_capped(answer, LARGEST + 1)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            raise Unreadable(NOT_FETCHED) from trouble

    def _is_named(self, url: str) -> bool:
        try:
            asked = URL(url, encoded=True)
            plain = asked.user is None and asked.password is None
            secure = asked.scheme == "https" and asked.explicit_port is None and asked.host in self._hosts
            return plain and (secure or str(asked.origin()) in self._hosts)
        except ValueError:
            return False


def _file_in(activity: dict[str, Any]) -> tuple[str, str] | None:
    """The name and the address of the first file that was sent."""
    for part in activity.get("attachments") or ():
        content = part.get("content") if isinstance(part, dict) else None
        if isinstance(content, dict) and part.get("contentType") == DOWNLOAD and isinstance(content.get("downloadUrl"), str):
            return str(part.get("name") or "order.pdf"), content["downloadUrl"]
    return None
