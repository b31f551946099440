"""A force's page counts once a second person has approved it, and what was approved is what is shown."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from domain.errors import NotAllowed, NotFound, Outdated
from domain.guidance_approvals import NO_AUTHOR, OWN_PAGE
from domain.policies import Policy
from guidance.force import State
from guidance.library import load
from services.guidance import Guidance
from services.guidance_approvals import APPROVED_ALREADY, CHANGED, NO_PAGE
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.force_pages import ADDED, JOB, QUESTION, Force, page_text_of
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, RESPONSE, SUPERVISOR, VLO
from tests.trail import trail_of

OURS = "can i arrest if it has not been served"
OVERRIDDEN = str(load().answer(OURS, NOON.date()).page)


@pytest.fixture
async def force(database: Database, tmp_path: Path) -> Force:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    force = Force(database, tmp_path)
    await force.pages.load(JOB)
    return force


async def test_a_page_is_shown_from_its_approval_on_and_says_whose_it_is_and_who_approved_it(force: Force) -> None:
    force.write()
    assert await force.shown() == ""
    await force.approve(SUPERVISOR)
    assert await force.shown() == "Dale makes it."
    answer = force.pages.answer(QUESTION, NOON.date())
    assert answer.text.endswith("Your force's own page, approved 20 November 2026 by Sandy Supervisor.")


async def test_a_change_is_shown_once_it_is_approved_and_until_then_the_text_before(force: Force) -> None:
    force.write()
    await force.approve(SUPERVISOR)
    force.write("Nobody makes it.")
    assert await force.shown() == "Dale makes it."
    force.write("no longer a page", title="")
    assert await force.shown() == "Dale makes it."
    force.write("Nobody makes it.")
    await force.approve(SUPERVISOR)
    assert await force.shown() == "Nobody makes it."


async def test_a_page_that_was_taken_away_is_shown_no_more_and_its_history_stays(database: Database, force: Force) -> None:
    force.write()
    await force.approve(SUPERVISOR)
    assert await force.shown() != ""
    (force.folder / f"{ADDED}.md").unlink()
    assert await force.shown() == ""
    async with database.reading() as uow:
        [kept] = await uow.guidance_approvals.all()
    assert (kept.page, kept.number, kept.text, kept.who, kept.at) == (ADDED, 1, page_text_of(), SUPERVISOR.name, NOON)


async def test_whoever_wrote_a_page_cannot_approve_it_under_name_or_id(force: Force) -> None:
    for author in (DESK.name.upper(), str(DESK.id)):
        force.write(author=f'"{author}"')
        preview = await force.approvals.preview(DESK, ADDED)
        assert preview.refusal == OWN_PAGE
        with pytest.raises(NotAllowed, match="Somebody else"):
            await force.approvals.approve(DESK, ADDED, preview.page.digest)
    await force.approve(SUPERVISOR)
    assert await force.shown() == "Dale makes it."


async def test_an_author_whom_the_register_does_not_know_lets_nobody_approve(force: Force) -> None:
    force.write(author='"Some Body"')
    preview = await force.approvals.preview(SUPERVISOR, ADDED)
    assert preview.refusal == NO_AUTHOR
    with pytest.raises(NotFound):
        await force.approvals.approve(SUPERVISOR, ADDED, preview.page.digest)


async def test_what_is_approved_is_the_text_that_was_previewed_and_once(force: Force) -> None:
    force.write()
    seen = (await force.approvals.preview(SUPERVISOR, ADDED)).page.digest
    force.write("Nobody makes it.")
    with pytest.raises(Outdated, match="changed since you saw it") as refused:
        await force.approvals.approve(SUPERVISOR, ADDED, seen)
    assert refused.value.advice == CHANGED
    await force.approve(SUPERVISOR)
    with pytest.raises(Outdated) as again:
        await force.approve(SUPERVISOR)
    assert again.value.advice == APPROVED_ALREADY
    with pytest.raises(NotFound) as unknown:
        await force.approvals.preview(SUPERVISOR, "no-such-page")
    assert unknown.value.advice == NO_PAGE


async def test_a_page_that_overrides_ours_takes_its_place_for_whom_and_when_it_holds(force: Force) -> None:
    ours = await force.shown(OURS)
    force.write("Ask the desk first.", overrides=OVERRIDDEN, roles="[response]", valid_until="2026-11-20")
    assert await force.shown(OURS, RESPONSE) == ours
    await force.approve(SUPERVISOR)
    assert (await force.shown(OURS, RESPONSE), await force.shown(OURS, VLO)) == ("Ask the desk first.", ours)
    asked = await Guidance(force.approvals.work, force.clock, force.pages).page(RESPONSE, OVERRIDDEN)
    assert (asked and asked.text.partition("\n")[0]) == "Ask the desk first."
    tomorrow = force.pages.answer(OURS, NOON.date() + timedelta(days=1), RESPONSE.roles)
    assert tomorrow.text.partition("\n")[0] == ours


async def test_a_page_for_other_areas_says_check_force_policy_and_an_override_for_them_leaves_ours(force: Force) -> None:
    ours = await force.shown(OURS)
    force.write(areas='["Made-up Coast"]')
    force.write("Ask the desk first.", "coast", title='"On the coast"', overrides=OVERRIDDEN, areas='["Made-up Coast"]')
    await force.approve(SUPERVISOR)
    await force.approve(SUPERVISOR, "coast")
    elsewhere = "Check force policy. This page is for Made-up Coast, and your force's policy does not name that area. Ask: Orders desk."
    assert (await force.shown(), await force.shown(OURS)) == (elsewhere, ours)
    force.policy = Policy(areas=frozenset({"made-up coast"}))
    assert (await force.shown(), await force.shown(OURS)) == ("Dale makes it.", "Ask the desk first.")


async def test_a_preview_shows_what_officers_would_see_and_in_what_words_it_differs(force: Force) -> None:
    force.write()
    first = await force.approvals.preview(SUPERVISOR, f" {ADDED}.MD")
    assert (first.before, first.changed, first.refusal) == (None, (), "")
    assert first.text.startswith("Dale makes it.")
    await force.approve(SUPERVISOR)
    force.write("Dale never makes it.", owner='"Canteen"')
    changed = (await force.approvals.preview(SUPERVISOR, ADDED)).changed
    assert changed == ('after "Dale": new: "never"', 'owner: "Orders desk" becomes "Canteen"')


async def test_every_page_is_reported_with_its_owner_its_review_and_what_it_waits_for(force: Force) -> None:
    force.write(reviewed="2026-01-01")
    force.write("Ask the desk first.", "other", title='"Another"', overrides=OVERRIDDEN)
    force.write(name="wrong", topic="tea")
    await force.approve(SUPERVISOR, "other")
    await force.pages.refresh(JOB)
    told = {one.name: (one.whose, one.state, one.overdue, one.problem) for one in await force.approvals.status(ADMIN)}
    assert told[ADDED] == ("force", State.NEW, True, "")
    assert told["other"] == ("force", State.APPROVED, False, "")
    assert told["wrong"][:2] == ("force", State.WRONG)
    assert told["wrong"][3].startswith("wrong.md: topic: must be one of: ")
    assert told[OVERRIDDEN] == ("bot", "overridden", False, "")
    assert {page.name for page in await force.approvals.waiting(DESK)} == {ADDED, "wrong"}


async def test_each_preview_and_approval_is_on_the_trail_with_the_files_digest(database: Database, force: Force) -> None:
    force.write()
    await force.approve(SUPERVISOR)
    await force.shown()
    await force.shown()
    digest = sha256(page_text_of().encode()).hexdigest()
    assert [(one.event, one.actor, one.subject, one.outcome, one.recipient) for one in await trail_of(database)] == [
        ("guidance:page:previewed", SUPERVISOR.id, ADDED, "done", digest),
        ("guidance:page:approved", SUPERVISOR.id, ADDED, "done", digest),
        ("guidance:force:read", JOB.id, "register", "1 shown", ""),
    ]


async def test_only_supervisors_and_the_orders_desk_preview_and_approve(force: Force) -> None:
    force.write()
    for officer in (RESPONSE, VLO, ADMIN, AUDITOR, replace(SUPERVISOR, active=False)):
        for attempt in (
            force.approvals.waiting(officer),
            force.approvals.preview(officer, ADDED),
            force.approvals.approve(officer, ADDED, "0"),
        ):
            with pytest.raises(NotAllowed, match="Your role does not include this"):
                await attempt


async def test_a_folder_that_cannot_be_read_leaves_the_pages_as_they_were(force: Force, tmp_path: Path) -> None:
    force.write()
    await force.approve(SUPERVISOR)
    assert await force.shown() == "Dale makes it."
    force.folder.rename(tmp_path / "away")
    force.folder.write_text("no folder", encoding="utf-8")
    assert await force.shown() == "Dale makes it."


async def test_pages_overdue_for_review_are_counted_as_of_today(database: Database, tmp_path: Path) -> None:
    clock = FrozenClock()
    force = Force(database, tmp_path, clock)
    await force.pages.load(JOB)
    assert force.pages.count_overdue() == 0
    clock.now = NOON + timedelta(days=400)
    assert force.pages.count_overdue() == len(force.pages.pages)
