"""The story as the README tells it: two windows of a real browser on one running bot, a response officer's and a liaison officer's."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Locator, async_playwright, expect
from playwright.async_api import TimeoutError as TooLate

from demo.people import officer_id
from tests.bot.web.browser import QUIET, Watched, browser_path
from tests.e2e.register import Register
from tests.e2e.running import ROOT, Warm, serving
from tests.e2e.story import ANSWERS, ASKED, DESK, LIAISON, REASON, RESPONSE

PATIENCE = 15_000
SHOWN_PAGE = 4
# Of the protected person's street, as it is drawn: the page makes another sign of an apostrophe.
STREET = "3 Cobbler"
ROLES = {RESPONSE: "response officer", LIAISON: "victim liaison officer", DESK: "orders desk"}


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        try:
            yield browser
        finally:
            await browser.close()


async def a_window(browser: Browser, height: int) -> Watched:
    context = await browser.new_context(locale="en-GB", viewport={"width": 1000, "height": height})
    return Watched(await context.new_page())


async def be(window: Watched, url: str, name: str) -> None:
    """Opens the page and chooses to be that officer; from then on keys go to the send box, and none before is heard."""
    await window.page.goto(url)
    await window.page.get_by_role("button", name=name).click()
    await expect(window.page.get_by_placeholder("Type a name or a question")).to_be_focused(timeout=PATIENCE)
    await window.sees(f"You are {name} ({ROLES[name]})")


async def press(window: Watched, title: str) -> None:
    """A button of a card, the newest of that title."""
    await window.page.locator(f'.ac-pushButton[title="{title}"]').last.click()


async def reads(window: Watched, words: str) -> None:
    """Sees it; Web Chat says everything once more where only a screen reader looks. Where it never comes, what stands there instead is told."""
    try:
        await window.page.get_by_text(words).filter(visible=True).last.wait_for(timeout=PATIENCE)
    except TooLate as late:
        raise AssertionError(f"{words!r} is not on the page:\n{await window.page.locator('body').inner_text()}") from late


async def answer_the_questions(window: Watched) -> None:
    """As the story has it: an input that has choices is ticked, another is filled in."""
    await reads(window, "Is anyone in danger now?")
    for number, (title, given) in enumerate(ANSWERS, 1):
        await reads(window, f"{number} of {len(ANSWERS)}")
        card = window.page.locator(".ac-adaptiveCard").last
        for question, value in given.items():
            field = card.locator(f'[id="{question}"]')
            ticks = [field.locator(f'input[value="{one}"]') for one in value.split(",")]
            if await ticks[0].count():
                for tick in ticks:
                    await tick.check()
            else:
                await field.locator("input, textarea").fill(value)
        if number == SHOWN_PAGE:
            await keep(window, card, "chat-breach.png")
        await press(window, title)
    await reads(window, "Check and send")
    await reads(window, "2 of 8. What happened? It goes on below.")
    await reads(window, "6 of 8. Evidence. It goes on below.")
    assert await window.page.locator('.ac-pushButton[title="Next"]').count() == 0, "one card of the record is live, the last"


async def keep(window: Watched, card: Locator, name: str) -> None:
    """A picture of that card for the README, where one is asked for."""
    if os.environ.get("NMO_KEEP_SCREENSHOTS") == "1":
        await card.last.evaluate("card => card.scrollIntoView({ block: 'start' })")
        await window.page.screenshot(path=ROOT / "docs/images" / name)


def card_with(window: Watched, words: str) -> Locator:
    return window.page.locator(".ac-adaptiveCard", has_text=words)


async def test_two_officers_at_the_chat_page_live_through_the_story(warm: Warm, register: Register, tmp_path: Path) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server, a_browser() as browser:
        response, liaison = await a_window(browser, 1290), await a_window(browser, 850)
        await be(liaison, server.url, LIAISON)
        await be(response, server.url, RESPONSE)

        await response.page.keyboard.type(ASKED)
        await response.press("Enter")
        await reads(response, "Why do you need this?")
        await press(response, REASON)
        await reads(response, "12 March 1985")
        await keep(response, card_with(response, "12 March 1985"), "chat-answer.png")
        await press(response, "Record a breach")
        await answer_the_questions(response)
        await press(response, "Send")
        await reads(response, "Recorded as BR-")
        async with response.page.expect_download() as coming:
            await press(response, "Download PDF")
        assert re.fullmatch(r"BR-\w{6}\.pdf", (await coming.value).suggested_filename)

        reminder = card_with(liaison, "A breach was recorded today")
        await reminder.wait_for(timeout=PATIENCE)
        await keep(liaison, reminder, "chat-reminder.png")
        await reminder.locator('[title="Done: spoke, safe"]').click()
        await reads(liaison, "Next: follow-up after a breach. You will be reminded on")

        await response.page.reload()
        await reads(response, "Recorded as BR-")
        assert [window.complaints for window in (response, liaison)] == [[], []]
        host = server.url.removeprefix("http://")
        own = (f"http://{host}/", f"ws://{host}/", f"blob:http://{host}/", "data:")
        assert [url for window in (response, liaison) for url in window.requests if not url.startswith(own)] == []
        assert str(officer_id(RESPONSE)) not in response.page.url


async def test_by_keyboard_a_press_leads_to_the_first_field_of_the_card_that_answers_or_to_the_send_box(
    warm: Warm, register: Register
) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server, a_browser() as browser:
        window = await a_window(browser, 850)
        await be(window, server.url, RESPONSE)
        await window.page.keyboard.type(ASKED)
        await window.press("Enter")
        await reads(window, "Why do you need this?")
        await press(window, REASON)
        await reads(window, "12 March 1985")
        await card_with(window, "12 March 1985").locator('[title="Record a breach"]').focus()
        await window.press("Enter")
        await reads(window, "Is anyone in danger now?")
        await expect(window.page.get_by_placeholder("Type a name or a question")).to_be_focused()
        await window.page.locator('.ac-pushButton[title="No"]').focus()
        await window.press("Space")
        await expect(window.page.get_by_label("What happened").last).to_be_focused()
        await window.page.keyboard.type("He stood at her gate.")
        await window.press("Tab")
        await expect(window.page.get_by_label("When (day first").last).to_be_focused()
        assert window.complaints == []


async def test_the_protected_person_s_address_is_pressed_for_with_a_reason_and_taken_away_after_a_minute(
    warm: Warm, register: Register
) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server, a_browser() as browser:
        window = await a_window(browser, 1290)
        await window.page.clock.install()
        await be(window, server.url, LIAISON)
        await window.page.keyboard.type(ASKED)
        await window.press("Enter")
        await reads(window, "Why do you need this?")
        await press(window, REASON)
        await reads(window, "12 March 1985")
        assert STREET not in await window.page.content()
        await press(window, "Address of the protected person")
        await reads(window, "needs a reason each time")
        await press(window, "Contact with the victim")
        await reads(window, STREET)
        await window.page.clock.fast_forward("01:01")
        await reads(window, "Shown for a minute, and taken away.")
        await expect(window.page.get_by_text(STREET)).to_have_count(0)
        assert STREET not in await window.page.content()
        assert window.complaints == []
