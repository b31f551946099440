"""An officer gives a contact, or all of theirs, to somebody else; the other takes it, or says why not; a supervisor assigns."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contacts import about, about_breach, plan_card
from bot.cards.handing_on import ALL, all_card, moved_card, offered_card, receivers_card, taken_card, which_contact_card, which_officer_card
from bot.cards.parts import Card
from bot.cards.putting_off import about_held
from bot.duty_words import Duty, DutyAsked
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.duty_offers import NOTHING_LEFT, assigns
from domain.officers import Officer, Permission
from services import contacts, handing_on
from services.contacts import OwedContact, Recorded
from services.handing_on import Handed
from storage.work import Work

NONE_MEANT = "None of your open contacts is meant by that. Open the contact and press Give to somebody, or type its reference."
NONE_OF_TEAMS = "No open contact of yours or of your teams is meant by that. Type it with the order's reference and the officer: give NMO-XXXXXX to PC Example."
REFUSED = "Thank you: the officer who offered it is told why, and it stays there."
WITHDRAWN = "The offer is taken back. Nothing has moved."
RETURNED = "Undone: {}."


class HandingOnDialog(Capability):
    verbs = ("duty:give", "duty:give_to", "duty:assign", "duty:take", "duty:refuse", "duty:withdraw", "duty:return")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("handing_on")
        self._work = work
        self._clock = clock
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "duty:give": self._give,
            "duty:give_to": self._give_to,
            "duty:assign": self._assign,
            "duty:take": self._take,
            "duty:refuse": self._refuse,
            "duty:withdraw": self._withdraw,
            "duty:return": self._return,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, asked = turn_of(dialog_context), entities_of(options)["asked"]
        if asked.asked is Duty.GIVE_ALL:
            await self._all_to_words(turn, asked.who)
        else:
            await self._typed(turn, asked)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _typed(self, turn: Turn, asked: DutyAsked) -> None:
        """Who is meant first, where somebody is named, then which contact."""
        people = await handing_on.whom(self._work, turn.officer, asked.who) if asked.who else []
        await self._which(turn, people, asked.what)

    async def _which(self, turn: Turn, people: Sequence[Officer], words: str) -> None:
        """What is another's is never guessed: where no words name it, it is pressed."""
        to = people[0] if len(people) == 1 else None
        given = await handing_on.which_to_give(self._work, self._clock, turn.officer, words, to.id if to else None)
        if not given.found:
            turn.say(NONE_OF_TEAMS if turn.officer.may(Permission.SEE_TEAM_CONTACTS) else NONE_MEANT)
        elif len(given.found) > 1 or (assigns(turn.officer, given.found[0].plan) and not words.strip()):
            shown = frozenset().union(*map(about_held, given.found))
            self._show(turn, lambda offer: which_contact_card(given, turn.officer, offer, to), shown)
        else:
            await self._to_whom(turn, given.found[0], people)

    async def _to_whom(self, turn: Turn, one: OwedContact | Recorded, people: Sequence[Officer]) -> None:
        """Of one's own it is an offer; a supervisor assigns what is another's."""
        id, over = one.plan.id, assigns(turn.officer, one.plan)
        shown, verb = about(one.plan, one.order, *one.others), "duty:assign" if over else "duty:give_to"
        if not people:
            found = await handing_on.holders(self._work, self._clock, turn.officer, one.plan)
            self._show(turn, lambda offer: receivers_card(str(id), found, offer, assigns=over), shown)
        elif len(people) > 1:
            self._show(turn, lambda offer: which_officer_card(str(id), people, verb, offer), shown)
        elif over:
            await self._move(turn, id, people[0].id)
        else:
            await self._offer(turn, id, people[0].id)

    async def _all_to_words(self, turn: Turn, words: str) -> None:
        people = await handing_on.whom(self._work, turn.officer, words)
        if len(people) > 1:
            self._show(turn, lambda offer: which_officer_card(ALL, people, "duty:give", offer))
            return
        await self._confirm_all(turn, people[0])

    async def _confirm_all(self, turn: Turn, to: Officer) -> None:
        number = await handing_on.how_many(self._work, turn.officer)
        if not number and turn.officer.may(Permission.SEE_TEAM_CONTACTS):
            await self._which(turn, [to], "")
            return
        if not number:
            turn.say(NOTHING_LEFT)
            return
        self._show(turn, lambda offer: all_card(number, to, offer))

    async def _give(self, turn: Turn, action: Action) -> None:
        """To whom? Of all of one's own it is confirmed first."""
        if action.object == ALL:
            to = await handing_on.receiver(self._work, turn.officer, UUID(action.details["to"]))
            await self._confirm_all(turn, to)
            return
        await self._to_whom(turn, await contacts.show_plan(self._work, self._clock, turn.officer, UUID(action.object)), ())

    async def _give_to(self, turn: Turn, action: Action) -> None:
        to = await self._chosen(turn, action, "duty:give_to")
        if to is not None:
            await self._offer(turn, None if action.object == ALL else UUID(action.object), to)

    async def _offer(self, turn: Turn, plan_id: UUID | None, to: UUID) -> None:
        made = await handing_on.offer_to(self._work, self._clock, turn.officer, to, plan_id)
        self._show(turn, lambda offer: offered_card(made, offer))

    async def _assign(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.SEE_TEAM_CONTACTS)
        to = await self._chosen(turn, action, "duty:assign")
        if to is not None:
            await self._move(turn, UUID(action.object), to)

    async def _move(self, turn: Turn, plan_id: UUID, to: UUID) -> None:
        made = await handing_on.assign(self._work, self._clock, turn.officer, to, plan_id)
        self._show(turn, lambda offer: moved_card(made, offer))

    async def _chosen(self, turn: Turn, action: Action, verb: str) -> UUID | None:
        """The one that was pressed, or whom the words mean; None where it is asked which."""
        if "to" in action.details:
            return UUID(action.details["to"])
        people = await handing_on.whom(self._work, turn.officer, turn.values.get("to", ""))
        if len(people) == 1:
            return people[0].id
        self._show(turn, lambda offer: which_officer_card(action.object, people, verb, offer))
        return None

    async def _take(self, turn: Turn, action: Action) -> None:
        """One that was taken is shown at once, and stands for its reminder."""
        made = await handing_on.take(self._work, self._clock, turn.officer, UUID(action.object))
        self._show(turn, lambda offer: taken_card(made, offer), _about(made))
        if made.moved == 1 and len(made.plans) == 1:
            one = await contacts.show_plan(self._work, self._clock, turn.officer, made.plans[0].id)
            shown = about(one.plan, one.order, *one.others) | about_breach(one.breach)
            self._show(turn, partial(_card_of, one, turn.now), shown)

    async def _refuse(self, turn: Turn, action: Action) -> None:
        made = await handing_on.refuse(self._work, self._clock, turn.officer, UUID(action.object), turn.values.get("reason", ""))
        turn.say(REFUSED, _about(made))

    async def _withdraw(self, turn: Turn, action: Action) -> None:
        made = await handing_on.withdraw(self._work, self._clock, turn.officer, UUID(action.object))
        turn.say(WITHDRAWN, _about(made))

    async def _return(self, turn: Turn, action: Action) -> None:
        made = await handing_on.give_back(self._work, self._clock, turn.officer, UUID(action.object))
        back = "1 contact is back where it was" if made.moved == 1 else f"{made.moved} contacts are back where they were"
        turn.say(RETURNED.format(back), _about(made))

    def _show(self, turn: Turn, draw: Callable[[Offer], Card], shown: frozenset[str] = frozenset()) -> None:
        offer = turn.offer()
        turn.show(draw(offer), offer, shown, Permission.PLAN_CONTACT)


def _card_of(one: contacts.Recorded, now: datetime, offer: Offer) -> Card:
    return plan_card(one.plan, one.order, offer, now, others=one.others, breach=one.breach, beside=one.beside)


def _about(made: Handed) -> frozenset[str]:
    return frozenset(str(id) for plan in made.plans for id in (plan.id, plan.order_id, plan.party_id))
