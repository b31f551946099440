"""An officer starts the clocks of a victim and closes them, by a press or a line, and is shown nobody's particulars on the way."""

from datetime import timedelta

import pytest

from bot.cards.victim_updates import NONE_OPEN, NONE_YET, TITLE
from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import SLIP, BreachDialog
from dialogs.contacts import ContactsDialog
from dialogs.root import STILL_OPEN
from dialogs.victim_updates import ALREADY, NOTHING_OPEN, UNDONE, VictimUpdatesDialog
from domain.contacts import Why
from domain.officers import Officer
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import FollowUpSeen
from tests.fakes.capabilities import Asking
from tests.fakes.chat import Chat
from tests.fakes.talk import Talk
from tests.following_up import ARREST, KINDS, Scene
from tests.people import AUDITOR, RESPONSE, VLO
from tests.same_people import secrets

OPEN = "Arrest, Thu 26 November 2026 at 21:30: tell the protected person by the end of Fri 27 November 2026. Not yet told."


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    made = Scene(embedded)
    await made.held()
    return made


def window(scene: Scene) -> Talk:
    return Talk(VictimUpdatesDialog(scene.updates), RESPONSE, scene.database, scene.clock)


async def test_a_press_closes_a_clock_and_how_may_be_added(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    talk = window(scene)
    noted = await talk.say("released", reference=record.reference, event="release", when="21:40")
    assert noted[0].startswith(f"{record.reference}: The clock is started: Release")
    assert {TITLE, OPEN} <= set(noted)
    told = await talk.press("Victim told")
    assert any(one.startswith("Recorded: release") and one.endswith(f"at 22:00. Breach {record.reference}.") for one in told)
    assert "1 still to be told." in told
    assert any("How it was told is kept" in one for one in await talk.press("Keep how and when", how="in person"))
    (_, held) = (await scene.updates.of_breach(RESPONSE, record.id)).updates
    assert (held.how, held.told_by) == ("in person", RESPONSE.id)
    last = await talk.press(TITLE)
    assert any(one.endswith("at 21:40: the protected person was told on Thu 26 November 2026 at 22:00.") for one in last)


async def test_what_was_pressed_by_mistake_is_undone(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    talk = window(scene)
    await talk.say("victim told", reference=record.reference)
    undone = await talk.press("Not told after all: undo")
    assert (f"{record.reference}: {UNDONE}" in undone, OPEN in undone) == (True, True)


async def test_something_that_happened_is_noted_on_a_form_with_its_own_time_or_now(scene: Scene) -> None:
    record = await scene.sent()
    talk = window(scene)
    assert NOTHING_OPEN in await talk.say("victim told", reference=record.reference)
    assert "What has happened?" in await talk.press("Something happened")
    said = await talk.press("Start the clock", event="interview", when="at 21:45")
    assert any(
        one.startswith("Interview under caution, Thu 26 November 2026 at 21:45: tell the protected person by the end") for one in said
    )
    assert said[0] == f"{record.reference}: The clock is started: Interview under caution. I read that as Thu 26 November 2026 at 21:45."
    now = await talk.press("Start the clock", event="release")
    assert any(one.startswith("Release (without charge, on bail or under investigation), Thu 26 November 2026 at 22:00") for one in now)
    assert (await talk.press("Start the clock", event="release"))[0] == f"{record.reference}: {ALREADY}"


async def test_a_time_that_cannot_be_read_starts_nothing(scene: Scene) -> None:
    record = await scene.sent()
    talk = window(scene)
    assert "could not read" in (await talk.say("released", reference=record.reference, event="release", when="bin day"))[0]
    assert NONE_YET in await talk.say("victim told", reference=record.reference)


async def test_of_several_open_clocks_the_officer_chooses(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), ("interview", ARREST))
    talk = window(scene)
    said = await talk.say("victim told", reference=record.reference)
    assert said[0] == "2 are open: press Victim told beside the one that was told."
    assert len((await scene.updates.of_breach(RESPONSE, record.id)).open) == 2


async def test_a_reference_with_a_slip_is_named(scene: Scene) -> None:
    assert await window(scene).say("victim told", reference="BR-7F3K2X") == [SLIP]
    assert await window(scene).say("victim told", reference="BR-222222") == ["There is no record of a breach under that reference."]


async def test_an_overdue_clock_is_a_warning_and_says_so(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), ("release", ARREST))
    scene.clock.advance(timedelta(days=3))
    talk = window(scene)
    assert f"{OPEN} This is overdue." in await talk.say("victim told", reference=record.reference)
    assert [part["style"] for part in talk.cards[-1]["body"] if part["type"] == "Container"] == ["warning", "warning"]


