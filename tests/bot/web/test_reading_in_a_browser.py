"""Reading at the chat page: nothing new is passed over, history is there at once, and what was not sent says so."""

from typing import Any

from playwright.async_api import expect

from bot.cards import parts
from bot.cards.parts import ADAPTIVE, heading, line
from tests.bot.web.browser import Watched, watched_page
from tests.bot.web.talk import Server
from tests.fakes.webchat import RESPONSE, said

SCROLLED = "document.querySelector('.webchat__basic-transcript__scrollable').scrollTop"
SCREEN = "document.querySelector('.webchat__basic-transcript__scrollable').clientHeight"
# As long as Web Chat takes to begin to scroll to what has arrived, and more.
TWENTY_FRAMES = "new Promise((done) => { let left = 20; const one = () => (left-- ? requestAnimationFrame(one) : done()); one(); })"
PILL = ".webchat__scroll-to-end-button"


def a_long_card(title: str) -> dict[str, Any]:
    content = parts.card([heading(title), *(line(f"{title}, line {number}") for number in range(60))])
    return {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}]}


def write(server: Server, *activities: dict[str, Any]) -> None:
    for activity in activities:
        server.transcript.write(f"web-{RESPONSE.id}", activity)


async def open_page(window: Watched, server: Server) -> None:
    await window.open_chat(str(server.client.make_url(f"/#officer={RESPONSE.id}")))


async def ask_for_a_button(window: Watched) -> None:
    await window.page.get_by_placeholder("Type a name or a question").fill("any nmo")
    await window.press("Enter")
    await window.page.locator(".ac-pushButton").wait_for()


async def test_history_opens_at_its_newest_message_at_once(server: Server) -> None:
    write(server, *(a_long_card(f"Card {number}") for number in range(12)), said("The newest of all."))
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await expect(window.page.get_by_text("The newest of all.").last).to_be_in_viewport(timeout=3_000)
        assert window.complaints == []


async def test_the_greeting_stands_above_what_arrived_before_the_officer_came_and_the_newest_is_in_view(server: Server) -> None:
    write(server, *(a_long_card(f"Reminder {number}") for number in range(4)), said("The newest reminder."))
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await expect(window.page.get_by_text("The newest reminder.").last).to_be_in_viewport(timeout=3_000)
        drawn = await window.page.locator(".webchat__basic-transcript__activity").all_inner_texts()
        assert "Welcome. I am NMO Bot" in drawn[0]
        assert "The newest reminder." in drawn[-1]
        write(server, said("And one that comes while the page is open."))
        await expect(window.page.get_by_text("And one that comes while the page is open.").last).to_be_in_viewport(timeout=3_000)


async def test_a_newest_card_longer_than_the_screen_is_shown_from_its_top(server: Server) -> None:
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await window.sees("Welcome. I am NMO Bot, and you are officer 1.")
        await expect(window.page.get_by_role("button", name="Send your message")).to_be_visible()
        write(server, *(a_long_card(f"Card {number}") for number in range(5)))
        await window.page.reload()
        await expect(window.page.get_by_text("Card 4", exact=True)).to_be_in_viewport(timeout=3_000)


async def test_what_arrives_below_is_counted_and_the_way_down_goes_one_screen_at_a_time(server: Server) -> None:
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        await window.page.evaluate(TWENTY_FRAMES)
        write(server, a_long_card("The answer"), said("A reminder."), said("Another reminder."))
        pill = window.page.locator(PILL)
        await expect(pill).to_have_text("2 new below")
        await expect(window.page.get_by_text("The answer", exact=True)).to_be_in_viewport()
        before, screen = await window.page.evaluate(SCROLLED), await window.page.evaluate(SCREEN)
        await pill.click()
        assert 0 < await window.page.evaluate(SCROLLED) - before < screen
        await expect(window.page.get_by_text("End of chat history")).to_be_hidden()
        await expect(pill).to_have_text("2 new below")
        await window.page.mouse.move(400, 300)
        await window.page.mouse.wheel(0, 100_000)
        await expect(pill).to_have_count(0)
        await expect(window.page.get_by_text("Another reminder.").last).to_be_in_viewport()


async def test_a_press_without_a_connection_says_so_within_a_second_and_goes_out_by_itself_when_there_is_one(server: Server) -> None:
    async with watched_page() as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        await window.page.context.set_offline(True)
        await window.page.locator(".ac-pushButton").click()
        notice = window.page.locator("#notice")
        await expect(notice).to_have_text(
            "That press has not reached the bot: there is no connection. Trying again for some seconds.", timeout=1_000
        )
        await window.page.context.set_offline(False)
        await window.sees("Pressed a1b2.")
        await expect(notice).to_have_text("")


async def test_without_a_connection_what_was_typed_says_that_it_is_not_sent(server: Server) -> None:
    async with watched_page() as window:
        await open_page(window, server)
        await window.page.context.set_offline(True)
        await window.page.get_by_placeholder("Type a name or a question").fill("any nmo")
        await window.press("Enter")
        await window.page.get_by_text("What you typed is not sent until you press Retry, or its time stands under it.").wait_for()


async def test_a_reminder_that_arrives_moves_no_button_from_under_the_hand_that_is_about_to_press_it(server: Server) -> None:
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        button = window.page.locator(".ac-pushButton")
        await window.page.evaluate(TWENTY_FRAMES)
        await button.hover()
        at = await button.bounding_box()
        write(server, a_long_card("A reminder"))
        await expect(window.page.get_by_text("A reminder", exact=True)).to_be_attached()
        await window.page.mouse.down()
        write(server, a_long_card("Another reminder"))
        await expect(window.page.get_by_text("Another reminder", exact=True)).to_be_attached()
        await window.page.evaluate(TWENTY_FRAMES)
        assert await button.bounding_box() == at
        await window.page.mouse.up()
        await expect(window.page.get_by_text("Pressed a1b2.").last).to_be_in_viewport()


async def test_of_messages_that_come_at_once_the_first_stays_in_view(server: Server) -> None:
    async with watched_page(viewport={"width": 1000, "height": 700}) as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        write(server, said("In danger now? Press the button."), a_long_card("The answer"), a_long_card("A reminder"))
        await expect(window.page.get_by_text("A reminder", exact=True)).to_be_attached()
        await window.page.evaluate(TWENTY_FRAMES)
        await expect(window.page.get_by_text("In danger now? Press the button.").last).to_be_in_viewport()
        await expect(window.page.locator(PILL)).to_have_text("1 new below")
