"""Stands in for Java in tests: takes the command line of a LanguageTool server and answers as one does.

Run as a script by a launcher (the fixture `fake_java`). Environment: FAKE_VERSION, FAKE_STARTS (a file that counts starts).
"""

from __future__ import annotations

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def serve() -> None:
    port = int(sys.argv[sys.argv.index("--port") + 1])
    told = Path(sys.argv[sys.argv.index("--config") + 1]).read_text()
    secret = next((line[10:] for line in told.splitlines() if line.startswith("serverURL=")), "")
    if os.environ.get("FAKE_STARTS"):
        with open(os.environ["FAKE_STARTS"], "a") as stream:  # noqa: PTH123
            stream.write("x")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith(f"{secret}/v2/"):
                self.send_error(404)
                return
            version = os.environ.get("FAKE_VERSION", "6.8")
            self.answer(
                {"software": {"version": version}}
                if self.path.endswith("/info")
                else [{"name": "English", "code": "en", "longCode": "en-US"}]
            )

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.answer({"matches": []})

        def answer(self, value: object) -> None:
            data = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    print("Server started", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve()
