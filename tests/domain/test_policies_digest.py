"""What a force's file says of the digest is taken up, and what cannot be is told in one line."""

from datetime import time

import pytest

from domain.digests import USUAL, DigestTimes
from domain.errors import Unreadable
from domain.policies import read_policy


def test_a_force_has_its_digest_when_it_says_and_else_at_half_past_eight() -> None:
    assert read_policy("version = 1").digest == USUAL == DigestTimes(time(8, 30), time(10), time(13), time(15))
    assert read_policy('version = 1\n[digest]\nat = "07:15"').digest == DigestTimes(at=time(7, 15))


def test_a_time_that_is_none_and_a_name_that_nobody_knows_are_told() -> None:
    with pytest.raises(Unreadable, match=r'digest\.at must be a time of day, such as "08:30"'):
        read_policy("version = 1\n[digest]\nat = 830")
    with pytest.raises(Unreadable, match=r"digest\.when is no setting of this file"):
        read_policy('version = 1\n[digest]\nwhen = "07:15"')
