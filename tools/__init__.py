"""Scripts for people who work on the project; the bot itself imports none of them."""
