"""What client and standby process say to each other: a request with the client's open files, then lines of text.

The process answers `taken` or `stale`; then the client says `go`, and `signal N` for each signal that it got, and in the end
the process says `exit N`.
"""

from __future__ import annotations

import json
import os
import socket
from typing import NamedTuple

_SIZE = 8
_LARGEST = 16_000_000
FILES = (0, 1, 2)
"""Standard input, output and error, which go with a request."""


class Request(NamedTuple):
    """A command as its caller gave it. `streams` are the encoding and the error handler of each of FILES; `idle` is in seconds."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    mask: int
    streams: list[tuple[str, str]]
    idle: float


def send(connection: socket.socket, request: Request) -> None:
    """Send the request and the open files. Raises OSError."""
    data = json.dumps(request._asdict()).encode("utf-8", "surrogateescape")
    socket.send_fds(connection, [len(data).to_bytes(_SIZE, "big")], list(FILES))
    connection.sendall(data)


def receive(connection: socket.socket) -> tuple[Request, list[int]]:
    """The request and the numbers of its files here. Raises OSError or ValueError where it is none."""
    head, files, _, _ = socket.recv_fds(connection, _SIZE, len(FILES))
    try:
        while len(head) < _SIZE:
            head += _some(connection, _SIZE - len(head))
        size = int.from_bytes(head, "big")
        if size > _LARGEST or len(files) != len(FILES):
            raise ValueError("not a request")
        data = b""
        while len(data) < size:
            data += _some(connection, size - len(data))
        told = json.loads(data.decode("utf-8", "surrogateescape"))
        told["streams"] = [(str(name), str(errors)) for name, errors in told["streams"]]
        return Request(**told), list(files)
    except (OSError, ValueError, KeyError, TypeError):
        for each in files:
            os.close(each)
        raise


def _some(connection: socket.socket, most: int) -> bytes:
    data = connection.recv(min(most, 1 << 16))
    if not data:
        raise ValueError("the request breaks off")
    return data
