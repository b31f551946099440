"""What in a line may speak for an intent: its words and those that stand together, with the facts in it replaced by what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from domain.understanding.parts import doer_in
from domain.understanding.seeing import Seen
from domain.understanding.signs import LONGEST_READ, weights
from domain.understanding.times import When

Clues = dict[str, float]

# Words that are one to an intent: what stands beside one of them speaks for it as beside the others.
_ALIKE = {
    "HE": "he him his hes respondent suspect ex husband boyfriend male bloke lad fella offender defendant dad father partner man",
    "HER": "she her hers shes victim victims applicant female wife girlfriend woman lady complainant mrs ms miss mum mother",
    "ORDER": "order orders nmo nmos injunction injunctions non-mol nonmol non-molestation fl404a",
    "PAPERS": "papers paperwork copy pdf scan document documents file attachment photo",
    "WANT": "want need wanna like trying got",
    "IT": "it that this them these those one ones",
    "RANG": "rang phoned called texted messaged emailed spoke visited contacted saw seen spoken tried reached met chatted answered updated attempted",
    "CALL": "call calls contact contacts visit visits reminder reminders callback callbacks appointment appointments check-in follow-up followup",
    "MOVE": "move push bump shift put swap roll hold kick knock delay defer postpone reschedule park leave bring rearrange",
    "GIVE": "give hand pass reassign allocate assign transfer reallocate send pass",
    "OFFICER": "pc dc ds sgt ps vlo insp di dci idva pcso sergeant officer inspector colleague someone somebody",
    "MY": "my mine our me us",
    "FIND": "find search check lookup look show see pull bring confirm get view tell",
    "ADD": "add enter input register upload load create log record new set scan attach",
    "ASK": "what who when why how which where whose",
    "BE": "is are was were am be been being",
    "HAVE": "has have had having",
    "CAN": "can could should would must may might shall will",
    "DO": "does did doing done",
    "DID": "turned showed went came sent threatened followed approached assaulted smashed damaged kicked banged knocked drove waited stood sat parked shouted hit grabbed broke contacted posted tagged breached harassed",
    "SERVED": "served serving serve handed explained informed told aware read given gave notified",
    "DUE": "due overdue outstanding pending owed",
    "LAW": "arrest arrested nick lift charge charged charging cps sentence sentenced penalty prison evidence prove defence excuse bail caution power powers section"
    " offence crime criminal legal law policy procedure retention statement consent undertaking undertakings occupation restraining stalking harassment marac dash"
    " dara contempt notice parte hearing vary variation discharge authority threshold guidance advice explain differ differs difference differance mean means penal"
    " dvpn dvpo dapn dapo dvds warrant enforceable either-way summary indictable arrestable associated exclusion reasonable",
    "ELSEWHERE": "pnc pnd dvla niche athena connect visor anpr intel wanted warrants voters insurance mot vrm vrn reg plate vehicle stolen firearms airwave holmes compass",
    "CHAT": "weather joke football footy pizza lunch coffee tea brew song story poem rota shift overtime payslip canteen parking printer password wifi taxi car radio"
    " locksmith translate bored star legend human robot useless rubbish lol haha cheers thanks ta morning evening afternoon hello hi hiya hey yo bye",
    "FINE": "ok okay fine safe well good happy alright quiet concerns issues worries problems probs anxious scared frightened worried upset",
    "UNANSWERED": "answerphone voicemail vm unanswered reply response joy luck ans nil nothing failed engaged dead off out hung",
    "STOP": "cancel stop quit exit abort scrap forget ignore disregard undo bin scrub delete scratch clear nvm nm",
    "USE": "type ask use do work works options commands menu instructions start help",
    "WEB": "facebook whatsapp whatsapps instagram insta snapchat snapchats snap tiktok messenger texts messages message text email emails dm dms calls letter flowers card gift",
    "ALL": "all everything every each",
    "ANY": "any anything anyone anybody owt something",
}
_KIND_OF = {word: kind for kind, words in _ALIKE.items() for word in words.split()}
_WORD = re.compile(r"<\w+>|[a-z][a-z'-]*|\d+|\?|->")
_BEHIND = re.compile(r"(?:was|been|earlier|ago|just|yesterday|last|overnight|this morning)\b")
_AHEAD = re.compile(r"(?:tomorrow|next|later|after|weekend|end of|first thing|tonight)\b")
_DAY = re.compile(r"[a-z]+day\b")
_NAME_ENDS = re.compile(r"[\w'-]*")
_STRONGEST, _SHARE = 20, 8


def clues_of(seen: Seen) -> Clues:
    """Each clue with its strength; the signs that were written by hand are clues beside the words."""
    words = words_of(seen)
    found: Clues = dict.fromkeys(_of_words(words), 1.0)
    found |= dict.fromkeys((f"has {mark}" for mark in seen.marks.values), 1.0)
    found |= dict.fromkeys((f"as {one.role.name.lower()}" for one in seen.people), 1.0)
    found |= dict.fromkeys((f"force {one.way}" for one in seen.forces), 1.0)
    if doer_in(seen) is not None:
        found["somebody did something"] = 1.0
    return found | {f"signs {intent.value}": min(weight, _STRONGEST) / _SHARE for intent, weight in weights(seen.said).items()}


def _of_words(words: list[str]) -> Iterator[str]:
    alike = ["^", *(_KIND_OF.get(word, word) for word in words), "$"]
    yield from words
    yield from alike[1:-1]
    yield from (" ".join(pair) for pair in pairwise(alike))
    yield from (" ".join(three) for three in zip(alike, alike[1:], alike[2:], strict=False))
    kinds = sorted({word for word in alike if word.isupper()})
    yield from (f"{fact} & {kind}" for fact in dict.fromkeys(word for word in words if word[0] == "<") for kind in kinds)
    yield f"of {min(len(words), 9)} words" if len(words) < 3 else f"of {min(len(words) // 3 * 3, 9)} words or more"
    if not any(word[0].isalpha() for word in words):
        yield "facts alone"


def words_of(seen: Seen) -> list[str]:
    """`texted <name> <behind>`: the words of the first 500 characters."""
    said, at, pieces = seen.said[:LONGEST_READ], 0, []
    for start, end, kind in sorted(_facts(seen)):
        if start >= at:
            pieces += [said[at:start], f" <{kind}> "]
            at = end
    pieces.append(said[at:])
    return ["<number>" if word.isdigit() else word.replace("'", "") for word in _WORD.findall("".join(pieces))]


def _facts(seen: Seen) -> Iterator[tuple[int, int, str]]:
    for (start, end), kind in zip(seen.marks.taken, seen.marks.kinds, strict=True):
        yield start, end, kind
    for time in seen.times:
        yield time.start, time.end, _kind_of_time(time)
    for _, start, end in seen.durations:
        yield start, end, "long"
    for force in seen.forces:
        yield force.start, force.end, "force"
    if seen.team is not None:
        yield *seen.team[1:], "team"
    for one in seen.people:
        ends = _NAME_ENDS.match(seen.said, one.end)
        yield one.start, ends.end() if ends else one.end, "name"


def _kind_of_time(time: When) -> str:
    raw = time.raw.lower()
    if time.day is not None:
        return "date"
    if _BEHIND.search(raw):
        return "behind"
    if _AHEAD.search(raw):
        return "ahead"
    if _DAY.search(raw) and "today" not in raw:
        return "day"
    return "now" if time.words else "clock"
