"""What an officer hears from a screen reader and sees on a phone at the chat page, in a real browser."""

from playwright.async_api import expect

from tests.bot.web.browser import Watched, watched_page
from tests.bot.web.talk import Server
from tests.e2e.running import until
from tests.fakes.webchat import RESPONSE, said

CONVERSATION = f"web-{RESPONSE.id}"
WELCOME = "Welcome. I am NMO Bot, and you are officer 1."


async def opened(window: Watched, server: Server) -> None:
    await window.open_chat(str(server.client.make_url("/").with_fragment(f"officer={RESPONSE.id}")))
    await window.sees(WELCOME)


async def test_after_a_press_the_words_typed_reach_the_send_box_and_space_presses_nothing(server: Server) -> None:
    async with watched_page() as window:
        await opened(window, server)
        await window.page.keyboard.type("john smith")
        await window.press("Enter")
        await window.page.locator(".ac-pushButton").focus()
        await window.press("Enter")
        await window.sees("Pressed a1b2.")
        assert await window.focused() == "webchat-sendbox-input"
        await window.page.keyboard.type("no change")
        await window.press("Space", "Space", "Enter")

        async def all_heard() -> bool:
            return len(server.desk.heard) > len(("welcome", "john smith", "pressed"))

        await until(all_heard)
        assert [activity.get("text", "").strip() for activity in server.desk.heard[1:]] == ["john smith", "", "no change"]


async def test_a_message_that_arrives_is_announced_and_everything_to_press_has_a_name(server: Server) -> None:
    async with watched_page() as window:
        await opened(window, server)
        await window.page.keyboard.type("john smith")
        await window.press("Enter")
        await window.page.locator(".ac-pushButton").wait_for()
        server.transcript.write(CONVERSATION, said("A contact is due today."))
        announced = window.page.get_by_role("log").filter(has_text="A contact is due today.")
        await expect(announced).to_have_attribute("aria-live", "polite")
        for role, name in (
            ("textbox", "Message input box"),
            ("button", "Send your message"),
            ("button", "Done"),
            ("button", "Find an order"),
        ):
            await expect(window.page.get_by_role(role, name=name, exact=True).first).to_be_visible()  # type: ignore[arg-type]  # a role's name
        assert await window.page.get_by_role("button", name="", exact=True).count() == 0


async def test_a_message_is_timed_in_british_style_and_london_time(server: Server) -> None:
    async with watched_page(timezone_id="America/New_York") as window:
        await opened(window, server)
        # The clock of the server stands at 09:00 on a winter's day.
        await expect(window.page.locator(".sent").first).to_have_text("Sent at 23 November at 09:00")


async def test_an_officers_own_words_stand_as_typed(server: Server) -> None:
    typed = {"type": "message", "text": "number plate **B** _1_", "from": {"id": str(RESPONSE.id), "role": "user"}}
    server.transcript.write(CONVERSATION, typed)
    async with watched_page() as window:
        await opened(window, server)
        await expect(window.page.locator(".webchat__bubble--from-user")).to_have_text("number plate **B** _1_")


async def test_on_a_phone_the_way_down_covers_no_message(server: Server) -> None:
    async with watched_page(viewport={"width": 390, "height": 844}) as window:
        for number in range(40):
            server.transcript.write(CONVERSATION, said(f"Line {number}."))
        await opened(window, server)
        await window.sees("Line 39.")
        await window.page.mouse.move(195, 400)
        way_down = window.page.get_by_role("button", name="More below")

        async def scrolled_up() -> bool:
            await window.page.mouse.wheel(0, -200)
            return await way_down.is_visible()

        await until(scrolled_up)
        down = await way_down.bounding_box()
        messages = await window.page.locator(".webchat__basic-transcript__scrollable").bounding_box()
        assert down is not None
        assert messages is not None
        assert down["y"] >= messages["y"] + messages["height"]
