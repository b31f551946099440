"""The face: the HTTP edge, the token check, who is speaking, cards and the way out to the channel."""
