"""A supervisor reads a record and signs it off or returns it; an officer adds to it, on the card or in one line."""

import pytest

from bot.cards.breach_signing import WHAT_IT_MEANS
from dialogs.breach_signing import ADDED, AWAITS, DONE, SENT_BACK, BreachSigningDialog
from dialogs.breaches import SLIP
from dialogs.root import STILL_OPEN
from domain.breaches.signing import MOVED_ON, OWN_RECORD, SIGNED_ALREADY
from domain.officers import Officer
from guidance.danger import TITLE
from services.breach_signing import LIST_LENGTH
from storage.work import Database
from tests.people import AUDITOR, NEIGHBOUR, SUPERVISOR
from tests.signing import OTHER, RECORDER, Station, StationChat

REFUSED = "Your role does not include this. If it should, ask your supervisor or the force's administrator."


class Scene(Station):
    """The station, and a chat with the real root for each officer."""

    def chat(self, officer: Officer) -> StationChat:
        return StationChat(self, officer, BreachSigningDialog(self.work, self.clock, self.breaches))


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    made = Scene(embedded)
    await made.open()
    return made


async def test_a_supervisor_signs_a_record_off_from_its_card(scene: Scene) -> None:
    reference = (await scene.record()).reference
    chat = scene.chat(SUPERVISOR)
    assert "Awaits a supervisor's sign-off." in await chat.say(reference)
    assert WHAT_IT_MEANS in await chat.press("Sign off")
    said = await chat.press("Yes, sign it off")
    assert said[-1] == DONE
    assert any(text.startswith("Signed off by 0000 on Sun 22 November 2026 at 10:50") for text in said)


async def test_a_supervisor_returns_it_and_the_officer_adds_what_was_asked_for(scene: Scene) -> None:
    reference = (await scene.record()).reference
    supervisor, recorder = scene.chat(SUPERVISOR), scene.chat(RECORDER)
    await supervisor.say(reference)
    await supervisor.press("Return with a note")
    said = await supervisor.press("Return it", note="Which phone?")
    assert said[-1] == SENT_BACK
    assert "Which phone?" in await recorder.say(reference)
    await recorder.press("Add to this record")
    added = await recorder.press("Add it", words="The grey phone.", question="evidence")
    assert added[-1] == f"{ADDED} {AWAITS}"
    assert {"Which phone?", "The grey phone."} <= set(added)
    assert "Records awaiting sign-off" in await supervisor.say("awaiting sign-off")
    await supervisor.press(f"Open {reference}")
    await supervisor.press("Sign off")
    assert (await supervisor.press("Yes, sign it off"))[-1] == DONE


async def test_what_is_added_to_the_record_as_a_whole_is_of_no_question(scene: Scene) -> None:
    breach = await scene.record()
    recorder = scene.chat(RECORDER)
    await recorder.say(breach.reference)
    await recorder.press("Add to this record")
    added = await recorder.press("Add it", words="The grey phone.", question="whole")
    assert added[-1] == f"{ADDED} {AWAITS}"
    assert "The grey phone." in added


async def test_the_same_in_one_line_each(scene: Scene) -> None:
    reference = (await scene.record()).reference
    supervisor, recorder = scene.chat(SUPERVISOR), scene.chat(RECORDER)
    assert (await supervisor.say(f"return {reference}: Which phone?"))[-1] == SENT_BACK
    assert (await recorder.say(f"add to {reference}: The grey phone."))[-1] == f"{ADDED} {AWAITS}"
    assert f"Sign off {reference}?" in await supervisor.say(f"sign off {reference}")
    assert (await supervisor.press("Yes, sign it off"))[-1] == DONE
    assert await supervisor.say(f"sign off {reference}") == [SIGNED_ALREADY]


async def test_a_line_without_a_note_or_words_asks_for_them(scene: Scene) -> None:
    reference = (await scene.record()).reference
    chat = scene.chat(SUPERVISOR)
    assert f"Return {reference}" in await chat.say(f"return {reference}")
    assert f"Add to {reference}" in await chat.say(f"add to {reference}")


