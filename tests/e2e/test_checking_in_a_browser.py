"""The orders desk at the chat page holds an order's wording against its paper, which it opens first."""

from urllib.parse import urlsplit

from playwright.async_api import expect

from bot.cards.papers import CONFIRMED
from services.papers import NOT_OPENED
from tests.e2e.register import Register
from tests.e2e.running import Warm, serving
from tests.e2e.story import ASKED, DESK, REASON
from tests.e2e.test_in_a_browser import a_browser, a_window, be, card_with, press, reads

MISSING = "The respondent must not go to any school of the children."


async def test_the_wording_counts_only_after_whoever_checks_it_has_opened_the_paper(warm: Warm, register: Register) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server, a_browser() as browser:
        window = await a_window(browser, 700)
        await be(window, server.url, DESK)
        await window.page.keyboard.type(ASKED)
        await window.press("Enter")
        await reads(window, "Why do you need this?")
        await press(window, REASON)
        await reads(window, "12 March 1985")
        await press(window, "Check the wording")
        checking = card_with(window, "Check the wording of")
        await expect(window.page.get_by_label("Made on").last).to_be_focused()
        await expect(checking.get_by_text("Check the wording of")).to_be_in_viewport()
        # What the machine has read of the paper, on a busy one perhaps nothing, is typed over.
        await checking.get_by_label("Made on").fill("31 July 2026")
        await checking.get_by_label("On further order").check()
        await checking.get_by_label("Conditions that are missing").fill(MISSING)
        await checking.locator('[title="Checked against the order"]').click()
        await reads(window, NOT_OPENED)
        async with window.page.context.expect_event("response", lambda answer: urlsplit(answer.url).path.startswith("/papers/")):
            await checking.locator('[title="Open the order"]').click()
        await window.page.bring_to_front()
        await checking.locator('[title="Checked against the order"]').click()
        await reads(window, CONFIRMED)
        assert window.complaints == []
