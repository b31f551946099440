"""What effective forces do, one test a requirement, each through the chat or over HTTP; the requirements' numbers stand in the names."""
