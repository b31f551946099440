"""Spellings that stand for one name, however they came about, and the bare consonants that a name is heard by."""

import re
from functools import lru_cache

from domain.nicknames import FORMS, long_forms

# Romanisations and related surnames: a small table of our own. The first of each row names the class.
_CLASSES = """
abdul abdel abd
abdullah abdallah abdulla abdula
ahmed ahmad ahmet achmed
aisha ayesha aysha aicha aishah
ali aly
amina aminah ameena
bilal billal belal
fatima fatimah fatema fatma
farah farrah
hassan hasan hassen
hussain hussein husain hussien husein hossain hussayn
ibrahim ebrahim ibraheem
imran emran imraan
ismail ismael esmail ismaeel
jamal gamal jamaal
javed javaid javid
karim kareem karem
khadija khadijah khadeeja
khalid khaled
khan kahn
layla leila laila leyla
mahmood mahmoud mehmood mahmud
malik malek maliq
mariam maryam miriam maryum
muhammad mohammed mohamed mohammad mohamad muhammed mohamud mohd
mustafa mostafa mustapha
nadia nadya nadiya
nasir naser nasser
noor nur nour
omar umar omer
osman usman uthman othman
rahman rehman rahmaan
rashid rasheed
rehana rihana
saeed said sayed sayeed syed
salim saleem selim
samir sameer
shabana shabanah
sharif shareef
sulaiman suleiman soliman sulayman
tariq tarik tareq
yasin yaseen yassin
yasmin yasmeen jasmin jasmine yasmine
yusuf yousuf yousef youssef yusef yosef
zainab zaynab zeinab zeynep
choudhury chowdhury chaudhry choudhry chaudhary chaudhari
begum begam
bibi beebee
akhtar akhter aktar
iqbal eqbal
qureshi quraishi koreshi
sheikh shaikh sheik
shah sha
siddiqui siddiqi sidiqi
patel pattel
singh sing
agnieszka agnes
katarzyna kasia
krzysztof kris
lukasz lucas
malgorzata gosia margaret
michal michael
pawel paul
piotr peter
tomasz thomas
allen allan alan
anderson andersen
andrews andrew
bailey bayley baillie
barnet barnett
bennet bennett
brown browne
burn byrne burns
carr kerr
clark clarke clerk
cole coal
cook cooke
cooper couper
crawford crauford
davis davies
deane dean
dixon dickson
edmonds edmunds
elliot elliott eliot eliott
evans evens
fisher fischer
fletcher flecher
francis frances
fraser frazer frazier
gardner gardiner gardener
gibbs gibb
gray grey
green greene
hall halle
hamilton hamiltoun
harris harries
hayes hays
hicks hickes
hodgson hodson
hughes hughs
hunt hunte
jeffreys jeffries jefferies
johnson johnston johnstone
kelly kelley
kidd kid
knowles noles
lawrence laurence
lee leigh lea
lewis louis
lloyd loyd
lowe low
mackenzie mckenzie
macdonald mcdonald
matthews mathews
maclean mclean mclaine
mcintyre macintyre
miller millar
moore more moor
morris maurice
neal neil neill
nicholson nicolson
nicholls nichols nicolls
o'neill oneill oneil
osborne osborn osbourne
owen owens
page paige
parkes parks
payne paine
pearce pierce pearse
pearson peirson
philips phillips philipps
pool poole
powel powell
read reid reed
reynolds renolds
richardson richards
roberts robertson
rodgers rogers
rowe roe
russel russell
scott scot
sheppard shepherd shepard
sims simms
smith smyth smythe
spenser spencer
stevens stephens
stevenson stephenson
stewart stuart steward
taylor tailor tayler
thompson thomson tomson
tomlinson thomlinson
turner turnor
walters walter
watkins watkin
watts watt
webb web
white whyte
williams williamson
wood woods
wright right
young younge
"""


def _by_spelling() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in _CLASSES.replace("'", "").strip().splitlines():
        first, *others = row.split()
        for spelling in (first, *others):
            table.setdefault(spelling, set()).add(first)
    return {spelling: frozenset(classes) for spelling, classes in table.items()}


