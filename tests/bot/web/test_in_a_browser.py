"""The chat page in a real browser: by keyboard alone, with nothing from outside, through a restart of the server."""

from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from bot.cards import parts
from bot.cards.guidance import chapter_card, guidance_card
from bot.cards.parts import ADAPTIVE, button, choices, facts, heading, line, plain, warning
from bot.offers import Offer
from bot.web.chat import WebChat
from bot.web.tokens import conversation_of
from guidance.chapters import CHAPTERS, pages_in
from guidance.library import load
from tests.bot.web.browser import watched_page
from tests.bot.web.talk import Server
from tests.fakes.webchat import LIAISON, MORNING, RESPONSE, EchoDesk, MadeUpRoster, MemoryTranscript, SteppingClock, said

PAGES = load()
LINKS = "Mail x@evil.com, www.evil.com/login or http://evil.com/a now, i <3 u > <b>x</b>"
ADDRESSES = [
    "x@evil.com", "mailto:x@evil.com", "x.y@evil.co.uk", "x_y@evil.com", "www.evil.com", "evil.com", "evil.com/login?a=b#c", "Smith.is", "e.g.this.",
    "http://evil.com", "HTTPS://EVIL.COM/A", "http://evil/a", "http://127.0.0.1/a", "http://[::1]/a", "ftp://evil.com", "//evil.com", "//localhost/a",
    "///evil.com", "////evil.com", "(www.evil.com)", "[a](http://evil.com)", "https://a@evil.com/", "éa.com", "evil.рф", "xn--e1a.com", "a.xn--p1ai",
    "sip:x@evil.com", "tel:+447700900123", "javascript://evil.com", "12.03.1985",
    "section 42(c) -- or (TM) ... 3+-1", "14 Larkfield Row. Leeds", "\\\\evil.com\\a",
]  # fmt: skip
DRAWN = """(texts) => texts.map((text) => {
    const page = new DOMParser().parseFromString(WebChat.renderMarkdown(text, { markdownRespectCRLF: true }), 'text/html');
    return [page.body.textContent.trim(), page.querySelectorAll('a, button').length];
})"""
LINES_OF_EACH_WORD = """(cells) => cells.flatMap((cell) => {
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
    return [...text.data.matchAll(/\\S+/g)].map((word) => {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length;
    });
})"""
STOCK_CLIENT = """([token, domain]) => new Promise((resolve) => {
    const line = WebChat.createDirectLine({ token, domain });
    const heard = [];
    line.activity$.subscribe((activity) => {
        heard.push(activity.text ?? activity.attachments[0].contentType);
        if (heard.length === 3) { line.end(); resolve(heard); }
    }, () => {});
    line.postActivity({ type: 'message', text: 'hello', from: { id: 'me' } }).subscribe();
})"""


async def test_an_officer_uses_the_page_by_keyboard_alone_and_nothing_is_asked_of_anybody_else(server: Server) -> None:
    origin = str(server.client.make_url("/"))
    async with watched_page() as window:
        await window.page.goto(origin)
        await window.sees("Who are you?")
        await window.press("Tab", "Tab")
        assert (await window.focused()).startswith("Ravi Holt")
        await window.press("Enter")
        await window.sees("Welcome. I am NMO Bot, and you are officer 1.")
        assert await window.focused() == "webchat-sendbox-input"
        await window.page.keyboard.type("any nmo on john smiht")
        await window.press("Enter")
        await window.page.locator(".ac-pushButton").focus()
        await window.press("Enter")
        await window.sees("Pressed a1b2.")
        kept = await window.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])")
        assert kept == f'[{{"officer":"{RESPONSE.id}"}},{{}},""]'
        await window.page.reload()
        await window.sees("Pressed a1b2.")
    host = origin.removeprefix("http://")
    own = (f"http://{host}", f"ws://{host}", f"blob:http://{host}", "data:")
    assert [url for url in window.requests if not url.startswith(own)] == []
    assert window.complaints == []
    assert [activity["type"] for activity in server.desk.heard] == ["conversationUpdate", "message", "message"]


