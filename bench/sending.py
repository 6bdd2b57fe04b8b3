"""A plain sender of HTTP requests over a few connections that stay open, in one thread."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

CONNECTIONS = 4


@dataclass(frozen=True, slots=True)
class Load:
    """What a load showed: answers a second, and each answer's time in seconds."""

    rate: float
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.times)

    @property
    def p99(self) -> float:
        return quantiles(self.times, n=100)[98]

    @property
    def longest(self) -> float:
        return max(self.times)


@dataclass(slots=True)
class _Line:
    """One connection, with the request under way."""

    socket: socket.socket
    sent: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    needed: int = -1

    def send(self, path: str) -> None:
        self.got.clear()
        self.needed = -1
        self.sent = time.perf_counter()
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())

    def receive(self) -> bool:
        """Whether the answer is whole now."""
        found = self.socket.recv(1 << 18)
        if not found:
            raise ConnectionError("the server closed a connection that was to stay open")
        self.got += found
        if self.needed < 0 and (end := self.got.find(b"\r\n\r\n")) >= 0:
            head = bytes(self.got[:end]).lower()
            if not head.startswith(b"http/1.1 200"):
                raise ConnectionError(f"found {head[:60]!r}, expected an answer that went well")
            length = head.split(b"content-length:")[1].split(b"\r\n")[0]
            self.needed = end + 4 + int(length)
        return 0 <= self.needed <= len(self.got)


def send(port: int, paths: Sequence[str], *, seconds: float) -> Load:
    """Ask for the paths in turn, over and over; each connection asks when it was answered.

    A path that is refused raises ConnectionError.
    """
    after = _in_turn(paths)
    times: list[float] = []
    with selectors.DefaultSelector() as waiting:
        lines = [_Line(socket.create_connection(("127.0.0.1", port))) for _ in range(CONNECTIONS)]
        for line in lines:
            line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(line.socket, selectors.EVENT_READ, line)
        start = time.perf_counter()
        for line in lines:
            line.send(next(after))
        while time.perf_counter() - start < seconds:
            for key, _ in waiting.select(timeout=1):
                line = key.data
                if line.receive():
                    times.append(time.perf_counter() - line.sent)
                    line.send(next(after))
        took = time.perf_counter() - start
        for line in lines:
            line.socket.close()
    return Load(len(times) / took, tuple(times))


def _in_turn(paths: Sequence[str]) -> Iterator[str]:
    while True:
        yield from paths
