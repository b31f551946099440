"""Routes what was said or pressed to the capability it belongs to."""

from collections.abc import Awaitable, Callable
from typing import Any

from botbuilder.core import TurnContext
from botbuilder.dialogs import DialogContext

from bot.asides import asks, asks_for_contacts, is_contact_alone, says_yes, tells_nothing
from bot.bodies import MAX_TEXT, TOO_LONG
from bot.cards.meaning import meaning_card
from bot.cards.welcome import welcome_card
from bot.follow_up_words import FollowUpAsked, follow_up_asked
from bot.intents import (
    Intent,
    asks_for_help,
    intent_of,
    is_new_incident,
    is_plain_look_up,
    is_plain_question,
    names_look_up,
    names_somebody,
)
from bot.record_words import Asked, RecordWords, record_words
from bot.turn import Turn
from dialogs.awaited import awaits, still_awaited, words_of
from dialogs.capability import HEARS_CHOICES, HEARS_NUMBERS, Capability
from dialogs.contact_typed import contact_typed
from dialogs.deciding import decided
from dialogs.following import adds_a_particular, choice_of
from dialogs.meaning import jobs_meant
from dialogs.plainly import plainly_for
from dialogs.register_typed import register_typed
from dialogs.shown import first_words, note_shown, offered, shown
from dialogs.stack import Stack
from dialogs.typed_buttons import button_typed
from domain.contact_list_words import asks_plainly
from domain.london import to_london
from domain.lookups import too_little
from domain.officers import Officer, Permission
from domain.particulars import Particulars, read_particulars
from domain.sweeping import wants_everyone
from guidance.danger import is_danger

LOOK_UP = (
    "Type what you have: a name with a date of birth or a postcode, a telephone number, a house and street, a case number, or a reference such as NMO-XXXXXX. "
    'For example: "any nmo on john smith dob 12/3/85".'
)
STOP = "stop"
RECORD = "record a breach"
STILL_OPEN = "What you began is still open. Here is where it stands; type stop to leave it."
NOTHING_OPEN = 'There is nothing to stop. Type "help" to see what you can do here.'
WELCOME_WORDS = "Any time. Type help to see what I can do."
NO_LIST = "There is no list to choose from now. Look the person up again: a name with a date of birth or a postcode."
WHICH_ONE = "Press one of the buttons, or type its number."
NOTHING_ASKED = 'There is nothing to answer now. Type "help" to see what you can do here.'
EMPTY = 'I got an empty message. Type "help" to see what you can do here.'
DIALOGS = {
    Intent.LOOKUP_ORDER: "lookups",
    Intent.RECORD_BREACH: "breaches",
    Intent.CONTACTS_DUE: "contacts",
    Intent.REVIEW_ORDERS: "reviews",
    Intent.GUIDANCE: "guidance",
}
Owed = Callable[[Officer], Awaitable[int]]


async def nobody_owes(_: Officer) -> int:
    """Where no contacts are kept up."""
    return 0


