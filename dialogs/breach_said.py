"""Says back what was read from typed words, and tells an answer from words that were said to the bot."""

import re

from bot.asides import may_be_aside, tells_nothing
from bot.turn import Turn
from domain.breaches.answers import condition_kept_words, said_back_words
from domain.breaches.drafts import BreachDraft, next_page, pending, standing
from domain.breaches.flow import keeps, said_back
from domain.breaches.questions import AWARENESS, CONDITIONS, HAPPENED, WHEN, Kind, Page
from domain.breaches.then import words_of_states
from services.breaches import Breaches

_IT = r"(?: (?:this|it|that|one|this one|that one|(?:the |this )?(?:question|page)))?"
_POLITE = r"(?:please )?{words}(?: please| thanks| now| for now)?[.! ]*"
_COMMANDS = {
    word: re.compile(_POLITE.format(words=words))
    for word, words in (
        ("back", rf"(?:(?:go )?back(?: a page| one)?|(?:go to )?(?:the )?previous{_IT})"),
        ("stop", rf"(?:(?:stop|cancel|pause|save|park){_IT}|save and (?:exit|close|stop)|(?:finish|do|continue){_IT} later)"),
        ("skip", rf"(?:skip{_IT}|leave{_IT} out|leave out{_IT}|pass on this(?: one)?)"),
        ("next", rf"(?:go to )?(?:the )?next{_IT}"),
    )
}


def command_in(said: str) -> str | None:
    """The plain order to go back, stop, skip or go on that these words are and say no more than."""
    line = " ".join(said.casefold().split())
    return next((word for word, sign in _COMMANDS.items() if sign.fullmatch(line)), None)


async def say_back(breaches: Breaches, turn: Turn, before: BreachDraft, after: BreachDraft, page: Page) -> None:
    read = said_back(before, after, page)
    if read:
        turn.say(said_back_words(read))
    old, new = standing(before.answers), standing(after.answers)
    fresh = {id: one for id, one in new.items() if one.settled and one != old.get(id)}
    if CONDITIONS.id in fresh and condition_kept_words(fresh[CONDITIONS.id]):
        turn.say(condition_kept_words(fresh[CONDITIONS.id]))
    if WHEN.id in fresh and next_page(after) == page:
        # The page after it says so itself.
        told = await breaches.told(turn.officer, after.id)
        turn.say(words_of_states(told.states, told.order.kind))


def takes_choices(draft: BreachDraft) -> bool:
    """Where a number or a name typed alone is somebody else's."""
    page = next_page(draft)
    asked = None if page is None else next(iter(pending(draft, page)), None)
    return asked is not None and asked.kind in (Kind.ONE, Kind.MANY)


def not_an_answer(draft: BreachDraft, page: Page, said: str) -> bool:
    """Only where any words would be kept: elsewhere what is no answer is refused by itself. An ok to what was filled in is one."""
    waiting = pending(draft, page)
    takes_all = bool(waiting) and (waiting[0].kind is Kind.WORDS or waiting[0] in (CONDITIONS, AWARENESS))
    is_small = may_be_aside(said) or command_in(said) == "next" or (waiting[:1] in ([HAPPENED], [CONDITIONS]) and tells_nothing(said))
    return takes_all and is_small and not keeps(draft, page, said)