async def test_what_looks_like_a_link_is_only_words_in_cards_and_lines_and_our_pages_keep_their_links(server: Server) -> None:
    guidance = guidance_card(PAGES.answer(PAGES.pages[0].title, MORNING.date()), Offer(RESPONSE.id, "c", MORNING))
    about = [heading(LINKS), line(LINKS), warning(LINKS), facts([(LINKS, LINKS)]), choices("a", "Which?", [(LINKS, "1")])]
    for content in (guidance, parts.card(about)):
        server.transcript.write(f"web-{RESPONSE.id}", {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}]})
    server.transcript.write(f"web-{RESPONSE.id}", said(LINKS) | {"textFormat": "plain"})
    async with watched_page() as window:
        await window.open_chat(str(server.client.make_url(f"/#officer={RESPONSE.id}")))
        await window.page.get_by_placeholder("Type a name or a question").fill(LINKS)
        await window.press("Enter")
        await window.page.locator(".ac-pushButton", has_text="Done").wait_for(timeout=15_000)
        await window.page.reload()
        await window.page.locator(".ac-pushButton", has_text="Done").wait_for(timeout=15_000)
        leading = await window.page.locator("main a, main button[value]").evaluate_all("all => all.map((one) => one.href)")
        shown = await window.page.locator(".webchat__bubble").all_inner_texts()
    assert set(leading) == {source.url for source in PAGES.pages[0].sources}
    assert "".join(shown).count(LINKS) == len(about) + 4


async def test_a_whole_chapter_of_pages_is_drawn_and_a_card_that_cannot_be_is_shown_in_words(server: Server) -> None:
    offer = Offer(RESPONSE.id, "c", MORNING)
    too_many = [button(f"Way {at}", offer.press("help:look_up")) for at in range(13)]
    overfull = parts.card([heading("Thirteen ways out of it.")]) | {"actions": too_many}
    fullest = max(CHAPTERS, key=lambda chapter: len(pages_in(chapter, PAGES.pages)))
    pages = pages_in(fullest, PAGES.pages)
    for content in (chapter_card(fullest, PAGES.pages, offer), overfull):
        server.transcript.write(f"web-{RESPONSE.id}", {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}]})
    async with watched_page() as window:
        await window.open_chat(str(server.client.make_url(f"/#officer={RESPONSE.id}")))
        await window.page.locator(".ac-pushButton", has_text=pages[-1].title).wait_for(timeout=15_000)
        assert await window.page.locator(".ac-pushButton").count() == len(pages) + 1
        shown = await window.page.locator(".webchat__bubble", has_text="Thirteen").inner_text()
    assert [said for said in shown.splitlines() if said][:3] == [
        "This card has more buttons than can be shown here. Its words:",
        "OFFICIAL-SENSITIVE",
        "Thirteen ways out of it.",
    ]
    assert "Way 12" in shown
    assert window.complaints == []


async def test_what_is_typed_of_addresses_is_drawn_as_it_was_typed_by_the_reader_of_markdown_that_the_page_brings(server: Server) -> None:
    async with watched_page() as window:
        await window.page.goto(str(server.client.make_url("/")))
        drawn = await window.page.evaluate(DRAWN, [plain(text) for text in ADDRESSES])
    assert drawn == [[text, 0] for text in ADDRESSES]


async def test_one_can_change_to_another_person_and_the_question_has_the_focus(server: Server) -> None:
    async with watched_page(viewport={"width": 390, "height": 844}, color_scheme="dark") as window:
        await window.open_chat(str(server.client.make_url("/").with_fragment(f"officer={LIAISON.id}")))
        await window.sees("You are Joan Pike (victim liaison officer)")
        ideas = await window.page.locator("#ideas button").all_inner_texts()
        assert ideas == ["Find an order", "Contacts due", "What can I do here?"]
        await window.page.get_by_role("button", name="Change person").click()
        assert await window.focused() == "Who are you?"
        await window.page.get_by_role("button", name="Tom Wyn").click()
        await window.sees("You are Tom Wyn (supervisor, response officer)")
        right = await window.page.locator("#ideas button").evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
        assert (len(right), [edge for edge in right if edge > 390]) == (4, [])
        wide = await window.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert (wide, window.complaints) == (False, [])


async def test_on_a_telephone_no_word_of_a_cards_titles_is_broken(server: Server) -> None:
    taken_in = "court feed, taken in on 27 November 2026, last confirmed 27 November 2026"
    pairs = [("Record", taken_in), ("FamilyMan number", "BM26F78256"), ("Reference", "NMO-26735T"), ("Document", f"FL404A-{'17' * 8}.pdf")]
    attachment = {"contentType": ADAPTIVE, "content": parts.card([facts(pairs)])}
    server.transcript.write(f"web-{RESPONSE.id}", {"type": "message", "attachments": [attachment]})
    async with watched_page(viewport={"width": 390, "height": 844}) as window:
        await window.open_chat(str(server.client.make_url(f"/#officer={RESPONSE.id}")))
        await window.sees("BM26F78256")
        lines = await window.page.locator(".ac-factset td:first-child").evaluate_all(LINES_OF_EACH_WORD)
    assert lines == 5 * [1]


