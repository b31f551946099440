"""Our own edge as the measured bots are given it: real token check, real connector, one session."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from benchmarks.serving import Channel
from bot.auth import TokenCheck
from bot.connector import Connector
from bot.edge import Edge, Hearing
from bot.hosts import ServiceHosts
from bot.keys import SigningKeys
from bot.outbound import open_session
from bot.replies import Replies
from bot.tokens import ClientCredentials
from domain.clock import utc_now
from storage.work import Database


@dataclass(frozen=True)
class Face:
    check: TokenCheck
    connector: Connector

    def over(self, turns: Hearing, database: Database) -> tuple[web.Application, Replies]:
        replies = Replies(self.connector, database, utc_now)
        application = web.Application()
        application.add_routes(Edge(self.check, turns, replies).routes())
        return application, replies


@asynccontextmanager
async def face(channel: Channel) -> AsyncIterator[Face]:
    async with open_session() as session:
        hosts = ServiceHosts(loopback_port_ok=True)
        keys = SigningKeys(session, utc_now, channel.metadata_url)
        check = TokenCheck(keys, utc_now, hosts, channel.app_id, channel.tenant)
        tokens = ClientCredentials(session, utc_now, channel.token_url, channel.app_id, "made-up-secret")
        yield Face(check, Connector(session, tokens, hosts))
