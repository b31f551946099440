"""Of records that may be meant alike, what is listed first."""

from datetime import timedelta

from domain.references import reference_of
from storage.work import Database
from tests.orders import a_party, an_order
from tests.services.test_lookups import CLOCK, hold, ids, look_up


async def test_of_records_that_may_be_meant_alike_the_live_ones_stand_first_and_a_nearer_one_before_them(database: Database) -> None:
    ended, live = (
        an_order(reference=reference_of(1, "NMO"), expires_at=CLOCK() - timedelta(days=1)),
        an_order(reference=reference_of(2, "NMO")),
    )
    await hold(database, ended, live)
    assert ids(await look_up(database, "john smith")) == [live.id, ended.id]
    nearer = an_order(respondent=a_party(surname="Smiht"), expires_at=CLOCK() - timedelta(days=1))
    await hold(database, nearer)
    assert ids(await look_up(database, "john smiht")) == [nearer.id, live.id, ended.id]