async def test_on_a_telephone_the_words_of_a_button_go_on_on_the_next_line_and_none_is_cut_off(server: Server) -> None:
    danger = guidance_card(PAGES.answer("he is kicking the door in now", MORNING.date()), Offer(RESPONSE.id, "talk", MORNING))
    attachment = {"contentType": ADAPTIVE, "content": danger}
    server.transcript.write(f"web-{RESPONSE.id}", {"type": "message", "attachments": [attachment]})
    async with watched_page(viewport={"width": 400, "height": 844}) as window:
        await window.open_chat(str(server.client.make_url(f"/#officer={RESPONSE.id}")))
        await window.page.locator(".ac-pushButton").first.wait_for(timeout=15_000)
        wide = await window.page.locator(".ac-pushButton > div").evaluate_all(
            "all => all.map((one) => [one.scrollWidth <= one.clientWidth, one.getBoundingClientRect().right <= innerWidth])"
        )
    assert wide == len(danger["actions"]) * [[True, True]]


async def test_the_page_mends_its_line_by_itself_when_the_server_comes_back_with_another_key() -> None:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    desk = EchoDesk(transcript)

    def serve(key: bytes, port: int) -> TestServer:
        chat = WebChat(desk, transcript, MadeUpRoster(), clock, key, poll_seconds=0.02)
        app = web.Application()
        app.add_routes(chat.routes())
        app.on_startup.append(lambda _: chat.start())
        app.on_shutdown.append(lambda _: chat.stop())
        return TestServer(app, port=port)

    async with serve(bytes(32), 0) as before, watched_page() as window:
        await window.open_chat(str(before.make_url(f"/#officer={RESPONSE.id}")))
        await window.sees("Welcome. I am NMO Bot, and you are officer 1.")
        port = before.port or 0
        await before.close()
        await window.page.get_by_text("Connection lost.").wait_for(timeout=15_000)
        transcript.write(f"web-{RESPONSE.id}", said("While you were away."))
        async with serve(b"another key" * 3, port):
            await window.sees("While you were away.")
            await window.page.get_by_text("Connection lost.").wait_for(state="detached", timeout=15_000)
            await window.page.get_by_placeholder("Type a name or a question").fill("hello again")
            await window.press("Enter")
            await window.page.locator(".ac-pushButton").wait_for(timeout=15_000)
            assert await window.page.locator(".webchat__bubble", has_text="Welcome. I am NMO Bot").count() == 1


async def test_the_client_that_web_chat_brings_can_talk_to_it_as_well(server: Server) -> None:
    async with watched_page() as window:
        await window.page.goto(str(server.client.make_url("/")))
        heard = await window.page.evaluate(STOCK_CLIENT, [await server.token(RESPONSE.id), "/directline"])
    assert heard == ["Welcome. I am NMO Bot, and you are officer 1.", "hello", "application/vnd.microsoft.card.adaptive"]


async def test_without_the_bundle_the_page_says_what_to_run(tmp_path: Path) -> None:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    chat = WebChat(EchoDesk(transcript), transcript, MadeUpRoster(), clock, bytes(32), bundle=tmp_path / "webchat.js")
    app = web.Application()
    app.add_routes(chat.routes())
    async with TestServer(app) as server, watched_page() as window:
        await window.page.goto(str(server.make_url("/")))
        await window.sees("The chat component is not installed on this machine. Run: make setup")


async def test_a_card_that_is_shown_for_a_while_is_taken_away_from_the_open_page_and_is_not_there_when_it_is_drawn_anew(
    server: Server,
) -> None:
    async with watched_page() as window:
        await window.open_chat(f"{server.client.make_url('/')}#officer={LIAISON.id}")
        content = parts.card([heading("Address of the protected person"), line("3 Cobbler's Yard")])
        passing = {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": content}], "channelData": {"shownFor": 1500}}
        where = conversation_of(LIAISON.id)
        server.transcript.write(where, {**passing, "from": said("")["from"]})
        server.chat.wake(where)
        await window.page.get_by_text("Cobbler").filter(visible=True).last.wait_for()
        await window.page.get_by_text("Shown for a minute, and taken away.").filter(visible=True).last.wait_for()
        await expect(window.page.get_by_text("Cobbler")).to_have_count(0)
        await window.page.emulate_media(color_scheme="dark")
        await window.page.get_by_text("Shown for a minute, and taken away.").filter(visible=True).last.wait_for()
        assert "Cobbler" not in await window.page.content()
        assert window.complaints == []
