"""What officers type is read into particulars; whatever they type, reading it never fails."""

import unicodedata
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.addresses import Home
from domain.dates import DobGiven
from domain.orders import PartyRole
from domain.particulars import clean, given_particulars, postcode_of, read_particulars

TODAY = date(2026, 11, 20)
DOB = "1985-03-12"
LINES = [
    # typed, names, date of birth, postcode, case number or reference, role
    ("any nmo on john smiht dob 12/3/85", "john smiht", DOB, None, None, None),
    ("smith, john 12.03.1985", "john smith", DOB, None, None, None),
    ("SMITH, John Paul", "john paul smith", None, None, None, None),
    ("is there an order for O'Brien at M6 3QP", "obrien", None, "M6 3QP", None, None),
    ("order no FM24F00123", "", None, None, "FM24F00123", None),
    ("order no. fm 24 f 00123", "", None, None, "FM24F00123", None),
    ("1234567890123456", "", None, None, "1234567890123456", None),
    ("1234-5678-9012-3456", "", None, None, "1234567890123456", None),
    ("case 1234 5678 9012 3456 please", "", None, None, "1234567890123456", None),
    ("case number ABC/123-4", "", None, None, "ABC/1234", None),
    ("nmo-23456P", "", None, None, "NMO-23456P", None),
    ("what does NMO 23456P say", "", None, None, "NMO-23456P", None),
    ("has John got a non mol", "john", None, None, None, None),
    ("HAS JOHN GOT A NON MOL", "john", None, None, None, None),
    ("jon smith born 1985", "jon smith", "1985", None, None, None),
    ("double check respondent Lee Anderson-Hughes not expired", "lee anderson hughes", None, None, None, PartyRole.RESPONDENT),
    ("anything live on M6 3QP", "", None, "M6 3QP", None, None),
    ("can he go within 100m of her work per the order for D. Patel", "d patel", None, None, None, None),
    ("has he been served? case LS25F00442", "", None, None, "LS25F00442", None),
    ("want to record a breach for gary nolan", "gary nolan", None, None, None, None),
    ("kerry walker at the desk wants anything on gary nolan", "gary nolan", None, None, None, None),
    ("victim is angela ross", "angela ross", None, None, None, PartyRole.APPLICANT),
    ("is there a non-molestation order against John Smith?", "john smith", None, None, None, PartyRole.RESPONDENT),
    ("Will Smith 12/3/85", "will smith", DOB, None, None, None),
    ("mark may, 12/3/85", "mark may", DOB, None, None, None),
    ("nmo john smith m63qp", "john smith", None, "M6 3QP", None, None),
    ("john smith EC1A 1BB", "john smith", None, "EC1A 1BB", None, None),
    ("Zo\u00eb \u0141ukasz-Kowalski 12 March 1985", "zoe lukasz kowalski", DOB, None, None, None),
    ("\u5468 \u6770\u502b", "\u5468 \u6770\u502b", None, None, None, None),
    ("J. O Brien 1985-03-12", "j obrien", DOB, None, None, None),
    ("what\u2019s the score with john smith", "john smith", None, None, None, None),
    ("bob o\u2019brien", "bob obrien", None, None, None, None),
    ("mr john mc donald", "john mcdonald", None, None, None, None),
    ("nmo on A Patel", "a patel", None, None, None, None),
    ("A. Khan 12/3/85", "a khan", DOB, None, None, None),
    ("m khan 12/3/85", "m khan", DOB, None, None, None),
    ("check john smith d.o.b. 12 03 1985 please", "john smith", DOB, None, None, None),
    ("john SMITH 12MAR85", "john smith", DOB, None, None, None),
    ("jo\u200bhn\u0007 smith", "john smith", None, None, None, None),
    ("john smith 07700 900123", "john smith", None, None, None, None),
    ("john smith in ls6, 12/3/85", "john smith", DOB, None, None, None),
    ("john smith of 14 elm rd", "john smith", None, None, None, None),
    ("john.smith@mail.example", "", None, None, None, None),
    ("s", "", None, None, None, None),
    ("% * _ '; drop table nmo", "table", None, None, None, None),
    ("", "", None, None, None, None),
]


@pytest.mark.parametrize(
    ("typed", "best", "others"),
    [
        ("does john smith have an nmo against his wife jane", "john smith", ""),
        ("stopped john smith in a car, any non mol on him?", "john smith", ""),
        ("we have just nicked gary nolan outside tesco", "gary nolan", ""),
        ("john smith 12/3/85 and darren pike 17/5/79", "john smith", "darren pike"),
        ("john smith and darren pike 17/5/79", "darren pike", "john smith"),
        ("john smith, darren pike, any orders", "john smith", "darren pike"),
        ("kerry walker at the desk wants anything on gary nolan", "gary nolan", "kerry walker"),
        ("smith jones, john paul", "john paul smith jones", ""),
        ("caller is rita pike, her ex is dave hollins", "rita pike", "dave hollins"),
        ("alice quick", "alice quick", ""),
        ("court, margaret", "margaret court", ""),
        ("courtney love 1/2/80", "courtney love", ""),
        ("hugh grant or bob hope", "hugh grant", "bob hope"),
        ("is john best in breach", "john best", ""),
        ("quick check on john smith", "john smith", ""),
        ("has john got a court order", "john", ""),
        ("nope he has left", "", ""),
        ("he may call back", "may", ""),
        ("any nmo keeping john smith away", "john smith", ""),
        ("nmo that covers john smith", "john smith", ""),
        ("nmo on john keeping", "john keeping", ""),
    ],
)
def test_the_names_in_a_sentence_are_found_among_its_words(typed: str, best: str, others: str) -> None:
    read = read_particulars(typed, TODAY)
    assert (" ".join(read.name_tokens), "; ".join(map(" ".join, read.others))) == (best, others)


