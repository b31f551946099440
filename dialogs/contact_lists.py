"""Lists of contacts in the chat, in words and by button: page by page, the digest's list, the board, the weekly report, the calendar file."""

from datetime import date

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.contact_lists import ONLY_AT_THE_PAGE, board_card, calendar_card, empty_card, page_card
from bot.cards.contact_reports import report_card
from bot.cards.contacts import about
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.contact_list_words import Board, board_asked, list_asked, list_of
from domain.contact_lists import Cursor, Listing, cursor_in, listing_in
from domain.conversations import Action
from domain.london import to_london
from domain.officers import Permission
from domain.understanding import understand
from services.contact_lists import list_page, who_is_waiting
from services.contact_reports import report_week
from services.digests import open_digest
from storage.work import Work

Asked = Board | Listing


def asked_in(turn: Turn) -> Asked | None:
    """Which list the words of this turn ask for, by themselves or among others; None for one's contacts of today."""
    today = to_london(turn.now).date()
    asked = board_asked(turn.text) or list_asked(turn.text, today)
    return asked or list_of(understand(turn.text, turn.now).entities, today)


class ContactListsDialog(Capability):
    verbs = ("list:page", "list:digest", "list:board", "list:calendar", "report:week")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("contact_lists")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn = turn_of(dialog_context)
        asked = entities_of(options).get("asked") or asked_in(turn) or Listing()
        match asked:
            case Board.WAITING:
                await self._board(turn)
            case Board.REPORT:
                await self._report(turn)
            case Board.CALENDAR:
                self._calendar(turn)
            case Listing():
                await self._page(turn, asked)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        match action.verb:
            case "list:digest":
                await open_digest(self._work, self._clock, turn.officer, date.fromisoformat(action.details["day"]))
                await self._page(turn, Listing(own=True))
            case "list:board":
                await self._board(turn)
            case "list:calendar":
                turn.officer.must(Permission.PLAN_CONTACT)
                turn.say(ONLY_AT_THE_PAGE)
            case "report:week":
                await self._report(turn)
            case _:
                await self._page(turn, listing_in(action.details), cursor_in(action.details))
        return DialogTurnResult(None)

    async def _page(self, turn: Turn, listing: Listing, after: Cursor | None = None) -> None:
        page = await list_page(self._work, self._clock, turn.officer, listing, after, channel=turn.conversation.channel)
        offer = turn.offer()
        shown = [*page.rows, *([page.upcoming] if page.upcoming else [])]
        named = {part for one in shown for part in about(one.plan, one.order, *one.others)}
        empty = not page.rows and after is None
        drawn = (
            empty_card(page, turn.officer, offer, turn.now)
            if empty
            else page_card(page, turn.officer, offer, turn.now, begun=after is None)
        )
        turn.show(drawn, offer, named, needs=Permission.PLAN_CONTACT)

    async def _board(self, turn: Turn) -> None:
        waiting = await who_is_waiting(self._work, self._clock, turn.officer)
        offer = turn.offer()
        named = {part for one in waiting.pressing for part in about(one.plan, one.order, *one.others)}
        turn.show(board_card(waiting, offer, turn.now), offer, named, needs=Permission.SEE_TEAM_CONTACTS)

    async def _report(self, turn: Turn) -> None:
        channel = turn.conversation.channel
        report = await report_week(self._work, self._clock, turn.officer, channel)
        offer = turn.offer()
        named = {part for one in report.waiting for part in about(one.plan, one.order, *one.others)}
        turn.show(report_card(report, offer, turn.now, channel), offer, named, needs=Permission.SEE_TEAM_CONTACTS)

    def _calendar(self, turn: Turn) -> None:
        turn.officer.must(Permission.PLAN_CONTACT)
        offer = turn.offer()
        turn.show(calendar_card(offer, turn.conversation.channel), offer)
