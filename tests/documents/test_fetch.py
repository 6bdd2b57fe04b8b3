"""Addresses: what is fetched, what is refused, and that nothing private is ever called."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from documents.made import REPORT, pdf, rss
from inforce.documents import Document, DocumentError, Limits, load, load_all
from inforce.documents.fetch import Network
from inforce.documents.public import is_public

HOSTS = {
    "public.example": ["127.0.0.1"],
    "private.example": ["10.11.12.13"],
    "both.example": ["127.0.0.1", "192.168.1.1"],
}
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """A server whose answers a test sets by path, and which keeps the paths asked for."""

    answers: dict[str, Answer]
    asked: list[tuple[str, str]]
    daemon_threads = True


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked.append((self.headers["Host"], self.path))
        self.server.answers[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is printed."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as served:
        served.answers, served.asked = {}, []
        thread = Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def sends(body: bytes, kind: str = "text/plain", *, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def redirects(target: str) -> Answer:
    return sends(b"", status=302, Location=target)


NETWORK = Network(
    resolve=lambda host, _: HOSTS.get(host, [host] if host[0].isdigit() else []),
    permits=lambda address: address == "127.0.0.1" or is_public(address),
)


def read(
    server: Server,
    path: str,
    *,
    host: str = "public.example",
    limits: Limits | None = None,
    network: Network = NETWORK,
) -> list[str]:
    """The texts of the documents at a path, or what was said of them."""
    url = f"http://{host}:{server.server_port}{path}"
    found = load_all(url, limits=limits or Limits(max_seconds=5), network=network)
    return [one.text if isinstance(one, Document) else one.problem for one in found]


@pytest.mark.parametrize(
    ("path", "answer", "text"),
    [
        ("/a", sends(REPORT.encode()), REPORT),
        (
            "/a",
            sends("Völlig klar.".encode("latin-1"), "text/plain; charset=latin-1"),
            "Völlig klar.",
        ),
        ("/a", sends("Völlig klar.".encode(), "text/plain; charset=utf-16"), "Völlig klar."),
        ("/a", sends(b"plain words < more", "text/html"), "plain words < more"),
        ("/a", sends(b"# Heading *here*", "text/markdown"), "Heading here"),
        ("/note.md?x=1", sends(b"# Heading *here*"), "Heading here"),
        ("/a", sends(pdf([["One line."]]), "application/pdf"), "One line."),
        ("/a", sends(rss("<title>Four words of title</title>")), "Four words of title"),
        ("/a", sends(gzip.compress(b"Packed."), Content_Encoding="gzip"), "Packed."),
        ("/a", sends(b"Not packed.", Content_Encoding="gzip"), "Not packed."),
        ("/a.gz", sends(gzip.compress(b"Packed.")), "Packed."),
    ],
)
def test_what_stands_at_an_address_is_read(
    server: Server, path: str, answer: Answer, text: str
) -> None:
    server.answers[path] = answer
    assert read(server, path) == [text]


def test_the_document_has_the_address_as_name_and_the_host_gets_its_own(
    server: Server,
) -> None:
    server.answers["/a"] = sends(b"Words.")
    url = f"http://public.example:{server.server_port}/a"
    assert load(url, network=NETWORK).name == url
    assert server.asked == [(f"public.example:{server.server_port}", "/a")]


def test_redirects_are_followed_one_by_one(server: Server) -> None:
    server.answers |= {"/a": redirects("/b?c=d"), "/b?c=d": sends(b"There.")}
    assert read(server, "/a") == ["There."]


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        (
            "http://private.example/x",
            "redirects to http://private.example/x, which is on a private or reserved network "
            "address (10.11.12.13); only public ones are read",
        ),
        (
            "//169.254.169.254/latest",
            "redirects to http://169.254.169.254/latest, which is on a private or reserved network "
            "address (169.254.169.254); only public ones are read",
        ),
        (
            "http://[::1]/x",
            "redirects to http://[::1]/x, which has a host whose name is not known: ::1",
        ),
        (
            "file:///etc/hostname",
            "redirects to file:/etc/hostname, which is no http or https address; one was expected",
        ),
        ("", "redirects to nowhere; a page was expected"),
    ],
)
def test_a_redirect_to_what_is_not_public_is_refused(
    server: Server, target: str, problem: str
) -> None:
    server.answers["/a"] = redirects(target)
    assert read(server, "/a") == [problem]
    assert len(server.asked) == 1


def test_a_host_with_one_private_address_is_not_called_at_all(server: Server) -> None:
    (problem,) = read(server, "/a", host="both.example")
    assert "private or reserved network address (192.168.1.1)" in problem
    assert server.asked == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "127.1", "0x7f000001"])
def test_the_real_network_refuses_this_machine(server: Server, host: str) -> None:
    with pytest.raises(DocumentError, match=r"private or reserved network|name is not known"):
        load(f"http://{host}:{server.server_port}/a")
    assert server.asked == []


def test_a_name_is_resolved_once_so_that_it_cannot_change_after_the_check(server: Server) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    server.answers["/a"] = sends(b"There.")
    network = Network(resolve=lambda *_: next(answers), permits=NETWORK.permits)
    assert read(server, "/a", network=network) == ["There."]
    assert next(answers) == ["10.0.0.1"]


def test_the_next_address_is_called_where_one_does_not_answer(server: Server) -> None:
    network = Network(resolve=lambda *_: ["127.0.0.9", "127.0.0.1"], permits=lambda _: True)
    server.answers["/a"] = sends(b"There.")
    assert read(server, "/a", network=network) == ["There."]


def test_a_ring_of_redirects_ends(server: Server) -> None:
    server.answers["/a"] = redirects("/a")
    assert read(server, "/a") == ["redirects more than 5 times; a page was expected"]
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (sends(b"gone", status=404), "answered 404 Not Found; a page was expected"),
        (sends(b"x" * 2_000), "holds more than the 1 kB that are read; split it up"),
        (
            sends(b"", Content_Length="9000"),
            "holds 9 kB, more than the 1 kB that are read; split it up",
        ),
        (
            sends(b"x", Content_Encoding="gzip, gzip, gzip"),
            "is sent in the encoding 'gzip, gzip, gzip'; none or gzip was expected",
        ),
        (
            sends(b"x", Content_Encoding="br"),
            "is sent in the encoding 'br'; none or gzip was expected",
        ),
        (
            sends(gzip.compress(b"x" * 9_000), Content_Encoding="gzip"),
            "holds more than the 1 kB that are read; split it up",
        ),
        (
            sends(gzip.compress(b"words")[:-5], Content_Encoding="gzip"),
            "is sent as gzip that breaks off; a whole file was expected",
        ),
    ],
)
def test_answers_that_are_refused(server: Server, answer: Answer, problem: str) -> None:
    server.answers["/a"] = answer
    assert read(server, "/a", limits=Limits(max_bytes=1_000)) == [problem]


def test_a_server_that_drips_is_left_in_time(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(100):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    server.answers["/a"] = drip
    start = time.perf_counter()
    told = read(server, "/a", limits=Limits(max_seconds=0.3))
    assert told[0].startswith(("did not answer in full within 0.3 s", "cannot be fetched"))
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("ftp://public.example/x", "is no http or https address; one was expected"),
        ("http://", "is no http or https address; one was expected"),
        ("http://unknown.example/", "has a host whose name is not known: unknown.example"),
        ("http://public.example:99999/", "has the port 99999; one of 1 to 65535 was expected"),
        ("http://exa mple/", "has a host whose name is not known"),
        ("http://[::1/", "is no valid address"),
        ("http://public.example:1/", "cannot be reached"),
        ("file:///etc/hostname", "is no http or https address; one was expected"),
    ],
)
def test_addresses_that_cannot_be_fetched(address: str, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        load(address, network=NETWORK, limits=Limits(max_seconds=5))
    assert caught.value.name == address
    assert caught.value.problem.startswith(problem)


def test_it_works_where_an_event_loop_runs(server: Server) -> None:
    import asyncio

    server.answers["/a"] = sends(b"There.")

    async def inside() -> list[str]:
        return read(server, "/a")

    assert asyncio.run(inside()) == ["There."]
