"""An officer asks for a list in words or by a button, turns its pages, and opens a plan with one press."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.contact_lists import ONLY_AT_THE_PAGE
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability
from dialogs.contact_lists import ContactListsDialog
from dialogs.contacts import ContactsDialog
from domain.contacts import Due, Risk, Why
from domain.conversations import Action
from domain.officers import Officer, Role
from storage.work import Database
from tests.fakes.clock import NOON
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOUTH = replace(officer("Sol South", Role.VLO, team="south"), supervisor=SUPERVISOR.id)


class Both(Capability):
    """The lists and the plans that they open, as the root has them."""

    def __init__(self, register: Register) -> None:
        super().__init__("both")
        self._lists = ContactListsDialog(register.database.work, register.clock)
        self._plans = ContactsDialog(register.database.work, register.clock)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        return await self._lists.begin_dialog(dialog_context, options)

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        heard = {True: self._lists, False: self._plans}[action.verb in self._lists.verbs]
        return await heard.pressed(dialog_context, turn, action)


class Shift(Register):
    async def share(self, owners: Sequence[Officer], late: timedelta = -HOUR) -> None:
        """One contact each, due so long ago; a time ahead is negative."""
        self.order, *self.orders = [an_order() for _ in owners]
        await self.open(*self.orders)
        async with self.database.work() as uow:
            for order, owner in zip([self.order, *self.orders], owners, strict=True):
                plan = await self.plan(order)
                due = Due(Why.ROUTINE, NOON - 3 * HOUR, NOON - late)
                await uow.contacts.save(
                    replace(plan, owner=owner.id, ahead=(due,), remind_at=due.remind_at, risk=Risk.MEDIUM, version=plan.version + 1)
                )

    def talk(self, who: Officer) -> Talk:
        return Talk(Both(self), who, self.database, self.clock, f"talk-{who.id}")


@pytest.fixture
def shift(database: Database) -> Shift:
    return Shift(database, [*EVERYONE, SOUTH])


async def test_whos_due_today_lists_each_with_what_matters_and_opens_it(shift: Shift) -> None:
    await shift.share([VLO])
    talk = shift.talk(VLO)
    said = await talk.say("who's due today")
    assert said[1:] == [
        "Due today",
        "1 contact.",
        shift.order.reference,
        *("Protected person", "Jane Marlow", "Risk", "medium", "Why now", "Routine contact"),
        *("Must be done by", "Fri 20 November 2026 at 13:00", "Owner", "Vic Liaison", "State", "due now"),
    ]
    assert "Reassurance contact" in await talk.press(f"Open {shift.order.reference}")


async def test_a_long_list_is_turned_page_by_page_and_from_the_start(shift: Shift) -> None:
    await shift.share([VLO] * 14)
    talk = shift.talk(VLO)
    pages = [await talk.say("who is due today"), await talk.press("Next page"), await talk.press("Next page")]
    assert [said[2] for said in pages] == [
        "The 6 most pressing of 14 contacts.",
        "6 more of 14 contacts.",
        "2 more of 14 contacts.",
    ]
    seen = [word for said in pages for word in said if word.startswith("NMO-")]
    assert sorted(seen) == sorted(one.reference for one in (shift.order, *shift.orders))
    assert (await talk.press("From the start"))[2] == "The 6 most pressing of 14 contacts."


async def test_nothing_due_is_said_with_what_comes_next(shift: Shift) -> None:
    await shift.share([VLO])
    said = await shift.talk(VLO).say("overdue")
    assert said[1:5] == ["Overdue", "Nothing is overdue for you.", "The next is:", shift.order.reference]
    assert "Nothing of high risk is due today for you." in await shift.talk(VLO).say("high risk")
    assert "No contact is without an owner." in await shift.talk(SUPERVISOR).say("unowned")
    assert "Nothing is due on these days for the north team." in await shift.talk(SUPERVISOR).say("north team next week")


async def test_a_supervisor_asks_for_a_team_by_its_name(shift: Shift) -> None:
    await shift.share([VLO, SOUTH, SOUTH], late=HOUR)
    talk = shift.talk(SUPERVISOR)
    south = await talk.say("overdue south team")
    assert (south.count("Sol South"), south.count("Vic Liaison")) == (2, 0)
    assert (await talk.say("overdue")).count("overdue") == 3
    (refused,) = await talk.say("overdue west team")
    assert refused == "There is no west team among those whose contacts you see. Yours: north, south."


async def test_longer_words_are_read_for_the_facts_in_them(shift: Shift) -> None:
    await shift.share([VLO, SOUTH], late=HOUR)
    said = await shift.talk(SUPERVISOR).say("which victims in the north team are overdue a call please sarge wants to know")
    assert (said[1], said.count("Vic Liaison"), said.count("Sol South")) == ("Overdue, north team", 1, 0)


async def test_the_board_says_at_a_glance_who_is_waiting(shift: Shift) -> None:
    await shift.share([VLO, SOUTH, SOUTH], late=HOUR)
    talk = shift.talk(SUPERVISOR)
    said = await talk.say("who is waiting")
    assert said[1:5] == ["Who is waiting", "Teams: north, south.", "High", "0 overdue, 0 due today, 0 later"]
    assert "3 overdue, 0 due today, 0 later" in said
    assert "Overdue" in await talk.press("Overdue")
    (refused,) = await shift.talk(VLO).say("who is waiting")
    assert "Your role does not include this" in refused


async def test_the_weekly_report_has_its_figures_in_words_and_opens_who_waits_longest(shift: Shift) -> None:
    await shift.share([VLO, SOUTH], late=8 * DAY)
    talk = shift.talk(SUPERVISOR)
    said = await talk.say("weekly report")
    assert said[1:3] == ["Contacts of the week", "Monday 9 November 2026 to Sunday 15 November 2026."]
    assert said.count("0 of 1 on time (0 %)") == 2
    assert "0 of 2 on time (0 %)" in said
    assert any(word.startswith("8 days overdue, had to be done by Thu 12 November 2026") for word in said)
    assert "Reassurance contact" in await talk.press(f"Open {shift.order.reference}")


async def test_the_picture_of_the_report_has_its_figures_as_words_too(shift: Shift) -> None:
    await shift.share([VLO], late=8 * DAY)
    talk = shift.talk(SUPERVISOR)
    await talk.say("weekly report")
    (picture,) = [part for part in talk.cards[-1]["body"] if part["type"] == "Image"]
    assert picture["url"] == "/charts/0-0.1-0.0-0.svg"
    assert picture["altText"] == "Contacts on time by risk. High: none was due. Medium: 0 of 1 on time (0 %). Standard: none was due."


async def test_a_digest_is_opened_as_ones_own_list(shift: Shift) -> None:
    await shift.share([VLO, SOUTH])
    talk = shift.talk(VLO)
    offer = Offer(VLO.id, f"talk-{VLO.id}", NOON)
    talk.buttons.append(("Show my list", offer.press("list:digest", day="2026-11-20")["action"]))
    async with shift.database.work() as uow:
        await uow.actions.offer(offer.actions)
    said = await talk.press("Show my list")
    assert (said[1:3], said.count("Vic Liaison")) == (["Due today", "1 contact."], 1)


async def test_the_calendar_is_offered_at_the_chat_page_and_a_press_elsewhere_says_where(shift: Shift) -> None:
    await shift.share([VLO])
    talk = shift.talk(VLO)
    await talk.say("my calendar")
    assert await talk.press("Save calendar file") == [ONLY_AT_THE_PAGE]
    assert "nothing was done twice" in (await talk.press("Save calendar file"))[0]


async def test_my_contacts_is_the_list_it_was_and_other_words_lead_to_other_lists(shift: Shift) -> None:
    """Heard by the dialog of contacts, which hands on what asks for more."""
    await shift.share([VLO])
    talk = Talk(ContactsDialog(shift.database.work, shift.clock), VLO, shift.database, shift.clock, "plain")
    assert "Contacts due" in await talk.say("my contacts")


@pytest.mark.parametrize("typed", ["overdue", "who is waiting", "weekly report", "my calendar"])
async def test_who_makes_no_contacts_is_told_so(shift: Shift, typed: str) -> None:
    (said,) = await shift.talk(RESPONSE).say(typed)
    assert "Your role does not include this" in said


async def test_the_conversation_remembers_nothing_about_anybody(shift: Shift) -> None:
    await shift.share([VLO])
    talk = shift.talk(VLO)
    await talk.say("overdue north team")
    assert await talk.state() == {"stack": []}
