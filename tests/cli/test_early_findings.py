"""At a terminal our own findings are there while LanguageTool still works; a file gets all in order."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

pty = pytest.importorskip("pty", reason="no terminals here")

_STORY = "He ate an error.\n\nHe met the the minister on Tuesday.\n"
_MATCH = (
    b'{"matches": [{"message": "Found.", "offset": 7, "length": 8, "replacements": [{"value": "no error"}],'
    b' "sentence": "", "rule": {"id": "FAKE", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": "G"}}}]}'
)
_SLOW = 2.0


@pytest.fixture
def slow():
    """The address of a LanguageTool that takes its time."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(b'[{"name": "English", "code": "en", "longCode": "en-US"}]')

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(_SLOW)
            self.answer(_MATCH if b"TextLevelOnly" in sent and b"allBut" in sent else b'{"matches": []}')

        def answer(self, data: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_at_a_terminal_our_own_come_first(tmp_path: Path, slow: str):
    story = tmp_path / "story.txt"
    story.write_text(_STORY)
    master, slave = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-m", "editor", "check", "--no-config", "--languagetool", slow, str(story)],
        stdout=slave,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1"},
    )
    os.close(slave)
    said, own, theirs = b"", 0.0, 0.0
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
        own = own or (time.monotonic() if b"doubled" in said else 0.0)
        theirs = theirs or (time.monotonic() if b"lt/FAKE" in said else 0.0)
    os.close(master)
    assert command.wait(30) == 1
    text = said.decode()
    assert own
    assert theirs
    assert theirs - own > _SLOW / 2
    assert text.count("grammar/doubled-word") == 1
    assert text.count("lt/FAKE") == 1
    assert "2 findings in 1 story" in text


def test_a_file_gets_all_in_order(copydesk, story, slow: str):
    done = copydesk("check", "--no-config", story(_STORY), languagetool=slow)
    assert done.out.index("lt/FAKE") < done.out.index("grammar/doubled-word")
