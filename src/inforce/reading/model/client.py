"""Questions to an OpenAI-compatible endpoint, through openai's own client, within bounds.

That client is used because every such endpoint is made to its measure; it is a seventeenth of the
next candidate's size (litellm: 2.4 against 41 MB) and retries by the server's own word.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inforce.reading.model.errors import ModelError, RefusedParameterError, UnusableAnswerError
from inforce.reading.model.prompt import Message
from inforce.reading.model.schema import answer_schema
from inforce.reading.model.settings import KEY_VARIABLE, Settings

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAI

_FORMATS: tuple[dict[str, Any] | None, ...] = (
    {
        "type": "json_schema",
        "json_schema": {"name": "statements", "strict": True, "schema": answer_schema()},
    },
    {"type": "json_object"},
    None,
)
"""Ways of constraining an answer, the strictest first."""
_REFUSALS = (400, 404, 415, 422, 501)
"""Statuses with which endpoints refuse a way of constraining that they do not know."""
_OF_FORMATS = ("response_format", "json_schema", "json_object", "schema")
_DISPENSABLE = ("temperature", "max_tokens")
"""Parameters that some models refuse: they take no temperature, or the other name for a limit."""
_SHOWN = 200
_NO_KEY = "none"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered, and the tokens it took; None where the endpoint does not say."""

    text: str
    tokens_in: int | None
    tokens_out: int | None


@dataclass(slots=True)
class Client:
    """One endpoint, and the strictest way of constraining answers that it has not refused."""

    settings: Settings
    _format: int = 0
    _refused: set[str] = field(default_factory=set)
    """Parameters that the endpoint does not take."""
    _made: OpenAI | None = field(default=None, repr=False)

    @property
    def constrained(self) -> bool:
        """Whether the endpoint holds answers to the schema itself, as far as is known yet."""
        return self._format == 0

    def ask(self, messages: Sequence[Message]) -> Answer:
        """The model's answer. Raises RefusedParameterError when a parameter was refused that the
        next question will put in another way, UnusableAnswerError and ModelError."""
        client = self._client()
        import openai

        try:
            return self._answer(self._asked(client, messages))
        except openai.APITimeoutError as error:
            raise self._error(f"did not answer in {self.settings.timeout:g} seconds") from error
        except openai.APIConnectionError as error:
            why = f"could not be reached ({self._plain(str(error.__cause__ or error))})"
            raise self._error(why, lasting=True) from error
        except openai.APIStatusError as error:
            raise self._status(error) from error
        except openai.OpenAIError as error:
            raise self._error(f"could not be asked ({self._plain(str(error))})") from error

    def _client(self) -> OpenAI:
        if self._made is None:
            try:
                from openai import DefaultHttpxClient, OpenAI
            except ImportError as error:
                raise ModelError(
                    "reading by a language model needs the package openai: "
                    "pip install 'inforce[model]'",
                    lasting=True,
                ) from error
            self._made = OpenAI(
                api_key=self.settings.key or _NO_KEY,
                base_url=self.settings.endpoint,
                timeout=self.settings.timeout,
                max_retries=self.settings.retries,
                # The key and the text are for this endpoint, and for none that it points to.
                http_client=DefaultHttpxClient(follow_redirects=False),
            )
        return self._made

    def _asked(self, client: OpenAI, messages: Sequence[Message]) -> bytes:
        """The bytes of the endpoint's answer, as many as the bounds allow."""
        from httpx2 import HTTPError, TimeoutException

        completions: Any = client.chat.completions
        call = completions.with_streaming_response.create(
            model=self.settings.model,
            messages=list(messages),
            **self._parameters(),
        )
        until = time.monotonic() + self.settings.timeout * (self.settings.retries + 1)
        with call as response:
            try:
                return b"".join(self._bounded(response.iter_bytes(), until))
            except TimeoutException as error:
                raise self._error("stopped in the middle of its answer") from error
            except HTTPError as error:
                raise self._error("broke off its answer") from error

    def _parameters(self) -> dict[str, Any]:
        """The parameters of a question, without those that the endpoint has refused."""
        wanted: dict[str, Any] = {"max_tokens": self.settings.most_tokens, "temperature": 0}
        if "max_tokens" in self._refused:
            wanted["max_completion_tokens"] = wanted["max_tokens"]
        if _FORMATS[self._format]:
            wanted["response_format"] = _FORMATS[self._format]
        return {name: value for name, value in wanted.items() if name not in self._refused}

    def _bounded(self, parts: Iterator[bytes], until: float) -> Iterator[bytes]:
        taken = 0
        for part in parts:
            taken += len(part)
            if taken > self.settings.most_bytes:
                most = self.settings.most_bytes
                raise self._error(f"sent more than {most} bytes, expected one short answer")
            if time.monotonic() > until:
                raise self._error("went on answering for longer than all its attempts may take")
            yield part

    def _answer(self, raw: bytes) -> Answer:
        try:
            told = json.loads(raw)
            choice = told["choices"][0]
            message = choice["message"]
            text, refusal = message.get("content"), message.get("refusal")
            cut = choice.get("finish_reason") == "length"
            usage = told.get("usage") or {}
            counts = [usage.get(key) for key in ("prompt_tokens", "completion_tokens")]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise self._error("sent something other than a chat completion") from error
        if cut:
            most = self.settings.most_tokens
            raise self._error(f"needs more than {most} tokens for an answer: smaller windows do")
        if refusal or not isinstance(text, str):
            why = f"refused to answer ({self._plain(str(refusal))})" if refusal else "said nothing"
            raise UnusableAnswerError(self._sentence(why))
        tokens_in, tokens_out = (n if isinstance(n, int) and n >= 0 else None for n in counts)
        return Answer(text, tokens_in, tokens_out)

    def _status(self, error: APIStatusError) -> ModelError:
        """The error for a status that is none of success, after all attempts."""
        code = error.status_code
        said = self._plain(str(error.message))
        if code in _REFUSALS and self._gives_way(said.lower()):
            return RefusedParameterError(self._sentence(f"refused a parameter ({said})"))
        if code in (401, 403):
            why = f"refused the key ({said}); the key is read from {KEY_VARIABLE}"
            return self._error(why, lasting=True)
        if code == 429:
            return self._error(f"allows no more questions for now ({said})")
        return self._error(f"answered with status {code} ({said})", lasting=code == 404)

    def _gives_way(self, said: str) -> bool:
        """Whether a refusal is of a parameter that can be left out, or put in another way."""
        for name in _DISPENSABLE:
            if name in said and name not in self._refused:
                self._refused.add(name)
                return True
        if self._format + 1 < len(_FORMATS) and any(word in said for word in _OF_FORMATS):
            self._format += 1
            return True
        return False

    def _error(self, why: str, *, lasting: bool = False) -> ModelError:
        return ModelError(self._sentence(why), lasting=lasting)

    def _sentence(self, why: str) -> str:
        return f"the model {self.settings.model!r} at {self.settings.endpoint} {why}"

    def _plain(self, said: str) -> str:
        """What an endpoint said, short, on one line, and without the key it may repeat."""
        key = self.settings.key
        hidden = said.replace(key, "the key") if key else said
        line = " ".join("".join(c if c.isprintable() else " " for c in hidden).split())
        return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
