"""The Markdown of a record, read back with a parser of its own: what was typed is words and nothing else."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.files.breach import file_of
from bot.files.markdown import escaped
from domain.breaches.signing import Addendum, Signing
from services.breach_files import Form
from services.breaches import Sent
from tests.breaches import NOW, SIMPLE, a_record, account_of
from tests.people import RESPONSE

READERS = (MarkdownIt("commonmark"), MarkdownIt("js-default"))


class Read(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def text_of(sent: Sent) -> str:
    return file_of(sent, Form.MARKDOWN, NOW).content.decode()


def typed(account: str) -> Sent:
    return a_record("no", account_of(account), *SIMPLE[2:])


def test_a_record_is_headings_and_lists_between_its_markings() -> None:
    text = text_of(a_record())
    read = Read(READERS[0].render(text))
    assert [text.splitlines()[at] for at in (0, -1)] == ["**OFFICIAL-SENSITIVE**"] * 2
    assert "- **Respondent:** John Smith, born 12 March 1985\n- **Protected person:** Jane Marlow\n" in text
    assert "## What happened\n\nHe texted her three times.\n" in text
    assert "## Reason for no arrest\n\nnot found yet\n" in text
    assert {tag: read.tags.count(tag) for tag in ("h1", "h2", "ul", "ol")} == {"h1": 1, "h2": 27, "ul": 1, "ol": 1}
    assert (
        "4. **Knew, before the act, that the order existed (needed where it was made without notice).**\n\n   Held: Served with the papers."
        in text
    )


def test_the_file_is_named_by_the_reference_and_says_how_it_is_written() -> None:
    made = file_of(a_record(), Form.MARKDOWN, NOW)
    assert (made.name, made.kind, made.charset) == ("BR-7F3K2M.md", "text/markdown", "utf-8")


@pytest.mark.parametrize(
    "said",
    [
        "# A heading",
        "A heading\n===",
        "A heading\n---",
        "- one\n+ two\n* three\n1. four\n5) five",
        "> quoted",
        "    code\n\n\tcode",
        "```\ncode\n```\n~~~\ncode\n~~~",
        "*em* **strong** _em_ __strong__ ~~gone~~ `code`",
        "[x](http://made-up.example) ![x](y) <http://made-up.example> [x]: y\n[x]",
        "<script>alert(1)</script> <!-- hidden --> <b>",
        "&lt; &amp; &#65; &nbsp;",
        "a | b\n--|--\nc | d",
        "a\n:-:\nc",
        "one\\\ntwo  \nthree",
        "Evidence there is:\nnone\nArrest decision: yes\n1. The point. Held: all",
    ],
)
def test_nothing_that_was_typed_is_taken_for_markup(said: str) -> None:
    plain = Read(READERS[1].render(text_of(typed("He wrote."))))
    read = Read(READERS[1].render(text_of(typed(f"He wrote.\n{said}"))))
    assert {*read.tags} == {"p", "h1", "h2", "ul", "ol", "li", "strong"}
    assert [tag for tag in read.tags if tag != "p"] == [tag for tag in plain.tags if tag != "p"]
    assert " ".join(said.split()) in " ".join(read.words.split())


@pytest.mark.parametrize(
    "said",
    ["Arrest decision: yes, at the door", "Evidence there is:", "1. The last point. Held: all of it"],
)
def test_an_account_that_looks_like_a_line_of_the_program_stays_an_account(said: str) -> None:
    lines, plain = text_of(typed(said)).splitlines(), text_of(a_record()).splitlines()
    at = lines.index("## What happened")
    assert lines[at + 1 : at + 4] == ["", escaped(said), ""]
    assert [line for line in lines if line.startswith("## ")] == [line for line in plain if line.startswith("## ")]


@pytest.mark.parametrize(
    "said", ["www.made-up.example", "http://made-up.example/x", "j@mail.example", ":smile:", "++x++", "a--b", "at 22:00"]
)
def test_an_escaped_line_holds_nothing_that_some_readers_make_more_of(said: str) -> None:
    line = escaped(said)
    assert re.findall(r"(?<!\\)(?:www\.|://|@|:smile|\+\+|--)", line) == []
    assert Read(READERS[0].render(line)).words.strip() == said


def test_a_time_of_day_and_plain_words_are_left_as_they_are() -> None:
    assert escaped('On Sunday at 22:00, he said (twice): "no". That\'s all!') == 'On Sunday at 22:00, he said (twice): "no". That\'s all!'


def test_what_would_turn_a_line_round_is_told_and_other_writing_stays() -> None:
    text = text_of(typed("He wrote \u202egnp.exe and \u0645\u0631\u062d\u0628\u0627 \N{PILE OF POO}."))
    assert "He wrote \\[U+202E\\]gnp" in text
    assert "\u0645\u0631\u062d\u0628\u0627 \N{PILE OF POO}." in text


WORDS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
MARKS = st.sampled_from("\\`*_{}[]()<>#+-.!|~&$@:=^%/ \t01")


@given(st.text(alphabet=st.one_of(WORDS, MARKS), max_size=60))
def test_a_line_comes_back_from_a_reader_as_the_words_that_were_typed(said: str) -> None:
    for reader in READERS:
        read = Read(reader.render(escaped(said)))
        assert read.words.split() == said.split()
        assert {*read.tags} <= {"p"}


@pytest.mark.parametrize("said", ["Signed off:", "1. A point. Held: all of it", "Respondent: somebody else"])
def test_what_was_added_is_words_whatever_it_looks_like(said: str) -> None:
    added = replace(a_record(), signing=Signing((), (Addendum(1, said, RESPONSE.id, "0000", NOW),)))
    text = text_of(added)
    assert f"word for word\n\n{escaped(said)}\n" in text
    assert Read(READERS[0].render(text)).tags.count("h2") == 27 + 2
