"""Leave, sickness, cover and shifts in the chat: entered in words, said back, ended, and shown."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.duty_roster import away_card, entered_card, shifts_card, which_cover_card
from bot.duty_words import Duty, DutyAsked
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.duty import Kind
from domain.duty_shift_words import read_shifts
from domain.errors import Unreadable
from domain.london import to_london
from domain.moments.coming import read_coming_day
from domain.officers import Permission
from services import duty_roster, handing_on
from services.duty_roster import Entered
from storage.work import Work

ENDED = "{} {} no longer entered as away. Reminders go as before."
WHICH_OFFICER = "More than one officer could be meant: type the collar number in place of the name. Nothing was changed."
NOT_AWAY = "You are not entered as away today, so there is nothing to end. Type 'my leave' to see what is entered."
NO_COVER_NAMED = "Say who covers: type a name, a collar number or an e-mail address beside the button. Nothing was changed."


class DutyRosterDialog(Capability):
    verbs = ("duty:cover", "duty:back")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("duty_roster")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, asked = turn_of(dialog_context), entities_of(options)["asked"]
        match asked.asked:
            case Duty.ABSENCE:
                await self._enter(turn, asked)
            case Duty.BACK:
                await self._back_today(turn)
            case Duty.SHIFTS:
                await self._shifts(turn, asked)
            case _:
                await self._away(turn)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb == "duty:cover":
            await self._cover(turn, action)
        else:
            await self._end(turn, UUID(action.object))
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _enter(self, turn: Turn, asked: DutyAsked) -> None:
        """Days are whole days of London; sickness without a last day stays open, and leave without one is that day."""
        turn.officer.must(Permission.PLAN_CONTACT)
        whose = await self._one(turn, asked.what) if asked.what else turn.officer.id
        first = read_coming_day(asked.when, turn.now) if asked.when else to_london(turn.now).date()
        only = None if asked.kind is Kind.SICK else first
        last = read_coming_day(asked.until, turn.now) if asked.until else only
        covers = await handing_on.whom(self._work, turn.officer, asked.who, whose) if asked.who else []
        cover = covers[0].id if len(covers) == 1 else None
        made = await duty_roster.enter_absence(self._work, self._clock, turn.officer, whose, first, last, asked.kind, cover)
        self._said_back(turn, made)
        if len(covers) > 1:
            offer = turn.offer()
            turn.show(which_cover_card(str(made.absence.id), covers, offer), offer, needs=Permission.PLAN_CONTACT)

    async def _cover(self, turn: Turn, action: Action) -> None:
        words = turn.values.get("cover", "")
        if "to" not in action.details and not words.strip():
            turn.officer.must(Permission.PLAN_CONTACT)
            raise Unreadable(NO_COVER_NAMED)
        cover = UUID(action.details["to"]) if "to" in action.details else await self._one(turn, words)
        made = await duty_roster.name_cover(self._work, self._clock, turn.officer, UUID(action.object), cover)
        self._said_back(turn, made)

    async def _end(self, turn: Turn, absence_id: UUID) -> None:
        made = await duty_roster.end_absence(self._work, self._clock, turn.officer, absence_id)
        mine = made.officer.id == turn.officer.id
        turn.say(ENDED.format("You" if mine else made.officer.name, "are" if mine else "is"))

    async def _back_today(self, turn: Turn) -> None:
        today = to_london(turn.now).date()
        found = await duty_roster.who_is_away(self._work, self._clock, turn.officer)
        mine = [one for one in found if one.officer.id == turn.officer.id and one.absence.holds_on(today)]
        if not mine:
            turn.say(NOT_AWAY)
        for one in mine:
            await self._end(turn, one.absence.id)

    async def _away(self, turn: Turn) -> None:
        found = await duty_roster.who_is_away(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(away_card(found, offer), offer, needs=Permission.PLAN_CONTACT)

    async def _shifts(self, turn: Turn, asked: DutyAsked) -> None:
        turn.officer.must(Permission.PLAN_CONTACT)
        shifts = read_shifts(asked.when) if asked.when else ()
        await duty_roster.set_shifts(self._work, self._clock, turn.officer, turn.officer.id, shifts)
        turn.show(shifts_card(shifts), needs=Permission.PLAN_CONTACT)

    async def _one(self, turn: Turn, words: str) -> UUID:
        found = await handing_on.whom(self._work, turn.officer, words)
        if len(found) > 1:
            raise Unreadable(WHICH_OFFICER)
        return found[0].id

    def _said_back(self, turn: Turn, made: Entered) -> None:
        offer = turn.offer()
        turn.show(entered_card(made, turn.officer.id, offer), offer, needs=Permission.PLAN_CONTACT)
