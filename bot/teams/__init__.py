"""The bot as an app in Microsoft Teams."""
