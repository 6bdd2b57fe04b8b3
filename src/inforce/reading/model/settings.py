"""Which model is asked, where, and within which bounds."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from inforce.reading.model.errors import ModelError

KEY_VARIABLE = "INFORCE_MODEL_KEY"


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in the user's own currency."""

    tokens_in: float
    tokens_out: float


@dataclass(frozen=True, slots=True)
class Settings:
    """One model at one endpoint, and how long and how often it is asked.

    ``timeout`` is seconds for one question with its whole answer; ``retries`` further attempts
    after a refusal for load, an error of the server or a broken connection. ``window`` and
    ``overlap`` are characters of text to a question; ``most_windows`` bounds a document,
    ``most_tokens`` an answer and ``most_bytes`` what is taken in of one. The key is kept out of
    every text made of these settings.
    """

    endpoint: str
    model: str
    key: str = field(default="", repr=False)
    prices: Prices | None = None
    timeout: float = 120.0
    retries: int = 2
    window: int = 12_000
    overlap: int = 600
    most_windows: int = 60
    most_tokens: int = 8_000
    most_bytes: int = 4_000_000

    def __post_init__(self) -> None:
        """Raises ModelError for an endpoint that is no address, or bounds that bound nothing."""
        address = urlsplit(self.endpoint)
        if address.scheme not in ("http", "https") or not address.netloc:
            raise ModelError(
                f"found {self.endpoint!r} as the model's endpoint, expected an http or https "
                "address such as https://example.org/v1",
                lasting=True,
            )
        if address.username or address.password:
            raise ModelError(
                "the model's endpoint holds a user's name or password, expected an address "
                f"without; a key belongs in {KEY_VARIABLE}",
                lasting=True,
            )
        if not self.model:
            raise ModelError("no model is named, expected a name", lasting=True)
        if not 0 <= self.overlap < self.window or self.timeout <= 0 or self.retries < 0:
            raise ModelError(
                f"found a window of {self.window} with an overlap of {self.overlap}, "
                f"{self.timeout:g} seconds and {self.retries} retries, expected a window larger "
                "than its overlap, some seconds, and no fewer than 0 retries",
                lasting=True,
            )


def key_from_environment() -> str:
    """The key that the user's environment holds; empty for an endpoint that asks for none."""
    return os.environ.get(KEY_VARIABLE, "").strip()
