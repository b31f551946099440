"""The PDF of a record: marked on every page, numbered, and read back word for word."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from bot.cards.parts import MARKING
from bot.files.breach import file_of
from bot.files.pdf import NOT_DRAWN
from services.breach_files import Form
from services.breaches import Sent
from tests.breaches import NOW, SIMPLE, a_record, account_of

LONG = " ".join(f"Message {number}: I know where you live." for number in range(1, 100))


def read(sent: Sent) -> PdfReader:
    return PdfReader(io.BytesIO(file_of(sent, Form.PDF, NOW).content))


def text_of(sent: Sent) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in read(sent).pages)


def typed(account: str) -> Sent:
    return a_record("no", account_of(account), *SIMPLE[2:])


def test_every_page_is_marked_on_top_and_at_the_foot_and_says_which_of_how_many_it_is() -> None:
    pages = [page.extract_text().splitlines() for page in read(typed(LONG)).pages]
    assert len(pages) in (3, 4)
    assert [(page[0], page[-2], page[-1]) for page in pages] == [
        (MARKING, MARKING, f"BR-7F3K2M    page {number} of {len(pages)}") for number in range(1, len(pages) + 1)
    ]


def test_the_name_of_the_file_and_what_it_says_of_itself_hold_the_reference_and_nobody() -> None:
    made = file_of(a_record(), Form.PDF, NOW)
    assert (made.name, made.kind) == ("BR-7F3K2M.pdf", "application/pdf")
    said: dict[str, Any] = dict(PdfReader(io.BytesIO(made.content)).metadata or {})
    assert {name: str(value) for name, value in said.items()} == {"/Title": "BR-7F3K2M", "/CreationDate": "D:20261122105000Z"}


def test_the_pages_are_a4_and_carry_their_own_font() -> None:
    page: Any = read(a_record()).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    inside = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert (len(inside), all("/FontFile2" in one for one in inside)) == (2, True)


def test_a_record_stands_in_it_whole_with_its_headings() -> None:
    text = text_of(a_record())
    told = ("Breach of a non-molestation order: BR-7F3K2M", "Respondent: John Smith, born 12 March 1985", "Protected person: Jane Marlow")
    asked = (
        "What happened He texted her three times.",
        "Reason for no arrest not found yet",
    )
    assert [words for words in (*told, *asked, "6. Not already punished as contempt Held: nothing yet.") if words not in text] == []
    assert NOT_DRAWN not in text


@pytest.mark.parametrize(
    "said",
    [
        "Za\u017c\xf3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144",
        "Mae'r d\u0175r a'r t\u0177 yn \xf4l",
        "\u041f\u0440\u0438\u0432\u0435\u0442 \u03b3\u03b5\u03b9\u03b1",
        "\u2018quoted\u2019 \u201cwords\u201d \u2013 \xa350 \u20ac20",
        "**bold** __under__ [x](http://made-up.example) <b>tag</b> {nb} %PDF \\ (brackets)",
    ],
)
def test_words_are_drawn_as_they_were_typed(said: str) -> None:
    text = text_of(typed(f"He wrote {said} to them."))
    assert f"He wrote {said} to them." in text
    assert NOT_DRAWN not in text


def test_signs_that_no_font_here_has_are_told_in_words_and_that_is_said() -> None:
    text = text_of(typed("He sent \N{HOCHO} and \u0645\u0631\u062d\u0628\u0627 at night."))
    assert "He sent [hocho] and [Arabic letter, 5 times] at night." in text
    assert NOT_DRAWN in text


@pytest.mark.parametrize("said", ["x" * 3900, "\N{PILE OF POO}" * 3900, "<b>\u202e" * 950, "\n" * 400 + "end", "\ud800\x00\x1e\u2028"])
def test_whatever_was_typed_makes_a_file(said: str) -> None:
    assert "6. Not already punished as contempt" in text_of(typed(f"He wrote {said}."))


def test_a_long_word_goes_on_in_the_next_line_and_loses_nothing() -> None:
    assert "".join(text_of(typed("y" * 400)).split()).count("y" * 400) == 1
