"""A fake LanguageTool server, and what else the tests of LanguageTool share."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import psutil


class FakeLanguageTool:
    """An HTTP server that answers as LanguageTool does, but for what `script` says of each check, in turn.

    A step of the script is a function of the request handler, or None for the ordinary answer: every
    "an error" in the text is a match.
    """

    def __init__(self) -> None:
        self.script: list[Callable[[BaseHTTPRequestHandler], None] | None] = []
        self.texts: list[str] = []
        self.requests: list[tuple[str, str]] = []
        self.limit: int | None = None
        self.guard = threading.Lock()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self, [{"name": "English", "code": "en", "longCode": c} for c in ("en-US", "en-GB")])

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                sent = parse_qs(body, keep_blank_values=True)
                text = sent["text"][0]
                with fake.guard:
                    fake.texts.append(text)
                    mode = "spelling" if "enabledOnly" in sent else sent.get("mode", ["all"])[0]
                    fake.requests.append((mode, text))
                    step = fake.script.pop(0) if fake.script else None
                if step is not None:
                    step(self)
                elif fake.limit is not None and len(text) > fake.limit:
                    plain(413, f"Error: Your text exceeds the limit of {fake.limit} characters.")(self)
                else:
                    answer(self, {"matches": [match(text, at) for at in places(text)]})

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def places(text: str) -> Iterator[int]:
    at = text.find("an error")
    while at >= 0:
        yield at
        at = text.find("an error", at + 1)


def match(text: str, at: int) -> dict[str, object]:
    start = len(text[:at].encode("utf-16-le")) // 2
    return {
        "message": "Found.",
        "offset": start,
        "length": 8,
        "replacements": [{"value": "no error"}],
        "context": {"text": text, "offset": 0, "length": 8},
        "sentence": text,
        "rule": {
            "id": "FAKE",
            "issueType": "grammar",
            "category": {"id": "GRAMMAR", "name": "Grammar"},
        },
    }


def answer(handler: BaseHTTPRequestHandler, value: object) -> None:
    plain(200, json.dumps(value))(handler)


def plain(status: int, body: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def step(handler: BaseHTTPRequestHandler) -> None:
        data = body.encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return step


def hang(handler: BaseHTTPRequestHandler) -> None:
    """Answers nothing for longer than any test's time-out."""
    time.sleep(3)


def drop(handler: BaseHTTPRequestHandler) -> None:
    """Closes the connection in the middle of an answer, as a server does that dies."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"matches": [')
    handler.close_connection = True


def gone(pid: int, within: float = 10.0) -> bool:
    """Whether the process ends within so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False
