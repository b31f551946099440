"""What is typed about a record of a breach is told apart from what is looked up and what is an answer."""

import pytest

from bot.record_words import Asked, RecordWords, record_words

REF = "BR-7F3K2D"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("sign off BR-7F3K2D", RecordWords(Asked.SIGN_OFF, REF)),
        ("Please sign-off record br 7f3k2d.", RecordWords(Asked.SIGN_OFF, REF)),
        ("return BR-7F3K2D: which phone?", RecordWords(Asked.RETURN, REF, "which phone?")),
        ("return BR-7F3K2D with a note: Which phone?", RecordWords(Asked.RETURN, REF, "Which phone?")),
        ("send back the record BR-7F3K2D - date is wrong", RecordWords(Asked.RETURN, REF, "date is wrong")),
        ("return BR-7F3K2D", RecordWords(Asked.RETURN, REF)),
        ("add to BR-7F3K2D: The neighbour saw it.\nSo did I.", RecordWords(Asked.ADD, REF, "The neighbour saw it.\nSo did I.")),
        ("ADD TO BR7F3K2D", RecordWords(Asked.ADD, REF)),
        ("awaiting sign-off", RecordWords(Asked.AWAITING)),
        ("show me the records awaiting my sign off", RecordWords(Asked.AWAITING)),
        ("what is waiting for sign off?", RecordWords(Asked.AWAITING)),
        ("records to sign off", RecordWords(Asked.AWAITING)),
        ("sign offs due", RecordWords(Asked.AWAITING)),
        ("hand over to PC Okafor-Lane", RecordWords(Asked.HAND_OVER, words="PC Okafor-Lane")),
        ("Please hand this record over to 4101", RecordWords(Asked.HAND_OVER, words="4101")),
        ("hand over", RecordWords(Asked.HAND_OVER)),
    ],
)
def test_words_about_a_record_are_read(line: str, asked: RecordWords) -> None:
    assert record_words(line) == asked


@pytest.mark.parametrize(
    "line",
    [
        "BR-7F3K2D",
        "show BR-7F3K2D",
        "sign off john smith",
        "return hearing",
        "when is the return hearing",
        "add to the record",
        "handed over the phone to officers",
        "he would not hand over the phone",
        "hand over to PC Lane\nand then he left",
        "hand over to " + "x" * 200,
        "any nmo on john smith dob 12/3/85",
        "",
    ],
)
def test_other_words_are_left_alone(line: str) -> None:
    assert record_words(line) is None
