"""A case of made-up people that has lived through everything the bot does, for the test that nothing is left of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from bot.cards.reasons import WHICH
from dialogs.breach_handover import BreachHandoverDialog
from dialogs.breach_signing import BreachSigningDialog
from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import BreachDialog
from dialogs.contacts_joined import contact_dialogs
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.same_person import SamePersonDialog
from dialogs.victim_updates import VictimUpdatesDialog
from dialogs.whereabouts import WhereaboutsDialog
from domain.breaches.drafts import KeptAsTyped
from domain.breaches.updates import UpdateEvent
from domain.contact_matters import Ruling
from domain.contacts import Event, Outcome, Risk
from domain.evidence import EvidenceKind, Given, How
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.policies import Policy
from domain.provenance import Provenance
from domain.quality import Flaw
from domain.reviews import Relation
from domain.same_person import Record
from domain.terms import HELD as PAPER_HELD
from domain.visits import VisitOutcome
from services import (
    breach_handover,
    breach_signing,
    contact_decisions,
    evidence,
    handing_on,
    papers,
    quality_mending,
    reviews,
    safe_contacts,
    safeguarding,
    same_person,
    transfers,
)
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.contact_plans import ContactPlans
from services.contacts import open_plans, record_contact
from services.retention import Retention
from services.victim_updates import VictimUpdates
from services.visits import Visits
from services.watches import watch
from storage.intake import new_reject
from storage.metadata import metadata
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.databases import FORCE
from tests.fakes.chat import Chat
from tests.fakes.clock import Ticking
from tests.looked_through import LookedThrough, Remembering
from tests.measures import filled_in
from tests.papers import a_paper, at_once
from tests.people import DESK, NEIGHBOUR, RESPONSE, SECOND_DESK, SUPERVISOR, VLO
from tests.registering import FORM, register_capabilities
from tests.retention import Office, an_old_order
from tests.transferring import ACCEPTOR, WEST, rules_of

WORDS = "never-again-words of Quillfeather at Bramblewick Row"
PAPER = (
    "In the Family Court at Ambermere",
    "Applicant: Wren Applegarth",
    "Respondent: Piers Quillfeather",
    "IT IS ORDERED THAT",
    "1. The respondent must not use or threaten violence against Wren Applegarth.",
    "2. The respondent must not go to 2 Bramblewick Close.",
    "This order was made on 10 January 2018 without notice to the respondent.",
    "This order lasts until 23:59 on 10 January 2019.",
)


def unasked_with_west() -> Policy:
    return Policy(asks_reason=False, transfers=rules_of(FORCE))


class WholeCase(Office, LookedThrough):
    """Two orders of one case and one that was registered by hand, of the same two people, with all that can hang on them."""

    def __init__(self, database: Database) -> None:
        self.sealer = Remembering()
        super().__init__(Database(database.engine, FORCE, self.sealer, database._blinder, database.own_keys))
        self.database.policy = unasked_with_west
        self.clock = Ticking(self.clock.now)
        self.first = an_old_order()
        self.second = an_old_order(case_no=self.first.case_no)

    def everything(self, officer: Officer, window: str, policy: Callable[[], Policy] = unasked_with_west) -> Chat:
        work, clock = self.database.work, self.clock
        updates, tasks = VictimUpdates(work, clock, policy), BreachTasks(work, clock, policy)
        breaches = Breaches(work, clock, AfterBreaches(updates, tasks))
        capabilities = [
            LookupDialog(work, clock, policy),
            OrderDialog(work, clock, policy),
            *register_capabilities(self.database, clock)[2:-1],
            *contact_dialogs(work, clock, policy),
            BreachDialog(breaches),
            BreachSigningDialog(work, clock, breaches),
            BreachHandoverDialog(work, clock),
            VictimUpdatesDialog(updates),
            BreachTasksDialog(tasks),
            WhereaboutsDialog(work, clock, policy),
            SamePersonDialog(work, clock),
        ]
        return Chat(self.database, officer, capabilities, clock=clock, window=window)

    async def orders(self) -> list[Order]:
        """Of the case, and whatever else names its people."""
        async with self.database.reading() as uow:
            ids = list(await uow.connection.scalars(select(metadata.tables["nmo"].c.id)))
            return await uow.orders.many(ids)

    async def lives(self) -> None:
        await self.holds(self.first, self.second)
        async with self.database.work() as uow:
            await uow.officers.save([SECOND_DESK])
        await self.lived(self.first)
        first = (self._papers, self._changes, self._links, self._breach, self._contacts, self._handed_on, self._visits)
        later = (self._transfer, self._measure, self._registered, self._quality, self._retained, self._rejected)
        for happens in (*first, *later, self._drafts, self._asked, self._chats):
            self.clock.advance(timedelta(minutes=7))
            await happens()

    async def _papers(self) -> None:
        work, clock = self.database.work, self.clock
        async with work() as uow:
            await uow.orders.add_documents([a_paper(self.second, *PAPER)])
            await uow.orders.update(replace(await uow.orders.demand(self.second.id), has_document=True), clock())
        checking = await papers.read_terms(work, clock, DESK, self.second.id, at_once)
        await papers.check_terms(work, clock, DESK, self.second.id, checking.terms.version, {PAPER_HELD: "yes"}, open_plans)

    async def _changes(self) -> None:
        """One recorded and undone, one left unfinished, one dropped."""
        chat = self.everything(RESPONSE, "changes")
        for ends in ("Undo", "Leave it", ""):
            await chat.say(self.first.reference)
            await chat.say("told him of the order today")
            told = {"by_whom": "PC 1", "how": "told_by_officer", "learned": "officer", "words": WORDS}
            await chat.press("Show before and after", **told)
            if ends == "Undo":
                await chat.press("Confirm")
            if ends:
                await chat.press(ends)

    async def _links(self) -> None:
        work, clock = self.database.work, self.clock
        await reviews.decide(work, clock, DESK, self.second.id, self.first.id, Relation.REPLACES)
        one, other = Record(self.first.id, PartyRole.RESPONDENT), Record(self.second.id, PartyRole.RESPONDENT)
        await same_person.link(work, clock, RESPONSE, one, other, 0)
        await watch(work, clock, VLO, self.second.id)

    async def _breach(self) -> None:
        """Recorded, added to, returned, its clocks told of, its tasks not obtainable, one unfinished and handed over."""
        work, clock = self.database.work, self.clock
        async with work() as uow:
            (record,) = await uow.breaches.of_order(self.first.id)
        await breach_signing.add_addendum(work, clock, RESPONSE, record.id, WORDS)
        async with work() as uow:
            mark = (await uow.signing.of(record.id)).mark
        await breach_signing.return_with_note(work, clock, SUPERVISOR, record.id, WORDS, mark)
        updates, tasks = VictimUpdates(work, clock, Policy), BreachTasks(work, clock, Policy)
        clocks = await updates.note_event(RESPONSE, record.id, UpdateEvent.ARREST.value, clock())
        await updates.told(VLO, clocks.updates[0].id, WORDS)
        held = await tasks.of_breach(RESPONSE, record.id)
        await tasks.not_obtainable(RESPONSE, held.tasks[0].id, WORDS)
        breaches = Breaches(work, clock, AfterBreaches(updates, tasks))
        draft = await breaches.start(NEIGHBOUR, self.first.id)
        draft = await breaches.record_words(NEIGHBOUR, draft.id, "danger", "no", draft.etag)
        with suppress(KeptAsTyped):
            await breaches.record_page(NEIGHBOUR, draft.id, "happened", ACCOUNT | {"happened": WORDS}, draft.etag)
        await breach_handover.offer_to(work, clock, NEIGHBOUR, draft.id, RESPONSE.id)

    async def plan(self) -> UUID:
        async with self.database.reading() as uow:
            return (await uow.contacts.of_orders([self.first.id]))[self.first.id]

    async def _contacts(self) -> None:
        work, clock, id = self.database.work, self.clock, await self.plan()
        given = {"number": "07700 900111", "code_word": WORDS, "said": "weekdays 9 to 17", "answers": WORDS}
        await safe_contacts.change(work, clock, VLO, id, given, 0)
        await safeguarding.keep_safeguarding(work, clock, VLO, id, {"children": WORDS}, 0)
        plans = ContactPlans(work, clock, unasked_with_west)
        await plans.assess(VLO, id, Risk.HIGH, WORDS)
        await plans.record_event(VLO, id, Event.RELEASE, clock(), WORDS)
        for outcome in (Outcome.CONCERN, Outcome.SPOKE_SAFE):
            clock.advance(timedelta(days=1))
            await record_contact(work, clock, VLO, id, outcome, WORDS)
        async with work() as uow:
            (matter,) = await uow.contact_matters.of_plan(id)
        await contact_decisions.decide(work, clock, SUPERVISOR, matter.id, Ruling.SEEN_TO, WORDS)

    async def _handed_on(self) -> None:
        work, clock, id = self.database.work, self.clock, await self.plan()
        offer = (await handing_on.offer_to(work, clock, VLO, SUPERVISOR.id, id)).offer
        await handing_on.refuse(work, clock, SUPERVISOR, offer.id, WORDS)

    async def _visits(self) -> None:
        visits = Visits(self.database.work, self.clock, unasked_with_west)
        await visits.plan(NEIGHBOUR, self.first.id)
        await visits.record(NEIGHBOUR, self.first.id, VisitOutcome.EXPLAINED, WORDS, WORDS)

    async def _transfer(self) -> None:
        work, clock = self.database.work, self.clock
        home = {"address1": "9 Bramblewick Lane", "postcode": "ZZ9 9XY", "why": WORDS}
        sent = await transfers.send(work, clock, VLO, await self.plan(), WEST, ACCEPTOR | home)
        clock.advance(timedelta(minutes=1))
        await transfers.record_refusal(work, clock, VLO, sent.id, "Wyn Westward", WORDS)

    async def _measure(self) -> None:
        """Of the same two people, entered from the order."""
        chat = self.everything(DESK, "measure")
        await chat.say(f"add a dvpo to {self.first.reference}")
        told = {"made": "12 January 2018 11:00", "ends": "5 February 2018 11:00", "conditions": f"1. not to go near {WORDS}"}
        await filled_in(chat, **told)

    async def _registered(self) -> None:
        """By hand, by the form: the draft, its refusals and the order that it became."""
        chat = self.everything(RESPONSE, "registered")
        people = {"respondent_forenames": "Piers", "respondent_surname": "Quillfeather", "applicant_surname": "Applegarth"}
        told = (
            FORM
            | people
            | {"made_on": "10 January 2018", "end": "fixed", "ends": "10 January 2019", "conditions": f"Not to go near {WORDS}"}
        )
        await chat.say("register an order")
        await chat.press("Next: check and save", **{**told, "respondent_dob": WORDS})
        await chat.press("Next: check and save", **told)
        await chat.press("Save: it is a new order")

    async def _quality(self) -> None:
        work, clock = self.database.work, self.clock
        await quality_mending.note_looked(work, clock, DESK, self.first.id, Flaw.ENDED)
        await quality_mending.confirm_with_court(work, clock, DESK, self.first.id, Provenance.COURT_EMAIL)
        await evidence.add(work, clock, RESPONSE, self.second.id, Given(EvidenceKind.SERVICE, How.PERSONAL, date(2018, 1, 11), words=WORDS))

    async def _retained(self) -> None:
        retention = Retention(self.database.work, self.clock, Policy)
        await retention.hold(DESK, self.first.id, 0, WORDS)
        await retention.lift(DESK, self.first.id, 1, WORDS)

    async def _rejected(self) -> None:
        """Rows of the feed that were never taken in: one by its file, one by its case, one whose identity could not be read."""
        case, file = self.first.case_no, self.first.file_name
        keys = (f"file:{file}", f"case:manifest-20180110.csv:{case}", "line:manifest-20180110.csv:4")
        raws = [f"{case},{file},Quillfeather,{WORDS}"] * 2 + [f"Ambermere,{case},Quillfeather,{WORDS}"]
        rows = [
            new_reject("manifest-20180110.csv", "0" * 64, line, key, "no date", raw, self.clock())
            for line, (key, raw) in enumerate(zip(keys, raws, strict=True), start=2)
        ]
        async with self.database.work() as uow:
            await uow.intake.keep(rows)

    async def _drafts(self) -> None:
        """A breach told to its end and not sent."""
        chat = self.everything(DESK, "drafts")
        await chat.say(self.second.reference)
        await chat.press("Record a breach")
        await chat.press("No")
        for page in (ACCOUNT | {"happened": WORDS}, BROKEN, KNOWN, DECIDED, HELD, SAFE_NOW, NEXT):
            await chat.press("Next", **page)

    async def _asked(self) -> None:
        """Looked up by an officer who is asked for the reason first and says it in words; then with one particular more."""
        chat = self.everything(VLO, "asked", Policy)
        await chat.say("piers quillfeather")
        await chat.press("Other (say which)")
        await chat.press("Go on", **{WHICH: WORDS})
        await chat.say("dob 12/3/85")

    async def _chats(self) -> None:
        vlo, desk, visitor = self.everything(VLO, "looks"), self.everything(DESK, "looks"), self.everything(NEIGHBOUR, "looks")
        await vlo.say("piers quillfeather dob 12/3/85")
        for line in ("", "history ", "contact plan ", "safe contact ", "safeguarding ", "timeline "):
            await vlo.say(line + self.first.reference)
        for line in ("my contacts", "transfers", "wren applegarth spoke to her today, never-again-words, all well"):
            await vlo.say(line)
        for line in ("intake", "orders to review", "data quality", "retention reviews", "breach records to sign off"):
            await desk.say(line)
        await desk.say(self.first.reference)
        await desk.press("Retention")
        await desk.press("Legal hold", reason=WORDS)
        await desk.press("Legal hold", reason=WORDS)
        await desk.press("Lift the hold", reason=WORDS)
        await visitor.say(f"visit {self.first.reference}")
