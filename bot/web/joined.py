"""The chat page joined to what it stands on: the desk that hears, the registry of what was sent, the papers and the files."""

from bot.measured import MeasuredTurns
from bot.web.chat import WebChat
from bot.web.files import HeldFiles
from bot.web.papers import HeldPapers
from bot.web.transcript import DemoRoster, SealedTranscript, WebDesk
from bot.web.uploads import HeldUploads
from domain.clock import Clock
from storage.work import Database


def join_web_chat(database: Database, clock: Clock, turns: MeasuredTurns, key: bytes) -> WebChat:
    papers, files = HeldPapers(database, clock), HeldFiles(database, clock)
    return WebChat(
        WebDesk(turns),
        SealedTranscript(database, clock),
        DemoRoster(database),
        clock,
        key,
        papers=papers,
        files=files,
        uploads=HeldUploads(database, clock),
    )