class RootDialog:
    """`answers` tells whether the guidance pages have an answer to a line, `owed` how many contacts an officer owes today.

    Everything about people goes to the capabilities.
    """

    def __init__(self, capabilities: list[Capability], answers: Callable[[str], bool], owed: Owed = nobody_owes) -> None:
        self._stack = Stack(capabilities)
        self._answers = answers
        self._owed = owed

    async def heard(self, context: TurnContext) -> None:
        """Where it is refused the open questions stay as they were: a dialog refused at its beginning is not left open to swallow the next line."""
        turn = Turn.of(context)
        dialog_context = await self._stack.open(context)
        await self._route(turn, dialog_context)
        turn.listed = still_awaited(turn, another_asks=dialog_context.active_dialog is not None and turn.action is None)
        note_shown(turn)
        await self._stack.put_back(dialog_context)

    async def welcome(self, context: TurnContext) -> None:
        turn = Turn.of(context)
        if turn.conversation.welcomed_at is not None:
            return
        await self._help(turn)
        turn.welcomed()

    async def _route(self, turn: Turn, dialog_context: DialogContext) -> None:
        if turn.action is not None:
            await self._press(turn, dialog_context)
        elif len(turn.text) > MAX_TEXT:
            turn.say(TOO_LONG)
        elif is_danger(turn.text):
            await self._danger(turn, dialog_context)
        elif intent_of(turn.text) is Intent.CANCEL:
            await self._cancel(turn, dialog_context)
        elif (said := record_words(turn.text)) is not None:
            await self._of_a_record(said, dialog_context)
        elif (asked := follow_up_asked(turn.text)) is not None:
            await self._follow_up(turn, dialog_context, asked)
        elif (plain := plainly_for(turn, in_the_midst=dialog_context.active_dialog is not None)) is not None:
            await self._beside(turn, dialog_context, *plain)
        elif not await self._says_the_reason(turn, dialog_context):
            await self._hear(turn, dialog_context)

    async def _hear(self, turn: Turn, dialog_context: DialogContext) -> None:
        """An open question hears the line, unless it is plainly something else."""
        if dialog_context.active_dialog is None:
            await self._begin(turn, dialog_context)
        elif (meanwhile := self._asked_meanwhile(turn, dialog_context)) is not None:
            await self._beside(turn, dialog_context, meanwhile, {"text": turn.text.strip()})
        elif is_new_incident(turn.text):
            await self._leave(turn, dialog_context)
            await self._begin(turn, dialog_context)
        elif asks_for_help(turn.text):
            await self._begin(turn, dialog_context)
        else:
            await dialog_context.continue_dialog()

    async def _leave(self, turn: Turn, dialog_context: DialogContext) -> None:
        """Whatever the words, the open dialog hears the one that it knows how to stop by."""
        said, turn.text = turn.text, STOP
        await dialog_context.continue_dialog()
        turn.text = said

    def _asked_meanwhile(self, turn: Turn, dialog_context: DialogContext) -> str | None:
        """An officer in the middle of a record meets somebody else, or asks."""
        open_here = dialog_context.active_dialog
        if is_plain_look_up(turn.text) and not (open_here is not None and open_here.state.get(HEARS_NUMBERS)):
            return "lookups"
        if names_somebody(turn.text) and open_here is not None and open_here.state.get(HEARS_CHOICES):
            return "lookups"
        if is_contact_alone(turn.text):
            return None
        if asks_for_contacts(turn.text) or asks_plainly(turn.text, to_london(turn.now).date()):
            return "contacts"
        is_question = is_plain_question(turn.text) or asks(turn.text)
        return "guidance" if is_question and self._answers(turn.text) else None

    async def _says_the_reason(self, turn: Turn, dialog_context: DialogContext) -> bool:
        """The words of a reason, typed while a card asks for them."""
        if not awaits(turn):
            return False
        words = words_of(turn, read_particulars(turn.text, to_london(turn.now).date()))
        if words is None:
            return False
        listed, asked = turn.conversation.state["listed"], dialog_context.active_dialog is not None
        capability = self._stack.for_verb(listed.get("verb", "reason:give"))
        await dialog_context.begin_dialog(capability.id, {"listed": listed, "words": words})
        if asked and not turn.listed:
            turn.say(STILL_OPEN)
            await dialog_context.reprompt_dialog()
        return True

    async def _press(self, turn: Turn, dialog_context: DialogContext) -> None:
        action = turn.action
        words = next((words for words in turn.values.values() if is_danger(words)), None)
        if words is not None:
            await dialog_context.begin_dialog("guidance", {"text": words})
        if action is None or action.verb == "help:look_up":
            turn.say(LOOK_UP)
        elif action.verb == "help:record_breach":
            turn.officer.must(Permission.RECORD_BREACH)
            await dialog_context.begin_dialog("breaches", {"text": RECORD, "asked": Particulars(), "shown": shown(turn)})
        else:
            await self._stack.for_verb(action.verb).pressed(dialog_context, turn, action)

    async def _danger(self, turn: Turn, dialog_context: DialogContext) -> None:
        """Said first; an open question still hears the words, so that nothing typed is lost, and whoever was asked about is looked up."""
        asked = dialog_context.active_dialog is not None
        await dialog_context.begin_dialog("guidance", {"text": turn.text})
        if (said := record_words(turn.text)) is not None:
            await self._of_a_record(said, dialog_context)
            return
        if asked:
            await dialog_context.continue_dialog()
            return
        particulars = read_particulars(turn.text, to_london(turn.now).date())
        if intent_of(turn.text) is Intent.LOOKUP_ORDER and too_little(particulars) is None and turn.officer.may(Permission.LOOK_UP_ORDER):
            await dialog_context.begin_dialog("lookups", {"text": turn.text.strip(), "asked": particulars})

    async def _beside(self, turn: Turn, dialog_context: DialogContext, capability: str, given: dict[str, Any]) -> None:
        """The answer comes first, then a question that is open is asked again."""
        open_before = dialog_context.active_dialog is not None
        await dialog_context.begin_dialog(capability, given)
        if open_before:
            turn.say(STILL_OPEN)
            await dialog_context.reprompt_dialog()

    async def _of_a_record(self, said: RecordWords, dialog_context: DialogContext) -> None:
        """A record that was sent, or the unfinished one that is open here; a question that stays open is asked again after it."""
        open_here = dialog_context.active_dialog
        if said.asked is Asked.HAND_OVER:
            draft = open_here.state["draft"] if open_here is not None and open_here.id == "breaches" else None
            await dialog_context.begin_dialog("breach_handover", {"draft": draft, "to": said.words})
        else:
            await dialog_context.begin_dialog("breach_signing", {"said": said})
        if dialog_context.active_dialog is not None:
            Turn.of(dialog_context.context).say(STILL_OPEN)
            await dialog_context.reprompt_dialog()

    async def _follow_up(self, turn: Turn, dialog_context: DialogContext, asked: FollowUpAsked) -> None:
        """What follows a record, typed."""
        turn.officer.must(Permission.RECORD_BREACH)
        given = {"reference": asked.reference, "event": asked.event, "when": asked.when}
        await self._beside(turn, dialog_context, asked.capability, given)

    async def _cancel(self, turn: Turn, dialog_context: DialogContext) -> None:
        if dialog_context.active_dialog is None:
            turn.say(NOTHING_OPEN)
            return
        await self._leave(turn, dialog_context)

    async def _begin(self, turn: Turn, dialog_context: DialogContext) -> None:
        text = turn.text.strip()
        asked = read_particulars(text, to_london(turn.now).date())
        intent = decided(turn, text, asked, self._answers)
        if not text:
            turn.say(EMPTY)
        elif is_new_incident(text) or wants_everyone(text):
            await dialog_context.begin_dialog("lookups", {"text": text, "asked": asked, "new_incident": is_new_incident(text)})
        elif tells_nothing(text) and not offered(turn):
            turn.listed = turn.conversation.state.get("listed")
            turn.say(WHICH_ONE if turn.listed else NOTHING_ASKED)
        elif offered(turn) and says_yes(text):
            await dialog_context.begin_dialog("breaches", {"order_id": offered(turn), "named": True, "first": first_words(turn)})
        elif (
            await self._of_a_contact(turn, dialog_context)
            or await self._typed_a_button(turn, dialog_context)
            or await self._follows_a_list(turn, text, asked, dialog_context)
        ):
            return
        elif intent is Intent.HELP:
            await self._help(turn)
        elif intent is Intent.SMALLTALK:
            turn.say(WELCOME_WORDS)
        elif intent is Intent.GUIDANCE and (jobs := jobs_meant(turn, text, self._answers)):
            offer = turn.offer()
            turn.show(meaning_card(jobs, offer), offer)
        else:
            if intent is Intent.RECORD_BREACH:
                turn.officer.must(Permission.RECORD_BREACH)
            await dialog_context.begin_dialog(DIALOGS[intent], {"text": text, "asked": asked, "shown": shown(turn)})

    async def _of_a_contact(self, turn: Turn, dialog_context: DialogContext) -> bool:
        """What happened to an order, a contact that was made, what is safe, or what waits for a decision, told in a line."""
        typed = register_typed(turn) or contact_typed(turn)
        if typed is not None:
            await dialog_context.begin_dialog(*typed)
        return typed is not None

    async def _typed_a_button(self, turn: Turn, dialog_context: DialogContext) -> bool:
        """The words of the welcome's own buttons do what the button does."""
        button = button_typed(turn.text)
        if button is not None:
            if button.needs is not None:
                turn.officer.must(button.needs)
            await dialog_context.begin_dialog(button.dialog, dict(button.given))
            return True
        if names_look_up(turn.text) and turn.officer.may(Permission.LOOK_UP_ORDER):
            turn.say(LOOK_UP)
            return True
        return False

    async def _follows_a_list(self, turn: Turn, text: str, asked: Particulars, dialog_context: DialogContext) -> bool:
        """A number chooses from the list before; one particular more narrows it down."""
        listed, choice = turn.conversation.state.get("listed"), choice_of(text)
        if listed and choice is not None:
            await dialog_context.begin_dialog("lookups", {"text": text, "listed": listed, "choice": choice})
        elif listed and "id" in listed and adds_a_particular(text, asked):
            await dialog_context.begin_dialog("lookups", {"text": text, "listed": listed})
        elif choice is not None:
            turn.say(NO_LIST)
        else:
            return False
        return True

    async def _help(self, turn: Turn) -> None:
        offer = turn.offer()
        due = await self._owed(turn.officer) if turn.officer.may(Permission.PLAN_CONTACT) else 0
        turn.show(welcome_card(turn.officer, offer, due), offer)
