"""The index finds people by what was typed, and keeps its counts in step."""

from dataclasses import replace
from datetime import date
from itertools import permutations, product

from sqlalchemy import select, update

from domain.faint import SMALL_REGISTER
from domain.orders import Order
from domain.particulars import read_particulars
from storage.search import Search
from storage.search_rows import day_number
from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name
from storage.work import Database, UnitOfWork
from tests.orders import a_party, an_order

TODAY = date(2026, 11, 20)


async def names_near(database: Database, text: str) -> set[tuple[str, str]]:
    async with database.work() as uow:
        return await named_in(uow, text)


async def named_in(uow: UnitOfWork, text: str) -> set[tuple[str, str]]:
    pool = await uow.search.candidates(read_particulars(text, TODAY))
    return {(" ".join(one.forenames), " ".join(one.surnames)) for one in pool.candidates}


async def index(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.search.add(orders)


def about(forenames: str | None, surname: str | None, **changes: object) -> Order:
    return an_order(respondent=a_party(forenames=forenames, surname=surname, **changes))


async def counts(database: Database, token: str) -> tuple[int, int]:
    async with database.reading() as uow:
        row = (await uow.connection.execute(select(lexicon).where(lexicon.c.token == token))).first()
    return (0, 0) if row is None else (row.as_surname, row.as_forename)


async def test_a_person_is_found_by_each_way_a_name_goes_wrong(database: Database) -> None:
    await index(database, about("William James", "Anderson-Hughes"), about("Katherine", "O'Brien"))
    for typed in (
        "william anderson-hughes",
        "bill anderson",
        "wiliam andreson",
        "hughes william",
        "james hughes",
        "w andersonhughes",
    ):
        assert ("william james", "anderson hughes andersonhughes") in await names_near(database, typed), typed
    for typed in ("cathryn obrien", "kate o'brien", "katherin o brian", "K. O\u2019Brien"):
        assert ("katherine", "obrien") in await names_near(database, typed), typed


async def test_a_married_name_is_found_by_the_date_of_birth_either_way_round(database: Database) -> None:
    await index(database, about("Jane", "Wetherby", dob=date(1985, 3, 12)))
    assert ("jane", "wetherby") in await names_near(database, "jane marchbank 12/3/85")
    assert ("jane", "wetherby") in await names_near(database, "jane marchbank 3/12/85")
    assert ("jane", "wetherby") in await names_near(database, "jane marchbank 13/3/85")


async def test_in_a_small_register_whoever_bears_one_of_the_names_is_found_where_nobody_comes_nearer(database: Database) -> None:
    await index(database, about("Jane", "Wetherby", dob=date(1985, 3, 12)), about("Orla", "Marchbank"))
    for typed in ("zed wetherby", "jane zedling 1/1/60", "wetherbey zed", "wetherby 1/1/60"):
        assert ("jane", "wetherby") in await names_near(database, typed), typed
    assert await names_near(database, "orla marchbank") == {("orla", "marchbank")}


async def test_in_a_large_register_one_name_alone_leads_to_nobody(database: Database) -> None:
    await index(database, about("Jane", "Wetherby", dob=date(1985, 3, 12)))
    await in_a_large_register(database)
    assert await names_near(database, "jane zedling 1/1/60") == set()


async def in_a_large_register(database: Database) -> None:
    async with database.work() as uow:
        await uow.connection.execute(update(lexicon).where(lexicon.c.token == "").values(as_surname=SMALL_REGISTER + 1))


async def test_in_a_large_register_two_forenames_lead_to_whoever_bears_both_whatever_the_surname(database: Database) -> None:
    people = list(permutations(("Olivia", "Keiran", "Wendell", "Tamsin"), 2))
    await index(database, *(about(f"{one} {other}", surname) for one, other in people for surname in ("Marchbank", "Wetherby")))
    await index(database, about("Olivia", "Marchbank"), about("Anne-Olivia Keiran", "Marchbank"))
    await in_a_large_register(database)
    for one, other in people:
        for typed in (f"{one} {other} zedling", f"zedling {one} {other}", f"{one} {other} zedling 1/1/60"):
            found = {forenames for forenames, _ in await names_near(database, typed)}
            assert found == {f"{one} {other}".lower()}, typed


async def test_whoever_has_two_forenames_is_found_among_many_who_bear_one_of_them_with_the_surname(database: Database) -> None:
    await index(
        database,
        *(about("Michael", "Smith") for _ in range(60)),
        about("Lee Michael", "Smith"),
        *(about("Lee", "Smith") for _ in range(60)),
    )
    for typed in ("lee michael smith", "smith lee michael", "snith lee michael"):
        assert ("lee michael", "smith") in await names_near(database, typed), typed


async def test_two_initials_find_whoever_bears_both_among_many_who_bear_the_first(database: Database) -> None:
    await index(database, *(about(f"Ro{one}", "Harris") for one in "bcdfg" for _ in range(20)), about("Roger Quentin", "Harris"))
    assert ("roger quentin", "harris") in await names_near(database, "r q harris")


async def test_words_typed_apart_find_whoever_bears_them_as_one(database: Database) -> None:
    await index(database, about("Amir", "Alhaj"), about("Salahuddin", "Karim"), about("Sean", "O'Brien"))
    for typed, name in (
        ("amir al haj", ("amir", "alhaj")),
        ("salah ud din karim", ("salahuddin", "karim")),
        ("o brien sean", ("sean", "obrien")),
    ):
        assert name in await names_near(database, typed), typed


async def test_a_long_word_two_slips_away_is_found_wherever_they_are_where_nothing_nearer_is_held(database: Database) -> None:
    await index(database, about("Wendell", "Carvonkerly"))
    assert ("wendell", "carvonkerly") in await names_near(database, "wendell carvonkrley")
    assert ("wendell", "carvonkerly") in await names_near(database, "wendell carvonkrlh")


async def test_of_many_born_on_a_day_whoever_bears_the_surname_typed_is_found_under_any_forename(database: Database) -> None:
    day = date(1981, 11, 30)
    others = [about(f"Other{'abcdefghij'[at // 10]}{'abcdefghij'[at % 10]}", "Wetherby", dob=day) for at in range(70)]
    await index(database, *others, about("Sarah", "Marchbank", dob=day))
    for typed in ("zed marchbank 30/11/81", "zed marchbank 29/11/81", "zed marchbank 30/11/80"):
        assert ("sarah", "marchbank") in await names_near(database, typed), typed


async def test_of_many_names_that_sound_like_one_typed_a_slip_for_another_is_found_beside_the_other_name(database: Database) -> None:
    alike = [f"C{one}rv{other}nd{third}r" for one, other, third in product("aeiou", repeat=3)]
    others = [order for name in alike for order in (about("Other", name), about(name, "Another"))]
    await index(database, *others, about("Megan", "Carvonker"), about("Carvonker", "Marchbank"))
    assert ("megan", "carvonker") in await names_near(database, "megan carvonder")
    assert ("carvonker", "marchbank") in await names_near(database, "carvonder marchbank")


async def test_a_name_that_a_space_has_cut_in_two_is_one_again_where_somebody_bears_the_whole(database: Database) -> None:
    await index(database, about("Sachin", "Morrison"), about("Anna", "Bella"), about("Aj", "Darcy"))
    async with database.work() as uow:
        for typed, names in (
            ("sachin morr ison", "sachin morrison"),
            ("sa chin morrison", "sachin morrison"),
            ("anna bella", "anna bella"),
        ):
            pool = await uow.search.candidates(read_particulars(typed, TODAY))
            assert pool.register is not None
            assert " ".join(one.token for one in pool.register.likenesses) == names


async def test_one_name_and_a_postcode_find_whoever_lives_there(database: Database) -> None:
    await index(database, about("Katherine", "O'Brien", postcode="ZZ9 3QP"))
    assert ("katherine", "obrien") in await names_near(database, "is there an order for O'Brien at zz93qp")


async def test_what_the_court_withheld_or_marked_confidential_is_never_indexed(database: Database) -> None:
    hidden = about(
        "Katherine",
        None,
        address1=None,
        phone=None,
        email=None,
        postcode=None,
        dob=None,
        withheld=frozenset({"surname", "dob", "postcode"}),
    )
    marked = about("Rosalind", "Thorne", postcode="ZZ9 3QP", confidential=frozenset({"address1", "postcode", "phone", "email"}))
    await index(database, hidden, marked)
    async with database.reading() as uow:
        rows = (await uow.connection.execute(select(indexed_party).where(indexed_party.c.no % 2 == 0))).all()
    assert {(row.names, row.dob, row.postcode, row.home, row.phone, row.email) for row in rows} == {
        ("|katherine", None, None, None, None, None),
        ("thorne|rosalind", day_number(marked.respondent.dob), None, None, None, None),
    }


async def test_a_single_name_and_a_name_in_another_script_are_data(database: Database) -> None:
    await index(database, about(None, "Prakash"), about("\u6770\u502b", "\u5468"), about("Zo\u00eb \U0001f60a", "\u0141ukasz"))
    assert ("", "prakash") in await names_near(database, "prakash 12/3/85")
    assert ("\u6770\u502b", "\u5468") in await names_near(database, "\u5468 \u6770\u502b")
    assert ("zoe", "lukasz") in await names_near(database, "zoe lukasz")


async def test_the_lexicon_counts_parties_and_follows_changes_and_removals(database: Database) -> None:
    first, second = about("John", "Smith"), about("John Paul", "Smythe")
    await index(database, first, second)
    assert (await counts(database, "john"), await counts(database, "smith"), await counts(database, "")) == ((0, 2), (1, 0), (4, 4))
    changed = replace(first, respondent=replace(first.respondent, surname="Smythe"))
    async with database.work() as uow:
        await uow.search.replace(changed)
    assert (await counts(database, "smith"), await counts(database, "smythe"), await counts(database, "")) == ((0, 0), (2, 0), (4, 4))
    async with database.work() as uow:
        await uow.search.remove(changed)
        await uow.search.remove(second)
    assert (await counts(database, "john"), await counts(database, "")) == ((0, 0), (0, 0))


async def test_what_was_added_or_changed_is_found_in_the_same_transaction(database: Database) -> None:
    order = about("John", "Smith", postcode="ZZ1 4AB")
    changed = replace(order, respondent=replace(order.respondent, forenames="Katherine", surname="O'Brien", postcode="ZZ9 3QP"))
    typed = ("john smith", "katherine obrien", "zz1 4ab", "zz9 3qp")
    john, katherine, nobody = {("john", "smith")}, {("katherine", "obrien")}, set[tuple[str, str]]()
    async with database.work() as uow:
        assert [await named_in(uow, text) for text in typed] == [nobody] * 4
        await uow.search.add([order])
        assert [await named_in(uow, text) for text in typed] == [john, nobody, john, nobody]
        await uow.search.replace(changed)
        assert [await named_in(uow, text) for text in typed] == [nobody, katherine, nobody, katherine]
    assert [await names_near(database, text) for text in typed] == [nobody, katherine, nobody, katherine]


async def test_nothing_of_a_removed_person_stays(database: Database) -> None:
    order = about("John", "Smith")
    await index(database, order)
    async with database.work() as uow:
        await uow.search.remove(order)
    async with database.reading() as uow:
        everywhere = (indexed_party.c.no, party_name.c.no, lexicon.c.token, lexicon_key.c.token)
        left = [list(await uow.connection.scalars(select(column))) for column in everywhere]
    assert left == [[], [], [""], [0]]


async def test_indexing_the_same_order_twice_counts_it_once(database: Database) -> None:
    order = about("John", "Smith")
    await index(database, order)
    await index(database, order)
    assert (await counts(database, "smith"), await counts(database, "john")) == ((1, 0), (0, 1))


async def test_another_force_is_not_searched(database: Database) -> None:
    await index(database, about("John", "Smith"))
    async with database.work() as uow:
        await Search(uow.connection, "elsewhere").add([about("John", "Smithers")])
    assert await names_near(database, "john smith") == {("john", "smith")}
