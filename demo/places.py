"""Streets, towns and postcodes that exist nowhere: an inward code never holds the letters C, I, K, M, O or V, and these always do."""

from random import Random

_STREETS = "Larkfield Row;Cobbler's Yard;Pound Lane;Tenter Street;Old Mill Rise;Quarry Bank;Lantern Road;Rookery Close;Saddler Street;Weir Walk;Beacon Drive"
STREETS = tuple(_STREETS.split(";"))
TOWNS = ("Ambermere", "Thornley Bridge", "Castlebeck", "Old Harrow Green", "Wenfold")
_OUTWARD = ("LS6", "LS8", "LS12", "BD3", "BD7", "M14", "M20", "B11", "B29", "YO10", "NE6", "CF5", "HU5", "S11", "HD1", "ZZ1", "ZZ12")
_NEVER_INWARD = "CIKMOV"
COURTS = (("Family Court at Ambermere", "900101"), ("Family Court at Castlebeck", "900102"), ("Family Court at Wenfold", "900103"))


def made_up_address(random: Random) -> tuple[str, str, str]:
    """Two lines and a postcode."""
    flat = f"Flat {random.randint(1, 30)}, " if random.random() < 0.15 else ""
    return f"{flat}{random.randint(1, 180)} {random.choice(STREETS)}", random.choice(TOWNS), made_up_postcode(random)


def made_up_postcode(random: Random) -> str:
    return f"{random.choice(_OUTWARD)} {random.randint(0, 9)}{random.choice(_NEVER_INWARD)}{random.choice(_NEVER_INWARD)}"


def made_up_phone(random: Random) -> str:
    """One of the numbers that Ofcom keeps for drama."""
    return f"07700 900{random.randint(0, 999):03d}" if random.random() < 0.8 else f"01632 960{random.randint(0, 999):03d}"
