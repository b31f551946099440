"""Addresses and telephone numbers: a postcode has about fifteen households in one street of one town; none of the postcodes exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.searching import words

# A postcode area, its telephone code as Ofcom keeps it for drama, and its towns.
_AREAS = """
B 0121 496 Birmingham Solihull Oldbury
BD 01632 960 Bradford Shipley Keighley
BN 01632 960 Brighton Shoreham Lewes
BS 0117 496 Bristol Clevedon Portishead
CF 029 2018 Cardiff Barry Pontypridd Caerphilly
CT 01632 960 Canterbury Margate Dover
CV 01632 960 Coventry Rugby Nuneaton
DE 01632 960 Derby Ilkeston Belper
DN 01632 960 Doncaster Scunthorpe Grimsby
E 020 7946 London
EX 01632 960 Exeter Exmouth Barnstaple
HD 01632 960 Huddersfield Holmfirth Brighouse
HU 01632 960 Hull Beverley Hessle
L 0151 496 Liverpool Crosby Kirkby
LE 0116 496 Leicester Loughborough Hinckley
LL 01632 960 Wrexham Rhyl Bangor Llandudno
LS 0113 496 Leeds Otley Pudsey Wetherby
LU 01632 960 Luton Dunstable
M 0161 496 Manchester Salford Sale
ME 01632 960 Maidstone Chatham Gillingham
NE 0191 498 Newcastle Gateshead Whickham
NG 0115 496 Nottingham Mansfield Newark
NN 01632 960 Northampton Kettering Corby
NP 01632 960 Newport Cwmbran Ebbw~Vale
NR 01632 960 Norwich Thetford Cromer
OL 0161 496 Oldham Rochdale Ashton
PE 01632 960 Peterborough Wisbech Spalding
PL 01632 960 Plymouth Saltash Tavistock
PO 01632 960 Portsmouth Fareham Havant
PR 01632 960 Preston Chorley Leyland
RG 0118 496 Reading Basingstoke Newbury
S 0114 496 Sheffield Rotherham Barnsley Chesterfield
SA 01632 960 Swansea Neath Llanelli
SE 020 7946 London
SO 01632 960 Southampton Eastleigh Romsey
SR 0191 498 Sunderland Seaham
ST 01632 960 Stoke Stafford Leek
TS 01632 960 Middlesbrough Stockton Hartlepool
WA 01632 960 Warrington Widnes Altrincham
WF 01632 960 Wakefield Castleford Pontefract
WV 01632 960 Wolverhampton Bilston
YO 01632 960 York Scarborough Selby
"""
# An inward code never holds these letters, so that no made-up postcode is anybody's.
_NEVER_INWARD = "CIKMOV"
_DISTRICTS, _INWARD = 20, 10 * len(_NEVER_INWARD) ** 2
_STRIDE = 100_003


@dataclass(frozen=True, slots=True)
class Place:
    """One postcode: the homes of it stand in this street."""

    street: str
    town: str
    postcode: str
    dialling: str


@dataclass(frozen=True, slots=True)
class Home:
    house: str
    place: Place


def _areas() -> list[tuple[str, str, list[str]]]:
    rows = [line.split() for line in _AREAS.strip().splitlines()]
    return [(area, f"{code} {exchange}", [town.replace("~", " ") for town in towns]) for area, code, exchange, *towns in rows]


_TABLE = _areas()
POSTCODES = len(_TABLE) * _DISTRICTS * _INWARD


def places(random: Random) -> Iterator[Place]:
    """No postcode comes twice before all have come; which come first hangs on the seed."""
    at = random.randrange(POSTCODES)
    while True:
        at = (at + _STRIDE) % POSTCODES
        yield place(random, at)


def place(random: Random, at: int) -> Place:
    rest, inward = divmod(at, _INWARD)
    which, district = divmod(rest, _DISTRICTS)
    area, dialling, towns = _TABLE[which]
    sector, letters = divmod(inward, len(_NEVER_INWARD) ** 2)
    first, second = divmod(letters, len(_NEVER_INWARD))
    postcode = f"{area}{district + 1} {sector}{_NEVER_INWARD[first]}{_NEVER_INWARD[second]}"
    return Place(_street(random), towns[district % len(towns)], postcode, dialling)


def somewhere(random: Random) -> Home:
    """A home that has nothing to do with any other."""
    return next(homes(random, place(random, random.randrange(POSTCODES))))


def homes(random: Random, at: Place) -> Iterator[Home]:
    """Between 8 and 22, numbered upwards on one side of the street, or flats of one block."""
    number, flats = random.randint(1, 150), random.random() < 0.12
    for flat in range(1, random.randint(8, 22) + 1):
        if flats:
            yield Home(f"Flat {flat}, {number}", at)
            continue
        luck = random.random()
        number += 2
        yield Home(random.choice(words.HOUSES) if luck < 0.03 else f"{number}{'A' if luck < 0.06 else ''}", at)


def _street(random: Random) -> str:
    if random.random() < 0.08:
        return random.choice(words.COMMON_STREETS)
    return f"{random.choice(words.STREET_FIRST)} {random.choice(words.STREET_LAST)}"


def mobile(random: Random) -> str:
    return f"07700 900{random.randrange(1000):03d}"


def landline(random: Random, at: Place) -> str:
    """A number of the ranges that Ofcom keeps for drama."""
    return f"{at.dialling}{'' if at.dialling.startswith('01632') else ' 0'}{random.randrange(1000):03d}"
