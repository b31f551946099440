"""What `ask` answers, line by line."""

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.asking import asked
from guidance.library import load
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import RESPONSE


async def test_more_text_than_is_read_is_refused_and_not_cut(embedded: Database) -> None:
    one = asked(Guidance(embedded.work, FrozenClock(), load()), RESPONSE)
    whole = await one({"q": "is breach of the order a crime" + " " * (MAX_TEXT - 30)})
    assert (whole["answered"], whole["page"]) == (True, "breach-is-a-crime")
    longer = await one({"q": "is breach of the order a crime" + " " * MAX_TEXT})
    assert (longer["answered"], longer["page"], longer["answer"], longer["sources"]) == (False, None, TOO_LONG, [])
