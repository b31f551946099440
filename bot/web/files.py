"""What is saved as a file at the chat page: a record of a breach, contacts as a calendar, visits, a sealed transfer, all held on one person. A press is changed for the file, each time with a line of the trail."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from aiohttp import web

from bot.cards.breach_files import FORMS
from bot.cards.transfers import TAKE
from bot.files.breach import RecordFile, file_of
from bot.files.calendar import calendar_of
from bot.files.person import file_of_person
from bot.files.visits import sheet_of
from bot.web.doors import PRIVATE, Refused, bearer, guarded, same_origin
from bot.web.ports import Files
from bot.web.pressed import refusal_noted, speaker, taken
from bot.web.tokens import Tokens
from domain.clock import Clock
from domain.conversations import NOT_LIVE, WEB
from domain.errors import AssistantError, NotAllowed, NotFound, Outdated
from domain.officers import Officer
from services.breach_files import take_file
from services.contact_calendar import take_calendar
from services.person_exports import take_person
from services.transfers import take_file as take_transfer
from services.visit_lists import take_sheet
from storage.work import Database

CALENDAR = "list:calendar"
SHEET = "visit:sheet"
EXPORT = "retention:export"


class FileDoor:
    def __init__(self, files: Files, tokens: Tokens) -> None:
        self._files = files
        self._tokens = tokens

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/directline/files/{action}", guarded(self.file))]

    async def file(self, request: web.Request) -> web.Response:
        same_origin(request)
        entry = bearer(request, self._tokens)
        try:
            made = await self._files.made(request.match_info["action"], entry.officer, entry.conversation)
        except NotAllowed as refusal:
            raise Refused(403, "NotAllowed", refusal.advice) from None
        except NotFound as refusal:
            raise Refused(404, "NotFound", refusal.advice) from None
        except AssistantError as refusal:
            raise Refused(409, "NotMade", refusal.advice) from None
        headers = {**PRIVATE, "Content-Disposition": f'attachment; filename="{made.name}"'}
        return web.Response(body=made.content, content_type=made.kind, charset=made.charset, headers=headers)


@dataclass(frozen=True)
class HeldFiles:
    """Made anew at each press from what the register holds then; no copy is kept here."""

    database: Database
    clock: Clock

    async def made(self, action: str, officer_id: UUID, conversation: str) -> RecordFile:
        pressed = await taken(self.database, self.clock, action, officer_id, conversation, (*FORMS, CALENDAR, TAKE, SHEET, EXPORT))
        officer, reason = await speaker(self.database, self.clock, officer_id)
        if pressed.verb == CALENDAR:
            return await self._calendar(officer)
        if pressed.verb == TAKE:
            return await self._transfer(officer, UUID(pressed.object))
        if pressed.verb == SHEET:
            return await self._sheet(officer, reason, pressed.details)
        record = UUID(pressed.object)
        if pressed.verb == EXPORT:
            return await self._person(officer, record, pressed.details["role"])
        async with refusal_noted(self.database, self.clock, officer_id, record):
            sent = await take_file(self.database.work, self.clock, officer, record, FORMS[pressed.verb], WEB)
        # Setting out a page takes a tenth of a second, in which everybody else would wait.
        return await asyncio.to_thread(file_of, sent, FORMS[pressed.verb], self.clock())

    async def _person(self, officer: Officer, order: UUID, role: str) -> RecordFile:
        async with refusal_noted(self.database, self.clock, officer.id, order):
            held = await take_person(self.database.work, self.clock, officer, order, role, WEB)
        return await asyncio.to_thread(file_of_person, held, self.clock())

    async def _calendar(self, officer: Officer) -> RecordFile:
        async with refusal_noted(self.database, self.clock, officer.id, officer.id):
            entries = await take_calendar(self.database.work, self.clock, officer, WEB)
        return await asyncio.to_thread(calendar_of, entries, self.clock())

    async def _transfer(self, officer: Officer, id: UUID) -> RecordFile:
        async with refusal_noted(self.database, self.clock, officer.id, id):
            one, content = await take_transfer(self.database.work, self.clock, officer, id, WEB)
        return RecordFile(f"{one.reference}.nmo", "application/octet-stream", content)

    async def _sheet(self, officer: Officer, reason: str, details: Mapping[str, str]) -> RecordFile:
        """Of the visits as they stand at the press, sealed under what the card says."""
        area, opens = details.get("area", ""), details.get("opens", "")
        if not opens:
            # A card of before sheets were sealed.
            raise Outdated(NOT_LIVE)
        async with refusal_noted(self.database, self.clock, officer.id, officer.id):
            found = await take_sheet(self.database.work, self.clock, officer, self.database.policy, area, WEB, reason)
        return await asyncio.to_thread(sheet_of, found, self.clock(), opens)
