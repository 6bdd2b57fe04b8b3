"""A language model of one's own on the loopback, which answers as a test wants it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]
MODEL = "tiny"
KEY = "sk-very-secret-123"


@dataclass(frozen=True)
class Reply:
    """What is sent back: a status, a body, headers; ``wait`` seconds before it.

    ``lacks`` is how many bytes of the body are promised and never sent, and ``stalls`` how many
    seconds the connection stays open without them.
    """

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    wait: float = 0.0
    lacks: int = 0
    stalls: float = 0.0


Behaviour = Callable[[Request], Reply]


def completion(content: str | None, **more: Any) -> Reply:
    """A chat completion with that content and the tokens it took."""
    message = {"role": "assistant", "content": content, "refusal": more.pop("refusal", None)}
    told = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "finish_reason": more.pop("finish", "stop"), "message": message}],
        "usage": more.pop("usage", {"prompt_tokens": 900, "completion_tokens": 100}),
    }
    return Reply(json.dumps(told).encode(), **more)


def says(*statements: Any) -> Behaviour:
    """A model that answers with these statements."""
    return lambda _: completion(json.dumps({"statements": list(statements)}))


def fails(status: int, message: str = "no", *headers: tuple[str, str]) -> Behaviour:
    """An endpoint that answers with an error."""
    body = json.dumps({"error": {"message": message, "type": "error"}}).encode()
    return lambda _: Reply(body, status, headers)


def told(**changes: Any) -> dict[str, Any]:
    """A statement as the schema wants it, with changes."""
    statement: dict[str, Any] = {
        "kind": "withdrawal_effective",
        "participant": "LTU",
        "treaty": "apmbc",
        "date": "2025-12-27",
        "modality": "done",
        "toward": None,
        "quote": "Lithuania left the Ottawa Convention",
        "attributed_to": [],
        "value": None,
    }
    return statement | changes


@dataclass
class Endpoint:
    """Where the model answers, and what it was asked; each behaviour serves one request, the
    last of them all that follow."""

    url: str = ""
    behaviours: list[Behaviour] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    authorisations: list[str] = field(default_factory=list)

    def then(self, *behaviours: Behaviour) -> Endpoint:
        """The endpoint, which will do these."""
        self.behaviours = list(behaviours)
        return self

    def text_of(self, place: int = -1) -> str:
        """All that the model was told in one request."""
        return "\n".join(message["content"] for message in self.requests[place]["messages"])


@contextmanager
def serving() -> Iterator[Endpoint]:
    """An endpoint for as long as the block runs."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            place = len(endpoint.requests)
            endpoint.requests.append(json.loads(raw))
            endpoint.authorisations.append(self.headers.get("Authorization") or "")
            behave = endpoint.behaviours[min(place, len(endpoint.behaviours) - 1)]
            reply = behave(endpoint.requests[-1])
            time.sleep(reply.wait)
            try:
                self.send_response(reply.status)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(reply.body) + reply.lacks))
                self.end_headers()
                self.wfile.write(reply.body)
                time.sleep(reply.stalls)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
