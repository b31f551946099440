"""Words as they are typed in a hurry, each with the word that is meant: by their sound, or shortened."""

from collections.abc import Sequence
from functools import lru_cache

_MEANT = {
    "what": "wot wat wht wut whut",
    "with": "wiv wth wif",
    "without": "wivout witout w/out",
    "there": "thr ther",
    "their": "thier",
    "that": "tht dat",
    "this": "dis ths",
    "they": "thay dey",
    "have": "hav hve av",
    "having": "havin hving",
    "give": "giv gve",
    "given": "givn",
    "giving": "givin",
    "know": "kno knw",
    "knew": "nu knu",
    "knows": "knos",
    "when": "wen whn",
    "which": "wich whch witch",
    "where": "wer whr",
    "who": "hoo",
    "why": "wy",
    "was": "wos woz",
    "will": "wil",
    "would": "wud wld",
    "could": "cud cld",
    "couldn't": "cudnt cldnt",
    "should": "shud shld",
    "shouldn't": "shudnt",
    "can": "cn",
    "do": "du",
    "does": "dus duz",
    "done": "dun",
    "doing": "doin",
    "going": "goin",
    "being": "bein",
    "coming": "comin",
    "getting": "gettin gettn",
    "saying": "sayin",
    "trying": "tryin",
    "ringing": "ringin",
    "texting": "textin",
    "moving": "movin",
    "nothing": "nothin nuffin nowt",
    "something": "summat sumthing somethin sumfin",
    "anything": "owt anythin",
    "someone": "sum1 some1 sumone",
    "anyone": "any1",
    "everyone": "every1",
    "no one": "no1",
    "said": "sed",
    "says": "sez",
    "and": "n nd",
    "you": "u ya yu",
    "your": "ur",
    "are": "r",
    "be": "b",
    "before": "b4 befor",
    "because": "cos coz cuz bcos bcoz",
    "through": "thru",
    "about": "bout abt",
    "again": "agen agn",
    "against": "agenst agnst",
    "all right": "alrite",
    "right": "rite",
    "night": "nite",
    "tonight": "tonite 2nite",
    "today": "2day tday",
    "tomorrow": "tomoz tmrw tmoz 2moro",
    "yesterday": "ystdy ystday yday ysty",
    "next": "nxt",
    "please": "plz pls plse",
    "thanks": "thx ta",
    "phone": "fone ph",
    "message": "msg mssg",
    "messages": "msgs mssgs",
    "text": "txt",
    "texts": "txts",
    "texted": "txtd txted",
    "order": "ordr oder",
    "orders": "ordrs",
    "enough": "enuff enuf",
    "prove": "proov prv",
    "believe": "belive beleive",
    "gonna": "guna gunna gona",
    "want to": "wanna",
    "got to": "gotta",
    "give me": "gimme",
    "weekend": "wkend wknd",
    "weeks": "wks",
    "week": "wk",
    "months": "mths mnths",
    "month": "mth",
    "years": "yrs",
    "between": "btwn betwn",
    "just": "jst",
    "people": "ppl peeps",
    "though": "tho",
    "already": "alredy alrdy",
    "first": "1st",
    "second": "2nd",
    "too": "2oo",
    "girlfriend": "gf",
    "boyfriend": "bf",
    "neighbourhood": "nbhd nhood",
    "conditions": "conds condits",
    "appointment": "appt",
    "address": "addy addr addres",
    "evidence": "evid",
    "statement": "stmt statemnt",
    "probably": "prob probs prolly",
    "definitely": "defo deffo",
}
HURRIED = {short: whole for whole, shorts in _MEANT.items() for short in shorts.split()}
# What is counted, and what a number stands behind: `2 more`, `group 2`.
_COUNTED = frozenset(
    """
    more other different separate of counts day hour week month year people men women children x yr hr min am pm pc
    """.split()  # noqa: SIM905 - a line of words reads better than a column of them
)
_NUMBERED = frozenset(
    """
    section article code part level band class group grade category schedule phase form right rule step flat number no order
    """.split()  # noqa: SIM905 - as above
)
_NO_PLURAL = frozenset("his this us its hers was does is as has pass process address discuss".split())  # noqa: SIM905 - as above
_SOUNDS = {"2": "to", "4": "for"}


def unhurried(words: Sequence[str]) -> list[str]:
    """The words that are meant; `2` and `4` are words where nothing is counted."""
    if HURRIED.keys().isdisjoint(words) and "'" not in "".join(words):
        meant = list(words)
    else:
        meant = [part for word in words for part in _parts(word)]
    if _SOUNDS.keys().isdisjoint(meant):
        return meant
    return [_sounded(meant, at) for at in range(len(meant))]


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(HURRIED.get(word, word).replace("'", "").split())


def _sounded(words: Sequence[str], at: int) -> str:
    word = words[at]
    if word not in _SOUNDS or (at and (words[at - 1] in _NUMBERED or not words[at - 1].isalpha())):
        return word
    follows = words[at + 1] if at + 1 < len(words) else ""
    counted = follows in _COUNTED or (follows.endswith("s") and follows not in _NO_PLURAL)
    return word if counted or not (follows.isalpha() or (at and not follows)) else _SOUNDS[word]
