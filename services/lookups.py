"""Look-ups of orders: permission, search, what may be said, and one audit row for each, also where nothing was found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.access import SEARCHED, SEARCHED_IN_BATCH, Access
from domain.audit import AuditEntry, AuditKind
from domain.breaches.spotting import tells_of_conduct
from domain.clock import Clock
from domain.errors import NotFound
from domain.glances import with_people
from domain.london import to_london
from domain.lookups import (
    NAMED_IN_A_CONDITION,
    NO_PLACE,
    UNREAD_NAME,
    Found,
    Kept,
    Match,
    Namesake,
    live_first,
    too_little,
    what_was_left_out,
    what_was_read,
    what_was_searched,
    what_would_help,
    why_number,
    why_place,
)
from domain.matching import MOST_SHOWN, Judgement, Verdict, judge
from domain.nonsense import names_nobody
from domain.officers import Officer, Permission
from domain.order_states import standing_at
from domain.orders import LIVE, Order, PartyRole, state_at
from domain.particulars import Particulars, clean, read_particulars
from domain.places import may_be_told
from domain.places_asked import PlaceAsked
from domain.references import reference_of
from domain.reviews import Link
from domain.same_person import sides_of, walled
from domain.scoring import Scored
from domain.whereabouts import where_it_stands
from services.enumeration import tell_of_many
from services.patterns import with_pattern
from services.transfer_marks import marked
from storage.work import UnitOfWork, Work

TYPE_TOGETHER = "What you typed before is no longer at hand. Type the name and the date of birth together."
UNASKED = Access()
_READ = AuditKind.CONSULTATION
INSTEAD = "Nothing was found for the name that was read first; another name that you typed was looked up instead."


async def find(
    work: Work, clock: Clock, officer: Officer, wanted: str | Particulars, channel: str = "", access: Access = UNASKED, of: str = ""
) -> Found:
    """What the register says of what was typed, with every state reckoned at this moment. Too many in an hour are answered, and told to a supervisor. By `of`, the line or draft whose words these are, an erasure reaches them."""
    officer.must(Permission.LOOK_UP_ORDER)
    entry = AuditEntry(clock(), officer.id, _READ, SEARCHED, of, channel=channel, reason=access.reason)
    async with work() as uow:
        found = await _find(uow, clock, officer, wanted, entry)
        await tell_of_many(uow, clock, officer, access.most)
    return found


async def find_in_batch(
    work: Work, clock: Clock, officer: Officer, wanted: str | Particulars, channel: str = "", access: Access = UNASKED
) -> Found:
    """The same of a line of a batch after its first: a batch counts once."""
    officer.must(Permission.LOOK_UP_ORDER)
    entry = AuditEntry(clock(), officer.id, _READ, SEARCHED_IN_BATCH, "", channel=channel, reason=access.reason)
    async with work() as uow:
        return await _find(uow, clock, officer, wanted, entry)


async def find_kept(work: Work, clock: Clock, officer: Officer, kept: Kept, channel: str = "", access: Access = UNASKED) -> Found:
    """What was typed before its reason was given."""
    officer.must(Permission.LOOK_UP_ORDER)
    return await find(work, clock, officer, await _typed(work, officer, kept), channel, access, str(kept.id))


async def find_with(
    work: Work, clock: Clock, officer: Officer, kept: Kept, added: str, channel: str = "", access: Access = UNASKED
) -> Found:
    """The look-up before, with one particular more."""
    officer.must(Permission.LOOK_UP_ORDER)
    return await find(work, clock, officer, f"{added}, {await _typed(work, officer, kept)}", channel, access, str(kept.id))


async def hold(work: Work, clock: Clock, officer: Officer, typed: str, channel: str = "", of: str = "") -> Kept:
    """Puts what was typed on the trail, sealed, until the reason for it is given: nobody has been looked up yet."""
    officer.must(Permission.LOOK_UP_ORDER)
    now = clock()
    async with work() as uow:
        entry = AuditEntry(now, officer.id, _READ, "lookup:reason:asked", of, "asked", channel, typed=clean(typed))
        (id,) = await uow.audit.note(entry)
    return Kept(id, now)


async def hold_with(work: Work, clock: Clock, officer: Officer, kept: Kept, added: str, channel: str = "") -> Kept:
    """The same of one particular more for the look-up before."""
    officer.must(Permission.LOOK_UP_ORDER)
    return await hold(work, clock, officer, f"{added}, {await _typed(work, officer, kept)}", channel, str(kept.id))


async def open_order(work: Work, clock: Clock, officer: Officer, order_id: UUID, channel: str = "", access: Access = UNASKED) -> Match:
    """One order as it is now, chosen by the officer."""
    officer.must(Permission.LOOK_UP_ORDER)
    now = clock()
    async with work() as uow:
        order = await uow.orders.get(order_id)
        links = await uow.reviews.of([order_id])
        chosen = await marked(uow, officer, [_chosen(order, links, now)] if order else [])
        shown = await _whole(uow, officer, now, await _stood(uow, now, chosen[0])) if chosen else None
        outcome = "done" if shown else "not_found"
        entry = AuditEntry(now, officer.id, _READ, "lookup:order:opened", str(order_id), outcome, channel)
        await uow.audit.note(replace(entry, reason=access.reason))
    if shown is None:
        raise NotFound("That order is no longer in the register. Please look it up again.")
    return shown


async def _find(uow: UnitOfWork, clock: Clock, officer: Officer, wanted: str | Particulars, entry: AuditEntry) -> Found:
    asked = wanted if isinstance(wanted, Particulars) else read_particulars(wanted, to_london(entry.at).date())
    found = await _Lookup(uow, asked, clock).answer()
    where = where_it_stands(asked, [(match.order, match.role) for match in found.matches], officer)
    matches = tuple([await _stood(uow, entry.at, match) for match in found.matches])
    found = replace(found, matches=matches, notes=(*found.notes, *where))
    found = await _walled(uow, await _linked(uow, await _beside(uow, officer, entry.at, found)))
    found = replace(found, matches=await marked(uow, officer, found.matches))
    shown = [*(match.order.id for match in found.matches), *(one.id for one in found.also), *filter(None, [entry.subject])]
    (id,) = await uow.audit.note(replace(entry, subject=";".join(map(str, shown)), outcome=found.verdict.value, typed=asked.raw))
    return replace(found, kept=Kept(id, entry.at), tells_of_breach=tells_of_conduct(asked.raw))


async def _typed(work: Work, officer: Officer, kept: Kept) -> str:
    async with work() as uow:
        typed = await uow.audit.typed(kept.id, kept.at, officer.id)
    if typed is None:
        raise NotFound(TYPE_TOGETHER)
    return typed


def _chosen(order: Order, links: tuple[Link, ...], now: datetime) -> Match:
    return Match(order, PartyRole.RESPONDENT, 0.0, (), state_at(order, now), links)


async def _stood(uow: UnitOfWork, now: datetime, match: Match) -> Match:
    """By every version, in a list as on the card; the earlier ones are read only where there are any that may govern."""
    earlier = await uow.orders.versions(match.order.id) if match.order.variation else []
    stands = standing_at((*earlier, match.order), now)
    return replace(match, state=stands.state, standing=stands)


async def _beside(uow: UnitOfWork, officer: Officer, now: datetime, found: Found) -> Found:
    """A list needs no more than it has; the one order that is shown whole does."""
    if found.verdict is not Verdict.MATCH or len(found.matches) != 1:
        return found
    return replace(found, matches=(await _whole(uow, officer, now, found.matches[0]),))


async def _whole(uow: UnitOfWork, officer: Officer, now: datetime, match: Match) -> Match:
    glance = await uow.glances.of(match.order, officer.id, now)
    others = await uow.same_person.sides(glance.neighbours.references)
    order = walled(match.order, others, glance.neighbours.links)
    terms = await uow.terms.newest_checked(order.id) if order.conditions_checked else None
    told = await with_pattern(uow, officer, match.order, with_people(glance, match.order, others, officer), now)
    return replace(match, order=order, terms=terms, glance=told)


async def _walled(uow: UnitOfWork, found: Found) -> Found:
    """A list tells the area of a respondent too, who may be the protected person of another order."""
    listed = [match.order for match in found.matches if match.glance is None]
    near = await uow.same_person.beside(listed)
    others = (*(await uow.same_person.sides(near.references)), *map(sides_of, listed))
    behind = {one.id: walled(one, others, near.links) for one in listed}
    if all(behind[one.id] is one for one in listed):
        return found
    return replace(found, matches=tuple(replace(match, order=behind.get(match.order.id, match.order)) for match in found.matches))


async def _linked(uow: UnitOfWork, found: Found) -> Found:
    """With what was said of each order shown and another on its case; of an order that is alone on its case nothing can have been said."""
    if all(match.glance is not None and not match.glance.on_case for match in found.matches):
        return found
    links = await uow.reviews.of([match.order.id for match in found.matches])
    if not links:
        return found
    theirs = [tuple(link for link in links if match.order.id in link.pair) for match in found.matches]
    return replace(found, matches=tuple(replace(match, links=some) for match, some in zip(found.matches, theirs, strict=True)))


class _Lookup:
    def __init__(self, uow: UnitOfWork, asked: Particulars, clock: Clock) -> None:
        self._uow = uow
        self._asked = asked
        self._now = clock()

    async def answer(self) -> Found:
        refusal = too_little(self._asked)
        if refusal is not None:
            return Found(Verdict.REFUSED, refusal)
        if self._asked.place is not None:
            return await self._by_place(self._asked.place)
        by_number = await self._by_number()
        if by_number:
            return await self._found(Verdict.MATCH, why_number(len(by_number)), tuple(self._match(one) for one in by_number[:MOST_SHOWN]))
        if not (self._asked.name_tokens or self._asked.has_particular):
            return await self._found(Verdict.NONE, "No order in this register has that number.", ())
        return await self._by_person()

    async def _by_place(self, place: PlaceAsked) -> Found:
        """Orders to look through, and nobody who is meant; where none names the place, the words may have been a person's after all."""
        naming = await self._uow.places.naming(place.marks)
        orders = [one for one in await self._uow.orders.many(list(naming)) if may_be_told(one, naming[one.id])]
        if not orders:
            somebody = replace(self._asked, place=None, doubts=(*self._asked.doubts, NO_PLACE))
            found = await _Lookup(self._uow, somebody, lambda: self._now).answer()
            if found.matches and found.verdict is not Verdict.NONE:
                return found
            return replace(await self._found(Verdict.NONE, NO_PLACE, ()), by_place=True)
        orders.sort(
            key=lambda one: (
                state_at(one, self._now) not in LIVE,
                -(one.made_on or to_london(one.received_at).date()).toordinal(),
                one.reference,
            )
        )
        shown = tuple(replace(self._match(one), score=0.0, reasons=(NAMED_IN_A_CONDITION,)) for one in orders[:MOST_SHOWN])
        return replace(await self._found(Verdict.POSSIBLE, why_place(len(orders)), shown), by_place=True)

    async def _by_number(self) -> list[Order]:
        if self._asked.reference:
            order = await self._uow.orders.by_reference(self._asked.reference)
            return [] if order is None else [order]
        return await self._uow.orders.by_case(self._asked.case_no) if self._asked.case_no else []

    async def _by_person(self) -> Found:
        searched, judged = await self._judged()
        if judged.verdict is Verdict.NONE and self._asked.unsure and not (self._asked.case_no or self._asked.reference):
            return Found(Verdict.REFUSED, UNREAD_NAME)
        orders = await self._uow.orders.by_numbers([one.candidate.order for one in judged.shown])
        near = [self._scored(orders[one.candidate.order], one) for one in judged.shown if one.candidate.order in orders]
        shown = tuple(near) if judged.verdict is Verdict.NONE else live_first(near)
        verdict, why = self._weighed(judged)
        found = await self._found(verdict, why, shown, searched)
        return replace(found, also=await self._namesakes(judged.also)) if verdict is Verdict.MATCH else found

    async def _namesakes(self, also: Sequence[Scored]) -> tuple[Namesake, ...]:
        ids = await self._uow.orders.ids([one.candidate.order for one in also])
        return tuple(
            Namesake(ids[one.candidate.order], reference_of(one.candidate.order, "NMO"), one.candidate.role, one.reasons)
            for one in also
            if one.candidate.order in ids
        )

    async def _judged(self) -> tuple[Particulars, Judgement]:
        """By the name most likely meant; where it finds nobody, by each other name that was typed, which confirms nothing."""
        pool = await self._uow.search.candidates(self._asked)
        first = judge(self._asked, pool)
        if first.verdict is not Verdict.NONE and any(one.name.best for one in first.shown):
            return pool.gone_by(self._asked), first
        for names in self._asked.others:
            other = replace(self._asked, name_tokens=names)
            judged = judge(other, await self._uow.search.candidates(other))
            if judged.verdict is not Verdict.NONE:
                return other, replace(judged, verdict=Verdict.POSSIBLE, why=f"{INSTEAD} {judged.why}", shown=(*judged.shown, *judged.also))
        return self._asked, first

    def _weighed(self, judged: Judgement) -> tuple[Verdict, str]:
        """A number that was typed and not found speaks against whoever the name leads to."""
        if not (self._asked.case_no or self._asked.reference):
            return judged.verdict, judged.why
        verdict = Verdict.NONE if judged.verdict is Verdict.NONE else Verdict.POSSIBLE
        return verdict, f"No order in this register has that number. {judged.why}"

    async def _found(self, verdict: Verdict, why: str, matches: tuple[Match, ...], by: Particulars | None = None) -> Found:
        """An order carries its own day of confirmation; the age of the register matters where nobody is named for sure."""
        by = by or self._asked
        notes = what_was_left_out(self._asked, by.name_tokens)
        found = Found(verdict, why, matches, what_was_searched(self._asked), asked_for=what_was_read(by), notes=notes)
        found = replace(found, names_nobody=verdict is Verdict.NONE and names_nobody(self._asked))
        if verdict is Verdict.MATCH:
            return found
        ask = what_would_help(self._asked) if verdict is Verdict.POSSIBLE else None
        without = await self._uow.intake.days_without(to_london(self._now).date())
        return replace(found, register_as_of=await self._uow.search.as_of(), ask=ask, days_without=len(without))

    def _match(self, order: Order) -> Match:
        return Match(order, PartyRole.RESPONDENT, 99.0, ("the number is the same",), state_at(order, self._now))

    def _scored(self, order: Order, scored: Scored) -> Match:
        state = state_at(order, self._now)
        return Match(order, scored.candidate.role, scored.score, scored.reasons, state, plain=scored.is_plain)
