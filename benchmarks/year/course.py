"""The course of the year: what happens when, and the bot's seconds in between, of which only those are run at which something is due."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from itertools import product
from random import Random

from benchmarks.year.agenda import Agenda
from benchmarks.year.bot import Bot
from benchmarks.year.clock import YearClock
from benchmarks.year.connector import SERVICE, YearConnector, chat_of
from benchmarks.year.doom import POINTS, Doom
from benchmarks.year.ledger import Ledger
from benchmarks.year.office import Office
from benchmarks.year.seams import without_owner
from benchmarks.year.world import BEGINS, Size, orders_of, people_of
from domain.conversations import TEAMS, Conversation
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Officer
from domain.outbox import reminders_job
from domain.policies import Policy
from services.contact_reports import plan_weekly_reports
from services.digests import plan_digests
from services.jobs import keep_house
from services.reminders import bring_to, mend
from storage.work import Database

# The product looks every second: here it is as if each look took so long, which makes what is due at one time leave together and nothing later than by this.
TICK, DAY = timedelta(minutes=1), timedelta(days=1)
STARTS_IN, SWEEPS = timedelta(seconds=5), 12
LOOKS = timedelta(hours=6)
FURTHEST_JUMP = 240


class Course:
    """One force from `BEGINS` on, and a day more, in which nothing new happens."""

    def __init__(self, database: Database, size: Size) -> None:
        self.database, self.size = database, size
        self.random, self.ledger, self.agenda, self.doom = Random(size.seed), Ledger(), Agenda(), Doom()
        self.clock, self.people = YearClock(BEGINS), people_of(size)
        self.office = Office(database, self.clock, self.ledger, self.agenda, self.people, self.random)
        self.connector = YearConnector(self.clock, self.random, self.doom, self.office.came)
        self.bot = Bot(database, self.clock, self.connector, self.doom)
        self._actor, self._ticked = reminders_job(database.force), BEGINS

    async def run(self) -> Ledger:
        await self._open()
        self._plan()
        while (moment := self.agenda.next) is not None and moment <= self.size.ends + DAY:
            if await self._lives_until(moment):
                self.clock.reach(moment)
                await self.agenda.take()()
        self.ledger.end(self.clock.true)
        return self.ledger

    async def _open(self) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(self.people.all)
            for one in self.people.all:
                chat = Conversation(chat_of(one.id), TEAMS, one.id, SERVICE, reachable=True)
                await uow.conversations.save(chat, self.clock())

    def _plan(self) -> None:
        size, at = self.size, self.agenda.at
        for moment, orders in orders_of(size, self.random):
            at(moment, partial(self.office.take_in, orders))
        for number, act in (
            (size.breaches, self.office.breach),
            (size.breaches, self.office.event),
            (size.crashes, self._doomed),
            (size.jumps, self._jump),
        ):
            for _ in range(number):
                at(self._some_time(), act)
        for _ in range(size.leaves):
            officer, days = self.random.choice(self.people.liaison), self.random.choice((2, 5, 9, 16))
            at(self._some_time(), partial(self.office.goes_away, officer, days))
        for officer in self.random.sample(self.people.liaison, size.leavers):
            at(self._some_time(), partial(self.office.leaves, officer))
        for officer in self.random.sample(self.people.liaison, size.blocked):
            at(self._some_time(), partial(self._block, officer))
        for number in range(size.days + 1):
            self._plan_day(BEGINS + number * DAY)

    def _plan_day(self, moment: datetime) -> None:
        """The jobs at the times at which they find something to do; each looks far more often in the product, and finds nothing."""
        day, work, policy = to_london(moment).date(), self.database.work, Policy
        for job, minutes in product((plan_weekly_reports, plan_digests), (0, 5)):
            self.agenda.at(clock_at(day, time(8, 30 + minutes)), partial(job, work, self.clock, self._actor, policy))
        self.agenda.at(clock_at(day, time(3)), self._mended)
        self.agenda.at(clock_at(day, time(4)), partial(keep_house, work, self.clock, self._actor))
        for number in range(DAY // LOOKS):
            self.agenda.at(moment + number * LOOKS, self._looked)

    async def _lives_until(self, moment: datetime) -> bool:
        """The bot's ticks up to then: one at the time of what is due, and none while nothing is. After a crash something else comes next."""
        while (shown := await self._next_due()) is not None:
            at = max(self.clock.when_shown(shown), self._ticked + TICK)
            if at >= moment:
                return True
            self.clock.reach(at)
            self._ticked = self.clock.true
            if not await self.bot.tick():
                self._die()
                return False
        return True

    async def _next_due(self) -> datetime | None:
        async with self.database.reading() as uow:
            return await uow.outbox.next_at()

    async def _doomed(self) -> None:
        self.doom.arm(self.random.choice(POINTS))

    def _die(self) -> None:
        self.ledger.counts["crashes"] += 1
        self.doom.clear()
        self.clock.reach(self.clock.true + STARTS_IN)
        self.bot.start()
        for number in range(1, SWEEPS + 1):
            self.agenda.at(self.clock.true + number * STARTS_IN, self._swept)
        self.agenda.at(self.clock.true + timedelta(minutes=1), self._mended)

    async def _swept(self) -> None:
        if not await self.bot.sweep():
            self._die()

    async def _mended(self) -> None:
        self.ledger.counts["plans without a row"] += await mend(self.database.work, self.database.reading, self.clock, self._actor)

    async def _looked(self) -> None:
        await self._swept()
        self.ledger.without_owner(await without_owner(self.database, self.clock), self.clock.true)

    async def _jump(self) -> None:
        """The machine's clock is wrong for some hours; it is never set so far that the officers would notice."""
        self.clock.off_by = timedelta(seconds=self.random.randint(-FURTHEST_JUMP, FURTHEST_JUMP))
        self.agenda.at(self.clock.true + timedelta(hours=self.random.randint(1, 5)), self._set_right)

    async def _set_right(self) -> None:
        self.clock.off_by = timedelta()

    async def _block(self, officer: Officer) -> None:
        """The officer takes the bot away, and opens the chat again a day or two later."""
        until = self.clock.true + self.random.uniform(0.5, 2) * DAY
        self.connector.blocked.add(officer.id)
        self.ledger.away(officer.id, self.clock.true, until)
        self.agenda.at(until, partial(self._unblock, officer))

    async def _unblock(self, officer: Officer) -> None:
        self.connector.blocked.discard(officer.id)
        async with self.database.work() as uow:
            (chat, *_) = await uow.conversations.of_officer(officer.id, self.clock())
            await uow.conversations.save(replace(chat, reachable=True), self.clock())
            await bring_to(uow, self.clock, officer, officer.id)

    def _some_time(self) -> datetime:
        """Not in the first hours, when nothing is known yet."""
        return BEGINS + DAY / 2 + self.random.random() * (self.size.ends - BEGINS - DAY / 2)
