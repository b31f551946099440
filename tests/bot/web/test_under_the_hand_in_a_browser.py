"""What is under the hand at the chat page stays there, whatever comes or is taken away."""

from typing import Any

import pytest
from playwright.async_api import Locator, expect

from bot.cards import parts
from bot.cards.parts import ADAPTIVE, button, heading, line, text_input
from tests.bot.web.browser import Watched, watched_page
from tests.bot.web.talk import Server
from tests.bot.web.test_reading_in_a_browser import TWENTY_FRAMES, a_long_card, ask_for_a_button, open_page, write
from tests.fakes.webchat import said

SCREEN = {"width": 1000, "height": 700}


def a_card(title: str, *more: dict[str, Any]) -> dict[str, Any]:
    content = parts.card([heading(title), *more], [button(f"Open {title}", {"action": "a1b2"})])
    return {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}]}


def opening(window: Watched, title: str) -> Locator:
    return window.page.locator(".ac-pushButton", has_text=f"Open {title}")


async def a_reminder_comes(window: Watched, server: Server) -> None:
    write(server, a_long_card("A reminder"))
    await expect(window.page.get_by_text("A reminder", exact=True)).to_be_attached()
    await window.page.evaluate(TWENTY_FRAMES)


async def test_a_hand_that_comes_to_the_answer_at_once_keeps_the_button_that_it_came_to(server: Server) -> None:
    async with watched_page(viewport=SCREEN) as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        await window.page.evaluate(TWENTY_FRAMES)
        await window.page.locator(".ac-pushButton").click()
        await expect(window.page.get_by_text("Pressed a1b2.").last).to_be_in_viewport()
        await window.page.evaluate(TWENTY_FRAMES)
        pressed = window.page.locator(".ac-pushButton")
        await window.page.mouse.move(5, 5)
        await pressed.hover()
        at = await pressed.bounding_box()
        await a_reminder_comes(window, server)
        assert await pressed.bounding_box() == pytest.approx(at, abs=1)


async def test_a_button_stays_under_a_hand_that_has_rested_on_it_as_long_as_one_reads(server: Server) -> None:
    async with watched_page(viewport=SCREEN) as window:
        await window.page.clock.install()
        await open_page(window, server)
        await ask_for_a_button(window)
        await window.page.evaluate(TWENTY_FRAMES)
        pressed = window.page.locator(".ac-pushButton")
        await pressed.hover()
        at = await pressed.bounding_box()
        await window.page.clock.fast_forward("00:10")
        await a_reminder_comes(window, server)
        assert await pressed.bounding_box() == pytest.approx(at, abs=1)


async def test_what_is_taken_away_above_moves_no_button_from_under_the_hand(server: Server) -> None:
    async with watched_page(viewport=SCREEN) as window:
        await window.page.clock.install()
        write(server, *(a_long_card(f"Card {number}") for number in range(2)))
        write(server, a_card("an address", *(line(f"Line {number}") for number in range(6))) | {"channelData": {"shownFor": 60_000}})
        write(server, a_card("an order"))
        await open_page(window, server)
        pressed = opening(window, "an order")
        await expect(pressed).to_be_in_viewport()
        await window.page.evaluate(TWENTY_FRAMES)
        await window.page.mouse.move(5, 5)
        await window.page.clock.fast_forward("00:50")
        await pressed.hover()
        at = await pressed.bounding_box()
        await window.page.clock.fast_forward("00:11")
        await window.page.get_by_text("Shown for a minute, and taken away.").filter(visible=True).last.wait_for()
        await window.page.evaluate(TWENTY_FRAMES)
        assert await pressed.bounding_box() == pytest.approx(at, abs=1)


async def test_a_card_with_fields_that_comes_after_a_press_leaves_the_button_to_which_the_hand_has_gone_on(server: Server) -> None:
    async with watched_page(viewport=SCREEN) as window:
        await open_page(window, server)
        await ask_for_a_button(window)
        await window.page.evaluate(TWENTY_FRAMES)
        await window.page.locator(".ac-pushButton").click()
        await expect(window.page.get_by_text("Pressed a1b2.").last).to_be_in_viewport()
        await window.page.evaluate(TWENTY_FRAMES)
        await window.page.mouse.move(5, 5)
        pressed = window.page.locator(".ac-pushButton").first
        await pressed.hover()
        at = await pressed.bounding_box()
        write(server, said("A reminder."), a_card("a form", *(text_input(f"field{one}", f"Field {one}") for one in range(20))))
        await expect(window.page.get_by_label("Field 1", exact=True)).to_be_attached()
        await window.page.evaluate(TWENTY_FRAMES)
        assert await pressed.bounding_box() == pytest.approx(at, abs=1)
