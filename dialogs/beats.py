"""Orders on a beat in the chat: in words and by button, page by page; and the areas of the force."""

from dataclasses import replace
from uuid import uuid4

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.beats import areas_card, beat_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.areas import areas_of
from domain.beat_words import beat_asked
from domain.beats import BeatAsked, Cursor, as_details, asked_in, cursor_in
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, NotAllowed
from domain.london import to_london
from domain.officers import Permission
from services.beats import areas_meant, list_beat, show_areas
from services.timetables import PolicyNow
from storage.work import Work


class BeatsDialog(Capability):
    """Keeps no state: every press and every line is whole by itself."""

    verbs = ("beat:page", "beat:areas")

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("beats")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for, or with what was typed."""
        turn, given = turn_of(dialog_context), entities_of(options)
        asked = beat_asked(turn.text, to_london(turn.now).date())
        try:
            if "action" in given:
                await self.pressed(dialog_context, turn, given["action"])
            elif asked is None:
                await self._areas(turn)
            else:
                await self._page(turn, asked)
        except NotAllowed:
            raise
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb == "beat:areas":
            await self._areas(turn)
        else:
            await self._page(turn, asked_in(action.details), cursor_in(action.details))
        return DialogTurnResult(None)

    async def _page(self, turn: Turn, asked: BeatAsked, after: Cursor | None = None) -> None:
        """Once it is known why: whose list it is, and that there is such an area, is told before that."""
        turn.officer.must(Permission.LOOK_UP_ORDER)
        areas = areas_meant(turn.officer, self._policy().areas_worked, asked.area)
        if self._reasons.access(turn) is None:
            # The area's own code: what was typed is kept in no press.
            details = as_details(replace(asked, area=areas[0].code if asked.area else ""), after)
            press = Action("", "beat:page", "", turn.officer.id, turn.conversation.id, uuid4(), turn.now, details)
            self._reasons.ask_for_press(turn, press)
            return
        channel = turn.conversation.channel
        page = await list_beat(self._work, self._clock, turn.officer, self._policy, asked, after, channel)
        offer = turn.offer()
        about = {id for one in page.rows for id in (one.order.id, one.order.respondent.id)}
        turn.show(beat_card(page, turn.officer, offer, turn.now, channel, begun=after is None), offer, about)

    async def _areas(self, turn: Turn) -> None:
        areas = await show_areas(self._work, self._clock, turn.officer, self._policy)
        offer = turn.offer()
        every = turn.officer.may(Permission.SEE_TEAM_CONTACTS) or turn.officer.may(Permission.REVIEW_ORDERS)
        mine, visits = areas_of(turn.officer, areas), self._policy().visits
        turn.show(areas_card(areas, mine, visits, offer, all_of_them=every), offer)
