"""The pieces of a card: nothing typed can change how it is drawn, and everybody can read it."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.cards.guidance import chapter_card, guidance_card, pages_card
from bot.cards.parts import MARKING, MOST_BUTTONS, button, button_sets, card, choices, facts, heading, line, plain, text_input, warning
from bot.cards.welcome import ABILITIES, NO_EMERGENCY, welcome_card
from bot.offers import Offer
from domain.conversations import CARD_LIFE
from domain.officers import Officer, Permission, Role
from guidance.chapters import CHAPTERS
from guidance.library import load
from tests.fakes.clock import NOON
from tests.fakes.talk import DRAWN_AT_MOST, buttons, fullest, words
from tests.people import EVERYONE, RESPONSE, VLO

MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")
PIECES = MarkdownIt("commonmark").disable("text_join")
# What clients take for an address, as generously as any of them.
LINK = re.compile(r"\S@|@\S|//|www\.|\w\.[^\W\d_]")
ADDRESSES = st.lists(
    st.sampled_from(["www", ".", "evil", "com", "@", "http:", "/", "//", "mailto:", " ", "_", "-", "1", "é", "\n"]), max_size=12
)
SIGNS = st.text(alphabet="*_[]`#~<>\\()!-+=ab 1.\n\r\t:/", max_size=40)


def drawn(text: str, *, inline: bool = False) -> set[str]:
    """What a reader of markdown makes of it, apart from paragraphs of plain text."""
    blocks = MARKDOWN.parseInline(text) if inline else MARKDOWN.parse(text)
    found = {part.type for block in blocks for part in [block, *(block.children or ())]}
    return found - {"inline", "paragraph_open", "paragraph_close", "text", "softbreak", "hardbreak", "text_special"}


@example("\\*now\\*")
@example("\\[tap\\](https://bad.example)")
@given(SIGNS)
def test_nothing_typed_becomes_a_link_an_image_or_emphasis(text: str) -> None:
    assert drawn(plain(text), inline=True) == set()


@example(["http://evil.com/a"])
@example(["x@evil.com"])
@example(["//localhost/a"])
@example(["see Smith.is"])
@given(ADDRESSES)
def test_nothing_typed_looks_like_an_address_to_a_client_that_makes_links_by_itself(parts: list[str]) -> None:
    pieces = [child for block in PIECES.parseInline(plain("".join(parts))) for child in block.children or ()]
    assert [one.content for one in pieces if one.type == "text" and LINK.search(one.content)] == []


@pytest.mark.parametrize("text", ["14. Larkfield Row", "- a dash first", "+ plus", "first\n1) second", "- - -"])
def test_a_line_that_begins_like_a_list_stays_a_line(text: str) -> None:
    assert drawn(text) != set()
    assert drawn(plain(text)) == set()


@pytest.mark.parametrize("text", ["12.03.1985", "+44 7700 900123", "07700 900123", "14 Larkfield Row", "LV25F00017", "NMO-7F3K2D"])
def test_ordinary_particulars_are_left_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("text", ["[tap](https://bad.example)", "**now**", "`code`", "![x](https://bad.example/x.png)", "<at>bot</at>"])
def test_signs_of_markdown_in_a_name_stay_signs(text: str) -> None:
    pieces = (heading(text), line(text), warning(text), facts([("Name", text)]), text_input("a", text), choices("a", text, []))
    said = [one for piece in pieces for one in [piece.get("text") or piece.get("label") or piece.get("items") or piece.get("facts")]]
    assert [one for one in said if text in str(one)] == []


def test_facts_without_a_value_are_left_out() -> None:
    assert [one["title"] for one in facts([("A", None), ("B", ""), ("C", "c")])["facts"]] == ["C"]


def test_a_button_carries_an_opaque_id_alone_and_serves_clients_that_cannot_execute() -> None:
    offer = Offer(RESPONSE.id, "c", NOON)
    pressed = button("Done", offer.press_once("contact:done", "plan-1", how="phone"), style="positive")
    [action] = offer.actions
    assert pressed["data"] == pressed["fallback"]["data"] == {"action": action.id}
    assert (pressed["type"], pressed["fallback"]["type"], pressed["fallback"]["title"]) == ("Action.Execute", "Action.Submit", "Done")
    assert (action.verb, action.object, action.details, action.once) == ("contact:done", "plan-1", {"how": "phone"}, True)
    assert (action.officer, action.conversation, action.expires_at) == (RESPONSE.id, "c", NOON + CARD_LIFE)


def test_no_two_presses_share_an_id_and_none_can_be_guessed() -> None:
    offer = Offer(RESPONSE.id, "c", NOON)
    ids = {offer.press("a:b")["action"] for _ in range(200)}
    assert len(ids) == 200
    assert min(map(len, ids)) >= 22
    assert {action.card for action in offer.actions} == {offer.card}


def test_every_input_has_a_label_and_says_what_is_missing() -> None:
    for field in (
        text_input("a", "What happened?", required="Say what happened."),
        choices("a", "How?", [("By phone", "p")], required="Choose."),
    ):
        assert field["label"]
        assert (field["isRequired"], bool(field["errorMessage"])) == (True, True)
    assert "isRequired" not in text_input("a", "Anything else?")


@pytest.mark.parametrize("option", [("As the policy has it", ""), ("", "policy")])
def test_no_choice_is_empty_since_the_chat_page_would_draw_nothing_of_the_card(option: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="needs words and a value"):
        choices("next", "Next visit", [("In 3 days", "3"), option])


def test_a_card_is_marked_unless_it_is_about_nobody_and_speaks_no_name() -> None:
    marked, bare = card([heading("John Smith")]), card([heading("Guidance")], marked=False)
    assert (next(words(marked)), next(words(bare))) == (MARKING, "Guidance")
    assert "Smith" not in marked["speak"] + marked["fallbackText"]


@pytest.mark.parametrize("officer", EVERYONE)
def test_the_welcome_says_what_this_role_may_do_and_that_it_is_no_emergency_channel(officer: Officer) -> None:
    offer = Offer(officer.id, "c", NOON)
    shown = list(words(welcome_card(officer, offer)))
    assert NO_EMERGENCY in shown
    assert [said for permission, said in ABILITIES if (said in shown) != officer.may(permission)] == []


def test_the_welcome_says_how_many_contacts_are_due_today() -> None:
    said = [list(words(welcome_card(VLO, Offer(VLO.id, "c", NOON), due))) for due in (0, 1, 12)]
    told = [[line for line in shown if "due today." in line] for shown in said]
    ways = 'due today. Press My contacts, or type "my contacts".'
    assert told == [[], [f"1 contact is {ways}"], [f"12 contacts are {ways}"]]
    cards = [welcome_card(VLO, Offer(VLO.id, "c", NOON), due) for due in (0, 1, 12)]
    buttons = [[one["title"] for one in shown["actions"] if one["title"].startswith("My contacts")] for shown in cards]
    assert buttons == [["My contacts"], ["My contacts (1 due today)"], ["My contacts (12 due today)"]]


@pytest.mark.parametrize("officer", EVERYONE)
def test_only_an_administrator_is_sent_to_the_command_line_and_others_to_the_administrator(officer: Officer) -> None:
    shown = list(words(welcome_card(officer, Offer(officer.id, "c", NOON))))
    own, asked_for = ([said for said in shown if words in said] for words in ("at the command line", "ask the administrator"))
    powers = {Permission.IMPORT_FEED, Permission.READ_AUDIT} & {one for one in Permission if officer.may(one)}
    administrator = Role.ADMIN in officer.roles
    assert (len(own), len(asked_for)) == (len(powers | {Permission.KEEP_DATABASE}) * administrator, len(powers) * (not administrator))


@pytest.mark.parametrize("page", [page.name for page in load().pages])
def test_a_guidance_card_shows_the_passage_its_sources_and_the_nearest_pages(page: str) -> None:
    library = load()
    [title] = [one.title for one in library.pages if one.name == page]
    answer = library.answer(title, NOON.date())
    offer = Offer(RESPONSE.id, "c", NOON)
    shown: dict[str, Any] = guidance_card(answer, offer)
    assert [source for source in answer.sources if source.url not in str(shown)] == []
    assert [name for name, _ in buttons(shown)] == list(answer.alternatives)
    assert len(offer.actions) == len(answer.alternatives)


def test_every_page_is_two_presses_away_on_cards_that_every_client_draws_whole() -> None:
    pages = load().pages
    chapters = [chapter_card(chapter, pages, Offer(RESPONSE.id, "c", NOON)) for chapter in CHAPTERS]
    listed = [title for shown in chapters for title, _ in buttons(shown) if title != "All chapters"]
    assert sorted(listed) == sorted(page.title for page in pages)
    shown = [*chapters, pages_card(Offer(RESPONSE.id, "c", NOON))]
    assert [fullest(card) for card in shown if fullest(card) > MOST_BUTTONS] == []
    assert MOST_BUTTONS < DRAWN_AT_MOST < max(len(list(buttons(card))) for card in shown)


def test_no_set_of_buttons_is_left_empty() -> None:
    assert button_sets([]) == []


def test_a_card_with_more_buttons_than_one_set_holds_is_drawn_with_all_of_them_in_their_sequence() -> None:
    offer = Offer(RESPONSE.id, "c", NOON)
    for number in (DRAWN_AT_MOST, DRAWN_AT_MOST + 1, 3 * DRAWN_AT_MOST):
        ways = [f"Way {at}" for at in range(number)]
        shown = card([heading("Ways")], [button(way, offer.press("help:look_up")) for way in ways])
        assert [title for title, _ in buttons(shown)] == ways
        assert fullest(shown) <= DRAWN_AT_MOST
