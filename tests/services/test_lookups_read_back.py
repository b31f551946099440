"""What was searched for is read back as it was searched."""

from storage.work import Database
from tests.orders import an_order
from tests.services.test_lookups import hold, look_up


async def test_a_name_put_together_again_is_read_back_whole_and_not_told_as_left_out(database: Database) -> None:
    await hold(database, an_order())
    found = await look_up(database, "john smi th 12/3/85")
    assert (found.asked_for, found.notes) == ("John Smith, born 12 March 1985", ())
