"""Ids follow each other as their moments do, and nobody can tell the next one."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from domain.ids import id_at, secret_at
from tests.fakes.clock import NOON

MILLISECOND = timedelta(milliseconds=1)
MOMENTS = st.integers(0, 4_000_000_000_000).map(lambda told: datetime(1970, 1, 1, tzinfo=UTC) + told * MILLISECOND)


@given(st.lists(MOMENTS, min_size=2, max_size=20, unique=True))
def test_what_was_made_later_comes_later(moments: list[datetime]) -> None:
    in_order = sorted(moments)
    for make in (lambda at: str(id_at(at)), secret_at):
        assert all(earlier < later for earlier, later in pairwise(map(make, in_order)))


@given(MOMENTS)
def test_an_id_is_of_the_seventh_version_and_begins_with_its_milliseconds(moment: datetime) -> None:
    made = id_at(moment)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert datetime(1970, 1, 1, tzinfo=UTC) + (made.int >> 80) * MILLISECOND == moment


def test_those_of_one_moment_differ_in_every_bit_that_is_left_to_chance() -> None:
    made = [id_at(NOON).int for _ in range(200)]
    seen = 0
    for one in made:
        seen |= one ^ made[0]
    # Twelve bits stand behind the version and 62 behind the variant.
    assert seen == ((1 << 12) - 1) << 64 | (1 << 62) - 1


def test_secrets_of_one_moment_share_its_signs_and_nothing_else() -> None:
    made = {secret_at(NOON) for _ in range(1_000)}
    assert {one[:7] for one in made} == {secret_at(NOON)[:7]}
    assert (len({one[7:] for one in made}), {len(one) for one in made}) == (1_000, {29})
