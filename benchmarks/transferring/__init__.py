"""A person who goes over to another force while the process that does it is killed."""
