"""A headless Chromium that the machine already has, and a page that notes all it asks for and complains of."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def browser_path() -> str:
    found = os.environ.get("NMO_TEST_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "These tests need Chromium or Chrome: install it, or name one in NMO_TEST_BROWSER."
    return found


@dataclass
class Watched:
    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)

    async def focused(self) -> str:
        text: str = await self.page.evaluate("document.activeElement.innerText || document.activeElement.dataset.id || ''")
        return text

    async def sees(self, text: str) -> None:
        await self.page.get_by_text(text, exact=True).first.wait_for(timeout=15_000)

    async def open_chat(self, url: str) -> None:
        await self.page.goto(url)
        await self.page.get_by_placeholder("Type a name or a question").wait_for(timeout=30_000)


@asynccontextmanager
async def watched_page(**settings: Any) -> AsyncIterator[Watched]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=QUIET)
        context = await browser.new_context(locale="en-GB", **settings)
        try:
            yield Watched(await context.new_page())
        finally:
            await browser.close()
