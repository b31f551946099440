"""When something happened: read as officers type it, reckoned in London time, and said back."""

from domain.moments.finding import LONGEST_ACCOUNT, MomentTold, find_moment
from domain.moments.found import StillToCome
from domain.moments.reading import LONGEST, read_moment
from domain.moments.spans import Span
from domain.moments.words import in_words

__all__ = ["LONGEST", "LONGEST_ACCOUNT", "MomentTold", "Span", "StillToCome", "find_moment", "in_words", "read_moment"]
