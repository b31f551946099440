"""The web chat: a Direct Line endpoint in process, and the page that talks to it."""