_TABLE = _by_spelling()
SPELLINGS = frozenset(_TABLE)
_SOUND = {
    **dict.fromkeys("bp", "p"),
    **dict.fromkeys("dt", "t"),
    **dict.fromkeys("gkcq", "k"),
    **dict.fromkeys("vf", "f"),
    **dict.fromkeys("szx", "s"),
    **{letter: letter for letter in "jlmnr"},
}
_TOGETHER = (
    ("ph", "f"),
    ("gh", ""),
    ("ck", "k"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("th", "t"),
    ("kn", "n"),
    ("wr", "r"),
    ("ce", "s"),
    ("ci", "s"),
    ("cy", "s"),
)

# What one sound is written as in English letters: Fozia and Fauzia, Kazi and Qazi, Najeebullah and Najibullah.
_WRITTEN = (
    *(("ee", "i"), ("oo", "u"), ("ou", "u"), ("au", "o"), ("aw", "o"), ("ie", "i"), ("y", "i")),
    *(("ck", "k"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("bh", "b"), ("q", "k"), ("w", "v"), ("o", "u")),
)
# What one sound is written as in English: vowels first by their pairs, then consonants.
_EAR = (
    *(
        ("ph", "f"),
        ("ght", "t"),
        ("gh", ""),
        ("tch", "C"),
        ("sch", "S"),
        ("ch", "C"),
        ("sh", "S"),
        ("th", "f"),
        ("ck", "k"),
        ("qu", "kw"),
        ("x", "ks"),
    ),
    *(("dge", "j"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("h", ""), ("z", "s"), ("v", "f")),
    *(("augh", "o"), ("au", "o"), ("aw", "o"), ("oor", "o"), ("our", "o"), ("or", "o"), ("oo", "u"), ("ou", "u"), ("ow", "u"), ("ew", "u")),
    *(("ea", "i"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ai", "e"), ("ay", "e"), ("y", "i")),
)
_SILENT_FIRST, _R_UNHEARD = re.compile(r"^(?:k(?=n)|w(?=r)|p(?=n))(.)"), re.compile(r"r(?![aeiou])")
_LAST_VOWEL = re.compile(r"(?:er|ar|re|or|a)$")
_E_INSIDE, _DOUBLED, _LAST_H = re.compile(r"e(?=.)"), re.compile(r"(.)\1+"), re.compile(r"(?<=[aiu])h$")
_SHORTEST_WRITTEN = 4


@lru_cache(maxsize=20_000)
def classes(name: str) -> frozenset[str]:
    """The names that a folded spelling may stand for; empty where the tables know none."""
    return _TABLE.get(name, frozenset()) | long_forms(name)


def _by_class() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name in SPELLINGS | FORMS:
        for one in _TABLE.get(name, frozenset()) | long_forms(name):
            table.setdefault(one, set()).add(name)
    return {one: frozenset(names) for one, names in table.items()}


_BY_CLASS = _by_class()


def of_one_class(name: str) -> frozenset[str]:
    """Every spelling that may stand for a name that this one may stand for too."""
    return frozenset[str]().union(*(_BY_CLASS[one] for one in classes(name)))


def are_written_alike(one: str, other: str) -> bool:
    """Two folded spellings of one sound, letter for letter: of longer names alone, since Jude and Judy are two."""
    return min(len(one), len(other)) >= _SHORTEST_WRITTEN and _as_heard(one) == _as_heard(other)


@lru_cache(maxsize=20_000)
def _as_heard(name: str) -> str:
    for letters, sound in _WRITTEN:
        name = name.replace(letters, sound)
    return _LAST_H.sub("", _DOUBLED.sub(r"\1", _E_INSIDE.sub("i", name)))


def are_heard_alike(one: str, other: str) -> bool:
    """Two folded spellings of one sound to an English ear: Parker and Parka, Paul and Porl."""
    return by_ear(one) == by_ear(other)


@lru_cache(maxsize=100_000)
def by_ear(name: str) -> str:
    """Vowels that sound alike as one, an r only before a vowel, no h but in sh and ch, no silent letter."""
    for letters, sound in _EAR:
        name = name.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _R_UNHEARD.sub("", _LAST_VOWEL.sub("a", _SILENT_FIRST.sub(r"\1", name))))


@lru_cache(maxsize=20_000)
def skeleton(name: str) -> str:
    """The consonants of a folded name, voiced and voiceless alike; empty where fewer than two are left."""
    for letters, sound in _TOGETHER:
        name = name.replace(letters, sound)
    bare: list[str] = []
    for letter in name:
        sound = _SOUND.get(letter, "")
        if sound and (not bare or bare[-1] != sound):
            bare.append(sound)
    opening = "" if not name or name[0] in _SOUND else "a"
    return opening + "".join(bare) if len(bare) > 1 else ""
