"""The made-up force looks like a force, looks made up, and is the same for everybody."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID
from zipfile import ZipFile

from fpdf import FPDF
from pypdf import PdfReader

from demo.__main__ import main
from demo.feed import PASSWORD, made_up_feed
from demo.force import JOHN_SMITH_BORN, demo_feed, demo_orders
from demo.manifest import layout_a, layout_b, no_orders
from demo.papers import MARK, order_paper, welsh_paper
from demo.people import HEADER, officer_id, officers_csv
from demo.zipcrypto import encrypted_zip
from domain.contacts import plan_id
from domain.feed import FeedOrder, read_manifest, read_rows
from domain.officers import Role

TODAY = date(2026, 11, 20)


def read(text: str) -> list[FeedOrder]:
    rows = list(read_rows(read_manifest(text)))
    assert all(isinstance(row, FeedOrder) for row in rows)
    return [row for row in rows if isinstance(row, FeedOrder)]


def test_every_role_is_held_by_somebody_with_an_id_that_never_changes() -> None:
    people = list(csv.DictReader(io.StringIO(officers_csv())))
    assert tuple(people[0]) == HEADER
    assert {role for one in people for role in one["roles"].split(";")} == set(Role)
    assert len({UUID(one["id"]) for one in people}) == len(people)
    assert {one["supervisor"] for one in people} <= {one["id"] for one in people} | {""}
    assert officer_id("PC Sam Okafor-Lane") == UUID(people[0]["id"])
    assert all(one["email"].endswith("@force.example") for one in people)


def test_one_john_smith_was_born_on_12_march_1985(tmp_path: Path) -> None:
    manifest = demo_feed(tmp_path, TODAY, 60)
    orders = read(manifest.read_text(encoding="utf-8"))
    assert len(orders) == 60
    (order,) = [one for one in orders if one.respondent.surname == "Smith" and one.respondent.dob == date(1985, 3, 12)]
    assert order.expires_at is not None
    assert 230 < (order.expires_at - datetime(2026, 11, 20, tzinfo=UTC)).days < 260
    assert order.applicant.safe_time_raw is not None
    assert order.applicant.postcode is not None
    assert (tmp_path / order.sent_name).read_bytes().startswith(b"%PDF")


def test_the_order_of_the_readme_s_story_is_the_same_liaison_officer_s_on_every_day() -> None:
    liaison = sorted(UUID(one["id"]) for one in csv.DictReader(io.StringIO(officers_csv())) if Role.VLO in one["roles"].split(";"))
    days = [TODAY + timedelta(days=more) for more in range(30)]
    orders = [one for day in days for one in read(layout_a(demo_orders(day))) if one.respondent.dob == JOHN_SMITH_BORN]
    assert {liaison[plan_id(one.applicant).int % len(liaison)] for one in orders} == {officer_id("VLO Kit Rowan")}


def test_the_small_register_holds_one_of_each_matter_worth_showing() -> None:
    orders = read(layout_a(demo_orders(TODAY)))
    now = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    assert (
        len({one.respondent.dob for one in orders if (one.respondent.surname, (one.respondent.forenames or "")[:4]) == ("Smith", "John")})
        == 3
    )
    assert any(one.expires_at is not None and one.expires_at < now for one in orders)
    assert any(one.expires_at is None for one in orders)
    assert any("address1" in one.applicant.withheld for one in orders)
    assert any(one.applicant.confidential == {"phone"} for one in orders)
    assert len({one.case_no for one in orders}) == len(orders) - 1
    pairs = {(one.respondent.name, one.applicant.name) for one in orders}
    assert any((applicant, respondent) in pairs for respondent, applicant in pairs)


def test_the_same_seed_makes_the_same_feed() -> None:
    assert layout_a(made_up_feed(7, 200, TODAY)) == layout_a(made_up_feed(7, 200, TODAY))
    assert layout_a(made_up_feed(8, 200, TODAY)) != layout_a(made_up_feed(7, 200, TODAY))
    (order,) = made_up_feed(7, 1, TODAY)
    assert order_paper(order) == order_paper(order)


def test_both_layouts_are_read_as_the_same_orders() -> None:
    made = made_up_feed(3, 400, TODAY)
    for ours, from_a, from_b in zip(made, read(layout_a(made)), read(layout_b(made)), strict=True):
        assert (from_a.case_no, from_a.sent_name, from_a.respondent) == (ours.case_no, ours.file_name, from_b.respondent)
        assert (from_a.expires_at, from_a.made_on, from_b.made_on) == (from_b.expires_at, ours.made_on, None)
        assert (from_a.review, from_b.review) == ((), ())
    assert read(no_orders()) == []


def test_what_is_made_up_looks_made_up() -> None:
    for order in made_up_feed(5, 400, TODAY):
        for person in (order.respondent, order.applicant):
            assert person.email.endswith("@mail.example")
            assert re.fullmatch(r"07700 900\d{3}|01632 960\d{3}", person.phone)
            assert re.fullmatch(r"[A-Z]{1,2}\d{1,2} \d[CIKMOV]{2}", person.postcode)


def test_a_paper_reads_like_the_courts_form_and_says_it_is_none() -> None:
    order = demo_orders(TODAY)[0]
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(order_paper(order))).pages]
    assert all(MARK in page for page in pages)
    assert f"Case number: {order.case_no}" in pages[0]
    assert "4. The respondent must not go to, enter" in pages[0]
    assert "This order was made on 23 July 2026 without notice" in pages[0]
    assert "23:59 on 21 July 2027" in pages[0]
    assert "Statement of service" in pages[1]
    assert MARK in PdfReader(io.BytesIO(welsh_paper(order))).pages[0].extract_text()


def test_no_line_of_a_paper_leaves_the_page_where_a_wider_font_stands_in() -> None:
    ruler = FPDF()
    ruler.set_font("Helvetica", style="B", size=11)
    papers = [order_paper(one) for one in demo_orders(TODAY)]
    lines = [line for paper in papers for page in PdfReader(io.BytesIO(paper)).pages for line in page.extract_text().splitlines()]
    assert max(map(len, lines)) > 60
    assert [line for line in lines if ruler.l_margin + 1.25 * ruler.get_string_width(line) > ruler.w] == []


def test_names_the_pdf_fonts_cannot_spell_are_still_printed() -> None:
    (order,) = [one for one in demo_orders(TODAY) if one.respondent.surname == "Wiśniewski"]
    assert "Kamil Wisniewski" in PdfReader(io.BytesIO(order_paper(order))).pages[0].extract_text()


def test_the_encrypted_zip_opens_with_its_password_only() -> None:
    packed = encrypted_zip({"a.csv": b"x" * 5_000, "Zoë.pdf": b"%PDF"}, PASSWORD, Random(1))
    with ZipFile(io.BytesIO(packed)) as archive:
        archive.setpassword(PASSWORD)
        assert archive.testzip() is None
        assert archive.read("Zoë.pdf") == b"%PDF"
        assert all(entry.flag_bits & 1 for entry in archive.infolist())
    assert b"xxxxx" not in packed


def test_the_command_writes_a_folder_or_a_zip(tmp_path: Path) -> None:
    main(["feed", str(tmp_path), "--orders", "5", "--pdfs", "1", "--day", "2026-06-01", "--layout", "B"])
    main(["feed", str(tmp_path), "--orders", "5", "--pdfs", "1", "--day", "2026-06-01", "--zip"])
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".pdf", ".zip"}
    assert len(read((tmp_path / "manifest-20260601.csv").read_text(encoding="utf-8"))) == 5
