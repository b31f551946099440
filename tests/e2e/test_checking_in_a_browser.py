"""The orders desk at the chat page holds an order's wording against its paper, which it opens first."""

from urllib.parse import urlsplit

from playwright.async_api import expect

from bot.cards.papers import CONFIRMED
from services.papers import NOT_OPENED
from tests.bot.web.browser import Watched
from tests.e2e.register import Register
from tests.e2e.running import Warm, serving
from tests.e2e.story import ASKED, DESK, REASON
from tests.e2e.test_in_a_browser import a_browser, a_window, be, card_with, reads


async def enter(window: Watched, title: str) -> None:
    """By the keyboard: the page scrolls while cards come, which moves them from under a pointer."""
    await window.page.locator(f'.ac-pushButton[title="{title}"]').last.press("Enter")


async def test_the_wording_counts_only_after_whoever_checks_it_has_opened_the_paper(warm: Warm, register: Register) -> None:
    # Without the worker, so that no reminder comes between two presses.
    web_only = ["serve", "--dev", "--role", "web"]
    async with serving(warm, web_only, register.settings) as server, a_browser() as browser:
        window = await a_window(browser, 700)
        await be(window, server.url, DESK)
        await window.page.keyboard.type(ASKED)
        await window.press("Enter")
        await reads(window, "Why do you need this?")
        await enter(window, REASON)
        await reads(window, "12 March 1985")
        await enter(window, "Check the wording")
        checking = card_with(window, "Check the wording of")
        checked = checking.locator('[title="Checked against the order"]')
        await expect(window.page.get_by_label("Made on").last).to_be_focused()
        await expect(checking.get_by_text("Check the wording of")).to_be_in_viewport()
        await checked.press("Enter")
        await reads(window, NOT_OPENED)
        async with window.page.context.expect_event("response", lambda answer: urlsplit(answer.url).path.startswith("/papers/")):
            await checking.locator('[title="Open the order"]').press("Enter")
        await window.page.bring_to_front()
        await checked.press("Enter")
        await reads(window, CONFIRMED)
        assert window.complaints == []