async def test_no_card_of_the_clocks_has_where_somebody_is_or_how_to_reach_them(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    talk = window(scene)
    await talk.say("released", reference=record.reference, event="release")
    for title in ("Something happened", "Victim told", "Not told after all: undo", "Victim told", TITLE):
        await talk.press(title)
    shown = str(talk.cards)
    kept = secrets(scene.order.applicant) | secrets(scene.order.respondent) | {"Marlow", "Smith", "Jane", "John"}
    assert len(talk.cards) == 6
    assert {one for one in kept if one in shown} == set()


async def test_the_records_own_card_has_the_clocks_and_leads_to_them_and_to_the_evidence(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), kinds=KINDS)
    await scene.sent()
    chat = chat_of(scene)
    said = await chat.say(record.reference)
    assert said[1] == f"Breach {record.reference}"
    assert said[2].startswith("Repeat breaches: 2 recorded in 90 days")
    assert OPEN in said
    assert said.index(OPEN) < next(at for at, one in enumerate(said) if one.startswith("For the crime report"))
    assert {"Victim updates", "Something happened", "Evidence tasks (3 open)", "Victim told"} <= set(chat.buttons)
    assert "What has happened?" in await chat.press("Something happened")
    assert f"Evidence tasks of {record.reference}" in await chat.press("Evidence tasks (3 open)")
    assert OPEN in await chat.press("Victim updates")
    assert NONE_OPEN in await chat.press("Victim told")


async def test_a_line_in_the_middle_of_a_record_is_dealt_with_and_the_question_stays_open(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    asking = Asking("breaches")
    chat = Chat(scene.database, RESPONSE, [asking, VictimUpdatesDialog(scene.updates), BreachTasksDialog(scene.tasks)])
    await chat.say("record a breach")
    for line, shown in ((f"victim told {record.reference}", "Recorded: arrest told"), ("my tasks", "My evidence tasks")):
        said = await chat.say(line)
        assert (any(one.startswith(shown) for one in said), STILL_OPEN in said) == (True, True)
    await chat.say("the respondent rang")
    assert asking.answers == ["the respondent rang"]


async def test_a_role_that_records_no_breaches_is_refused(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    chat = chat_of(scene, AUDITOR)
    assert (await chat.say(f"victim told {record.reference}"))[0].startswith("Your role does not include this")
    assert (await chat.say("my tasks"))[0].startswith("Your role does not include this")


async def test_after_a_safe_contact_it_is_asked_whether_it_was_told(scene: Scene) -> None:
    await scene.sent(("arrest", ARREST))
    plan = await scene.plan()
    assert Why.VICTIM_UPDATE in [due.why for due in plan.ahead]
    chat = chat_of(scene, VLO)
    await chat.say("my contacts")
    await chat.press(f"Open {scene.order.reference}")
    asked = await chat.press("Done: spoke, safe")
    assert any("Did you tell what has happened in the investigation?" in one for one in asked)
    assert OPEN in await chat.press("What the victim must be told")
    assert any(one.startswith("Recorded: arrest told") for one in await chat.press("Victim told"))
    await chat.press(f"Open {scene.order.reference}")
    assert "Did you tell" not in str(await chat.press("Done: spoke, safe"))


def chat_of(scene: Scene, officer: Officer = RESPONSE) -> Chat:
    work, clock = scene.database.work, scene.clock
    capabilities = [
        BreachDialog(Breaches(work, clock, FollowUpSeen())),
        VictimUpdatesDialog(scene.updates),
        BreachTasksDialog(scene.tasks),
        ContactsDialog(work, clock),
    ]
    return Chat(scene.database, officer, capabilities)


async def test_told_at_night_and_recorded_the_next_morning_is_not_late(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST - timedelta(days=1)))
    scene.clock.advance(timedelta(hours=11))
    told = await window(scene).say("victim told", reference=record.reference, when="last night 23:30")
    assert f"Recorded: arrest told on Thu 26 November 2026 at 23:30. Breach {record.reference}." in told
    (held,) = (await scene.updates.of_breach(RESPONSE, record.id)).updates
    assert (held.told_at, held.closed_at) == (ARREST + timedelta(hours=2), scene.clock())


async def test_the_time_is_given_beside_the_press_and_put_right_on_the_card_after_it(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), ("interview", ARREST))
    talk = window(scene)
    await talk.say("victim told", reference=record.reference, when="21:40")
    assert [one["value"] for one in talk.cards[-1]["body"] if one.get("id") == "when"] == ["21:40"]
    assert any("at 21:40. Breach" in one for one in await talk.press("Victim told", when="21:40"))
    right = await talk.press("Keep how and when", how="", when="21:50")
    assert any("at 21:50. Breach" in one for one in right)
