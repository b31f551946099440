"""Says back what was read from typed words, and tells an answer from words that were said to the bot."""

from bot.asides import may_be_aside, tells_nothing
from bot.turn import Turn
from domain.breaches.answers import condition_kept_words, said_back_words
from domain.breaches.drafts import BreachDraft, pending, standing, words_of_states
from domain.breaches.flow import keeps, said_back
from domain.breaches.questions import AWARENESS, CONDITIONS, HAPPENED, WHEN, Kind, Page
from services.breaches import Breaches


async def say_back(breaches: Breaches, turn: Turn, before: BreachDraft, after: BreachDraft, page: Page) -> None:
    read = said_back(before, after, page)
    if read:
        turn.say(said_back_words(read))
    old, new = standing(before.answers), standing(after.answers)
    fresh = {id: one for id, one in new.items() if one.settled and one != old.get(id)}
    if CONDITIONS.id in fresh and condition_kept_words(fresh[CONDITIONS.id]):
        turn.say(condition_kept_words(fresh[CONDITIONS.id]))
    if WHEN.id in fresh:
        turn.say(words_of_states((await breaches.told(turn.officer, after.id)).states))


def not_an_answer(draft: BreachDraft, page: Page, said: str) -> bool:
    """Only where any words would be kept: elsewhere what is no answer is refused by itself. An ok to what was filled in is one."""
    waiting = pending(draft, page)
    takes_all = bool(waiting) and (waiting[0].kind is Kind.WORDS or waiting[0] in (CONDITIONS, AWARENESS))
    is_small = may_be_aside(said) or (waiting[:1] in ([HAPPENED], [CONDITIONS]) and tells_nothing(said))
    return takes_all and is_small and not keeps(draft, page, said)
