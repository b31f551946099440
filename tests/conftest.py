"""Settings that every test shares."""

import os
from contextlib import redirect_stderr

from hypothesis import settings

from bot.logs import set_up_logs
from tests.fakes.logbook import LOGBOOK

settings.register_profile("here", deadline=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
# As the bot itself logs: the library's default draws each traceback with every local variable, which takes seconds.
with redirect_stderr(LOGBOOK):
    set_up_logs("info")
