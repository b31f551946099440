"""A supervisor reads a force's page in the chat before anybody else does, and approves it with one press."""

from datetime import timedelta
from pathlib import Path

from dialogs.guidance import GuidanceDialog
from dialogs.guidance_approvals import APPROVED, GuidanceApprovalsDialog
from domain.guidance_approvals import OWN_PAGE
from domain.officers import Officer
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.chat import Chat, chat_of
from tests.force_pages import ADDED, JOB, Force
from tests.people import DESK, RESPONSE, SUPERVISOR


async def chat(database: Database, officer: Officer, force: Force) -> Chat:
    await chat_of(database, officer)
    await force.pages.load(JOB)
    guidance = GuidanceDialog(Guidance(database.work, force.clock, force.pages))
    return Chat(database, officer, [guidance, GuidanceApprovalsDialog(force.approvals)], clock=force.clock)


async def test_a_page_is_previewed_from_the_list_approved_with_one_press_and_then_no_longer_waits(
    embedded: Database, tmp_path: Path
) -> None:
    force = Force(embedded, tmp_path)
    force.write()
    talk = await chat(embedded, SUPERVISOR, force)
    assert await talk.say("guidance to approve") == ["Guidance to approve", f"{ADDED}: waits for its first approval"]
    seen = await talk.press(f"Preview {ADDED}")
    assert [line for line in seen if line in ("Dale makes it.", "The page is new: it takes the place of none.")] == [
        "Dale makes it.",
        "The page is new: it takes the place of none.",
    ]
    assert await talk.press("Approve") == [APPROVED]
    assert (await talk.press("Guidance to approve"))[1] == "No page waits: every page in the force's folder is approved as it stands."


async def test_approving_happens_once(embedded: Database, tmp_path: Path) -> None:
    force = Force(embedded, tmp_path)
    force.write()
    talk = await chat(embedded, SUPERVISOR, force)
    await talk.say(f"preview guidance {ADDED}")
    await talk.press("Approve")
    force.clock.advance(timedelta(minutes=1))
    assert "nothing was done twice" in (await talk.press("Approve"))[0]


async def test_the_author_sees_the_page_and_no_button_to_approve_it(embedded: Database, tmp_path: Path) -> None:
    force = Force(embedded, tmp_path)
    force.write()
    talk = await chat(embedded, DESK, force)
    seen = await talk.say(f"preview guidance {ADDED}")
    assert (OWN_PAGE in seen, "Approve" in talk.buttons) == (True, False)


async def test_a_page_that_cannot_be_used_says_why_and_cannot_be_approved(embedded: Database, tmp_path: Path) -> None:
    force = Force(embedded, tmp_path)
    force.write(owner="")
    talk = await chat(embedded, SUPERVISOR, force)
    seen = await talk.say(f"preview guidance {ADDED}")
    assert (f"{ADDED}.md: owner: is missing" in seen, "Approve" in talk.buttons) == (True, False)


async def test_whoever_may_not_approve_is_refused_in_words(embedded: Database, tmp_path: Path) -> None:
    talk = await chat(embedded, RESPONSE, Force(embedded, tmp_path))
    assert "Your role does not include this" in (await talk.say("guidance to approve"))[0]