async def test_an_empty_note_is_refused_and_the_button_stays(scene: Scene) -> None:
    reference = (await scene.record()).reference
    chat = scene.chat(SUPERVISOR)
    await chat.say(f"return {reference}")
    assert "Say in a note" in (await chat.press("Return it", note=" "))[0]
    assert (await chat.press("Return it", note="Which phone?"))[-1] == SENT_BACK


async def test_a_double_press_is_one_sign_off(scene: Scene) -> None:
    record = await scene.record()
    chat = scene.chat(SUPERVISOR)
    await chat.say(f"sign off {record.reference}")
    await chat.press("Yes, sign it off")
    assert await chat.press("Yes, sign it off") == []
    assert len((await scene.breaches.show(SUPERVISOR, record.id)).signing.decisions) == 1


async def test_the_second_of_two_supervisors_is_told_that_it_is_done(scene: Scene) -> None:
    reference = (await scene.record()).reference
    first, second = scene.chat(SUPERVISOR), scene.chat(OTHER)
    await first.say(f"sign off {reference}")
    await second.say(f"sign off {reference}")
    await first.press("Yes, sign it off")
    assert await second.press("Yes, sign it off") == [SIGNED_ALREADY]


async def test_what_was_added_since_the_card_is_read_first(scene: Scene) -> None:
    reference = (await scene.record()).reference
    chat = scene.chat(SUPERVISOR)
    await chat.say(f"sign off {reference}")
    await scene.chat(RECORDER).say(f"add to {reference}: One call more.")
    assert await chat.press("Yes, sign it off") == [MOVED_ON]
    assert "One call more." in await chat.press("Show the record")


async def test_the_wrong_person_gets_a_clear_sentence(scene: Scene) -> None:
    reference = (await scene.record()).reference
    own = (await scene.record(by=SUPERVISOR)).reference
    neighbour = scene.chat(NEIGHBOUR)
    assert await neighbour.say(f"sign off {reference}") == [REFUSED]
    assert await neighbour.say("awaiting sign-off") == [REFUSED]
    assert await scene.chat(AUDITOR).say(f"add to {reference}: More.") == [REFUSED]
    assert await scene.chat(SUPERVISOR).say(f"sign off {own}") == [OWN_RECORD]


async def test_records_beyond_the_first_list_are_one_press_away(scene: Scene) -> None:
    references = {(await scene.record()).reference for _ in range(LIST_LENGTH + 1)}
    chat = scene.chat(SUPERVISOR)
    first, second = await chat.say("awaiting sign-off"), await chat.press("More")
    assert {one for one in references if one in " ".join(first)} | {one for one in references if one in " ".join(second)} == references
    assert sum(one in " ".join(second) for one in references) == 1


async def test_a_slip_in_the_reference_and_one_of_nothing_are_said(scene: Scene) -> None:
    chat = scene.chat(SUPERVISOR)
    assert await chat.say("sign off BR-222223") == [SLIP]
    assert await chat.say("sign off BR-222222") == ["There is no record of a breach under that reference."]


async def test_an_open_record_stays_open(scene: Scene) -> None:
    reference = (await scene.record(by=NEIGHBOUR)).reference
    recorder = scene.chat(RECORDER)
    await recorder.open(await scene.draft("no"))
    said = await recorder.say(f"add to {reference}: I saw it too.")
    assert [text in said for text in (f"{ADDED} {AWAITS}", STILL_OPEN, "What happened?")] == [True] * 3


async def test_danger_in_an_addition_is_answered_first_and_the_words_are_kept(scene: Scene) -> None:
    record = await scene.record()
    said = await scene.chat(RECORDER).say(f"add to {record.reference}: he is kicking the door in now")
    assert (said[0], said[-1]) == (TITLE, f"{ADDED} {AWAITS}")


async def test_what_was_added_at_length_is_read_page_by_page(scene: Scene) -> None:
    record = await scene.record()
    chat = scene.chat(RECORDER)
    for number in range(6):
        await chat.say(f"add to {record.reference}: {number} {'x' * 3900}")
    await chat.say(record.reference)
    assert "Page 1 of 2." in await chat.press("Read what was added")
    assert "Page 2 of 2." in await chat.press("More")
