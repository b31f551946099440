"""A process that has imported app.py once and becomes each command by forking: the program is the same, without the seconds of imports.

Run as `python -m tests.e2e.warm SOCKET`. A connection carries one command: a line of JSON with the file descriptors it runs on, and is answered by
the process's id on one line and its exit status on the next.
"""

import gc
import json
import os
import socket
import sys
from contextlib import suppress
from typing import Any

import app

LONGEST_REQUEST = 65_536


def main(path: str) -> None:
    door = socket.socket(socket.AF_UNIX)
    door.bind(path)
    door.listen()
    gc.freeze()
    sys.stdout.write("warm\n")
    sys.stdout.flush()
    while True:
        caller, _ = door.accept()
        if os.fork() == 0:
            door.close()
            mind(caller)
        caller.close()
        reap()


def mind(caller: socket.socket) -> None:
    """Stands over one command until it has ended."""
    said, files, _, _ = socket.recv_fds(caller, LONGEST_REQUEST, 3)
    pid = os.fork()
    if pid == 0:
        caller.close()
        become(json.loads(said), files)
    for file in files:
        os.close(file)
    caller.sendall(f"{pid}\n".encode())
    _, status = os.waitpid(pid, 0)
    with suppress(BrokenPipeError):
        caller.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def become(request: dict[str, Any], files: list[int]) -> None:
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    status = app.main(request["arguments"])
    sys.stdout.flush()
    # The usual end would tear down all that was imported, page by copied page.
    os._exit(status)


def reap() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


if __name__ == "__main__":
    main(sys.argv[1])