def in_words(dob: DobGiven | None) -> str | None:
    return str(dob.day or dob.year) if dob else None


@pytest.mark.parametrize(("typed", "names", "dob", "postcode", "number", "role"), LINES)
def test_a_line_is_read_as_an_officer_means_it(
    typed: str, names: str, dob: str | None, postcode: str | None, number: str | None, role: PartyRole | None
) -> None:
    read = read_particulars(typed, TODAY)
    assert " ".join(read.name_tokens) == names
    assert (in_words(read.dob), read.postcode, read.case_no or read.reference, read.role_hint) == (dob, postcode, number, role)


@pytest.mark.parametrize(
    ("typed", "unused"),
    [
        ("jane marlow LS6", ()),
        ("anything in LS6", ("postcode district alone",)),
        ("jane marlow LS6 1AB", ()),
        ("jane marlow b3/5/85", ()),
        ("NMO-23456M", ("reference with a slip in it",)),
    ],
)
def test_what_is_not_searched_by_is_named_so_that_the_answer_can_say_so(typed: str, unused: tuple[str, ...]) -> None:
    assert read_particulars(typed, TODAY).unused == unused


@pytest.mark.parametrize(
    ("typed", "home", "phone", "email"),
    [
        ("john smith 07700 900123", None, "7700900123", None),
        ("+44 (0)7700 900123", None, "7700900123", None),
        ("0044 7700 900 123", None, "7700900123", None),
        ("John.Smith@mail.example", None, None, "john.smith@mail.example"),
        ("is 14 elm rd covered", Home("14", "elm"), None, None),
        ("anything at 3 Cobbler's Yard", Home("3", "cobblers"), None, None),
    ],
)
def test_a_home_a_telephone_and_an_address_are_searched_by(typed: str, home: Home | None, phone: str | None, email: str | None) -> None:
    read = read_particulars(typed, TODAY)
    assert (read.home, read.phone, read.email, read.name_tokens) == (home, phone, email, ("john", "smith") if "john s" in typed else ())


def test_both_readings_of_a_doubtful_date_are_kept() -> None:
    assert read_particulars("john smith 12/3/85", TODAY).dob == DobGiven(1985, date(1985, 3, 12), date(1985, 12, 3))


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Court, Margaret", ("margaret", "court")),
        ("Miss Alice Quick", ("alice", "quick")),
        ("Dr. May Case (known as Mimi)", ("may", "case")),
        ("Drew Marlow alias Drew Night", ("drew", "marlow")),
        ("Mr", ("mr",)),
        ("", ()),
    ],
)
def test_a_name_given_by_itself_keeps_words_that_officers_put_round_names(name: str, tokens: tuple[str, ...]) -> None:
    read = given_particulars(name, DobGiven(1985, date(1985, 3, 12)), "Flat 2, 14 Elm Rd", "m63qp", "+44 7700 900123", "raw")
    assert (read.name_tokens, read.postcode, read.raw) == (tokens, "M6 3QP", "raw")
    assert (read.home, read.phone) == (Home("14", "elm"), "7700900123")


@pytest.mark.parametrize(
    ("typed", "postcode"), [("m63qp", "M6 3QP"), (" ec1a  1bb ", "EC1A 1BB"), ("M6", None), ("nowhere", None), (None, None)]
)
def test_a_postcode_has_one_form(typed: str | None, postcode: str | None) -> None:
    assert postcode_of(typed) == postcode


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    read = read_particulars(text, TODAY)
    assert len(read.name_tokens) <= 8
    assert all(part == part.casefold() for part in read.name_tokens if part.isascii())


@given(st.text(max_size=200))
def test_what_is_kept_of_the_text_can_be_seen(text: str) -> None:
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    shown = clean(text)
    assert not [sign for sign in shown if unicodedata.category(sign) in hidden]
    assert unicodedata.is_normalized("NFC", clean(clean(text)))


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "1/",
        "a ",
        "12 mar ",
        "a-",
        "1 a ",
        "on john ",
        "A1 ",
        "a@",
        "@",
        "jan",
        "case no ",
        "1234 ",
        "o ",
        "'",
        "NMO-",
        "love, ",
        "john love, ",
        "31/2/85 ",
        "pat quill, ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(part: str) -> None:
    """Eight times the text may take at most forty times as long: a quadratic reading takes sixty-four."""
    short, long = part * (500 // len(part)), part * (4_000 // len(part))
    assert quickest(long) < 40 * quickest(short) + 0.002


def quickest(text: str) -> float:
    taken = []
    for _ in range(5):
        before = process_time()
        read_particulars(text, TODAY)
        taken.append(process_time() - before)
    return min(taken)


def test_only_the_first_four_thousand_characters_are_read() -> None:
    assert read_particulars(" " * 4_000 + "john smith", TODAY).name_tokens == ()
