"""The schemes that run by area and date, of which a force says itself whether it is in them."""

PILOTS = ("dapo",)
