"""The Bot Framework's own echo, as its samples have it. Authentication is off, which favours it: no token is checked or sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

from benchmarks.serving import Channel, serve


class Configuration:
    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class Echo(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(MessageFactory.text(turn_context.activity.text))


@asynccontextmanager
async def site(_: Channel) -> AsyncIterator[web.Application]:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
    bot = Echo()

    async def receive(request: web.Request) -> web.StreamResponse:
        answer: web.StreamResponse = await adapter.process(request, bot)
        return answer

    application = web.Application()
    application.router.add_post("/api/messages", receive)
    yield application


if __name__ == "__main__":
    serve(site)
