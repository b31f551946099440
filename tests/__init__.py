"""What the bot promises, told as sentences about the trade."""
