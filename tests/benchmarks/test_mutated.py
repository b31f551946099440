"""Mutated sentences bring nothing outside any role; and the ledger that says so finds each kind of fault where there is one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest
import structlog

from benchmarks.mutating.course import Ledger, Shift
from benchmarks.mutating.effects import ADDED_ONLY, TABLES, TAKEN_AWAY
from benchmarks.mutating.lines import AIMED, typed_lines
from benchmarks.mutating.mutations import CLAIMS, INJECTIONS, MUTATIONS, PAYLOADS, Mutation, mutated
from benchmarks.mutating.register import Made, Register, a_register, made_in, real_turns
from benchmarks.mutating.scene import SILENT
from benchmarks.mutating.shown import CANARIES, WRITTEN, plain
from bot.edge import Hearing
from bot.heard import Heard
from bot.turns import SORRY
from domain.audit import AuditEntry, AuditKind
from domain.conversations import Conversation
from domain.guidance_approvals import Approval
from domain.officers import Role
from domain.orders import Order
from storage.metadata import metadata
from storage.work import UnitOfWork
from tests.breaches import NOW
from tests.fakes.clock import NOON
from tests.fakes.leaky import LeakyBot, Misdeed
from tests.fakes.logbook import LOGBOOK
from tests.people import SUPERVISOR

SAID = {"type": "message", "text": "Here you are."}
FEW = 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return asyncio.run(made_in(tmp_path_factory.mktemp("mutated"), Random(7)))


@pytest.fixture
async def register(made: Made, tmp_path: Path) -> AsyncIterator[Register]:
    async with a_register(made, tmp_path / "copy") as register:
        yield register


async def after(register: Register, hearing: Hearing, sentences: int) -> Ledger:
    ledger = Ledger()
    await Shift(register, hearing, Random(7), lambda: "".join(LOGBOOK.lines)).run(sentences, ledger)
    return ledger


async def test_a_few_hundred_mutated_sentences_bring_nothing_outside_any_role(register: Register) -> None:
    ledger = await after(register, await real_turns(register), 200)
    assert ledger.faults == []
    assert ledger.sentences == 200
    assert ledger.events["bot:permission:refused"] > 0 < ledger.events["lookup:orders:searched"]
    assert len(ledger.light) > 0


async def shows_the_address(_: UnitOfWork, __: Heard, order: Order) -> dict[str, Any]:
    return {"type": "message", "attachments": [{"content": {"body": [{"text": order.applicant.address1}]}}]}


async def shows_the_number_with_signs_between(_: UnitOfWork, __: Heard, order: Order) -> dict[str, Any]:
    return {"type": "message", "attachments": [{"content": {"body": [{"text": " . ".join(order.applicant.phone or "")}]}}]}


async def says_the_name_on_a_locked_phone(_: UnitOfWork, __: Heard, order: Order) -> dict[str, Any]:
    return {"type": "message", "text": "A card", "summary": order.applicant.name}


async def shows_what_another_typed(uow: UnitOfWork, _: Heard, __: Order) -> dict[str, Any]:
    return {"type": "message", "text": " ".join(one.typed or "" for one in await uow.audit.about([str(SILENT.id)], 0, 100))}


async def approves_a_page(uow: UnitOfWork, heard: Heard, _: Order) -> dict[str, Any]:
    number = len(await uow.guidance_approvals.all()) + 1
    await uow.guidance_approvals.add(Approval("tea-rota", number, "0", "tea", heard.speaker or SILENT.id, "Somebody", NOON))
    return SAID


async def leaves_a_line_of_signing_off(uow: UnitOfWork, heard: Heard, _: Order) -> dict[str, Any]:
    await uow.audit.note(AuditEntry(NOON, heard.speaker or SILENT.id, AuditKind.ALTERATION, "breach:record:signed_off", ""))
    return SAID


async def leaves_a_line_that_nobody_knows(uow: UnitOfWork, heard: Heard, _: Order) -> dict[str, Any]:
    await uow.audit.note(AuditEntry(NOON, heard.speaker or SILENT.id, AuditKind.ALTERATION, "roles:officer:raised", ""))
    return SAID


async def acts_in_the_name_of_a_supervisor(uow: UnitOfWork, _: Heard, __: Order) -> dict[str, Any]:
    await uow.audit.note(AuditEntry(NOON, SUPERVISOR.id, AuditKind.CONSULTATION, "guidance:page:asked", ""))
    return SAID


async def makes_the_speaker_an_administrator(uow: UnitOfWork, heard: Heard, _: Order) -> dict[str, Any]:
    await uow.officers.save([replace(SILENT, id=heard.speaker or SILENT.id, roles=frozenset({Role.ADMIN}))])
    return SAID


async def keeps_the_name_in_the_state(uow: UnitOfWork, heard: Heard, order: Order) -> dict[str, Any]:
    kept = await uow.conversations.get(heard.conversation, NOON) or Conversation(heard.conversation, "webchat", heard.speaker)
    await uow.conversations.save(replace(kept, state={"name": order.applicant.name}), NOON)
    return SAID


async def logs_the_name(_: UnitOfWork, __: Heard, order: Order) -> dict[str, Any]:
    structlog.get_logger("leaky").warning("looked_up", who=order.applicant.name)
    return SAID


async def breaks(_: UnitOfWork, __: Heard, ___: Order) -> dict[str, Any]:
    raise LookupError


async def is_sorry(_: UnitOfWork, __: Heard, ___: Order) -> dict[str, Any]:
    return {"type": "message", "text": f"{SORRY} Reference {uuid4()}."}


async def keeps_silent(_: UnitOfWork, __: Heard, ___: Order) -> None:
    return None


@pytest.mark.parametrize(
    ("misdeed", "kind", "what"),
    [
        (shows_the_address, "shown", "a protected person's address"),
        (shows_the_number_with_signs_between, "shown", "a protected person's telephone number"),
        (says_the_name_on_a_locked_phone, "shown", "a protected person's name, on a locked phone"),
        (shows_what_another_typed, "shown", "what another typed, sealed on the trail"),
        (approves_a_page, "effect", "INSERT guidance_approval"),
        (leaves_a_line_of_signing_off, "effect", "trail: breach:record:signed_off"),
        (leaves_a_line_that_nobody_knows, "effect", "trail: roles:officer:raised"),
        (acts_in_the_name_of_a_supervisor, "effect", "trail: guidance:page:asked in another's name"),
        (makes_the_speaker_an_administrator, "effect", "UPDATE officer"),
        (keeps_the_name_in_the_state, "open", "a protected person's name, in the conversation's state"),
        (logs_the_name, "open", "a protected person's name, in the open columns or the log"),
        (breaks, "error", "LookupError"),
        (is_sorry, "error", SORRY),
        (keeps_silent, "silent", "no answer"),
    ],
)
async def test_a_bot_that_misbehaves_is_found_out(register: Register, misdeed: Misdeed, kind: str, what: str) -> None:
    ledger = await after(register, LeakyBot(register.database, register.scene.orders[0], misdeed), FEW)
    assert (kind, what) in {(one.kind, one.what) for one in ledger.faults}


async def test_what_a_role_may_see_and_do_is_no_fault_of_it(register: Register) -> None:
    shown = await after(register, LeakyBot(register.database, register.scene.orders[0], shows_the_address), FEW)
    assert {one.role for one in shown.faults} == {"response", "neighbourhood", "auditor", "admin"}


async def test_a_page_is_approved_by_the_desk_and_by_supervisors_without_fault(register: Register) -> None:
    approved = await after(register, LeakyBot(register.database, register.scene.orders[0], approves_a_page), FEW)
    assert {one.role for one in approved.faults} == {"response", "neighbourhood", "vlo", "auditor", "admin"}


async def test_every_word_that_is_hidden_stands_in_the_register(register: Register) -> None:
    held = plain(await in_the_register(register) + await in_the_other_force(register))
    assert [one.where for one in CANARIES if one.word not in held] == [WRITTEN.where]


async def in_the_register(register: Register) -> str:
    orders = register.scene.orders
    async with register.database.reading() as uow:
        plans = list((await uow.contacts.of_orders([one.id for one in orders])).values())
        records = [one for order in orders for one in await uow.breaches.of_order(order.id)]
        drafts = [one for order in orders for one in await uow.breaches.ids_of_order(order.id)]
        kept = [
            orders,
            [await uow.orders.past(one.id) for one in orders],
            [await uow.safe_contacts.current(plan) for plan in plans],
            [await uow.contact_records.versions(plan) for plan in plans],
            [await uow.contacts.made(plan) for plan in plans],
            records,
            [await uow.signing.of(one.id) for one in records],
            [await uow.breaches.draft(one) for one in drafts],
            await uow.guidance_questions.since(NOW - timedelta(days=1)),
            await uow.audit.about([str(SILENT.id)], 0, 100),
        ]
    return str(kept)


async def in_the_other_force(register: Register) -> str:
    async with register.other.reading() as uow:
        return str(await uow.orders.by_case(register.scene.known.elsewhere["elsewhere"]))


def test_no_line_holds_a_word_that_is_hidden() -> None:
    """Else the bot would only say it back."""
    lines = plain(" ".join((*typed_lines(), *AIMED, *INJECTIONS, *CLAIMS, str(PAYLOADS))))
    assert [one.word for one in CANARIES if one.word in lines] == []


def test_the_same_seed_gives_the_same_sentences() -> None:
    once, again = ([mutated(random, line, "help") for line in typed_lines()[:50]] for random in (Random(3), Random(3)))
    assert once == again


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_mutation_makes_another_line_of_it(mutation: Mutation) -> None:
    line = "show safe contact for NMO-7F3K2D please"
    assert {mutation(Random(seed), line, "help") for seed in range(20)} - {line}


def test_the_tables_of_what_is_allowed_name_tables_that_there_are() -> None:
    assert TABLES.keys() | ADDED_ONLY | TAKEN_AWAY <= metadata.tables.keys()
