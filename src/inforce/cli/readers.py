"""Which reader a verb reads with: the deterministic one, or a language model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    from inforce.catalogue import Catalogue
    from inforce.reading import Reader

F = TypeVar("F", bound=Callable[..., Any])


class ReaderOptions(TypedDict):
    """The options of :func:`reader_options` by their names."""

    reader: str
    model: str | None
    endpoint: str | None
    price_in: float | None
    price_out: float | None
    timeout: float
    retries: int
    window: int


def reader_options(function: F) -> F:
    """--reader, and what a language model needs: where, which, at what price, how long."""
    options = (
        click.option(
            "--reader",
            type=click.Choice(["deterministic", "model"]),
            default="deterministic",
            show_default=True,
            help="Who reads: lexicons and rules, or a language model held to the same schema. Its "
            "key is read from INFORCE_MODEL_KEY.",
        ),
        click.option("--model", envvar="INFORCE_MODEL", metavar="NAME", help="The model's name."),
        click.option(
            "--endpoint",
            envvar="INFORCE_MODEL_ENDPOINT",
            metavar="URL",
            help="An OpenAI-compatible endpoint, such as http://localhost:8000/v1.",
        ),
        click.option(
            "--price-in", type=click.FloatRange(0), help="What a million tokens read cost."
        ),
        click.option(
            "--price-out", type=click.FloatRange(0), help="What a million tokens written cost."
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(1, 3600),
            default=120.0,
            show_default=True,
            help="Seconds that the model has for one answer.",
        ),
        click.option(
            "--retries",
            type=click.IntRange(0, 10),
            default=2,
            show_default=True,
            help="Further attempts after a refusal for load or a failure of the endpoint.",
        ),
        click.option(
            "--window",
            type=click.IntRange(1_000, 200_000),
            default=12_000,
            show_default=True,
            help="Characters of text that the model is given at once.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def reader_of(catalogue: Catalogue, asked: ReaderOptions) -> Reader:
    """The reader that was asked for. Raises UsageError where its options do not fit."""
    from inforce.reading import DeterministicReader

    prices = (asked["price_in"], asked["price_out"])
    if asked["reader"] == "deterministic":
        return DeterministicReader(catalogue)
    if not asked["model"] or not asked["endpoint"]:
        raise click.UsageError("--reader model needs --model NAME and --endpoint URL")
    if (prices[0] is None) != (prices[1] is None):
        raise click.UsageError("--price-in and --price-out are given together or not at all")
    from inforce.reading.model import ModelReader, Prices, Settings
    from inforce.reading.model.settings import key_from_environment

    settings = Settings(
        asked["endpoint"],
        asked["model"],
        key_from_environment(),
        prices=None if prices[0] is None or prices[1] is None else Prices(prices[0], prices[1]),
        timeout=asked["timeout"],
        retries=asked["retries"],
        window=asked["window"],
    )
    return ModelReader(settings, catalogue)


def print_usage(reader: Reader) -> None:
    """What a language model took, on standard error; nothing for the deterministic reader."""
    if reader.name == "deterministic":
        return
    from inforce.reading.model import ModelReader

    if isinstance(reader, ModelReader):
        words = reader.usage.words(reader.settings.prices)
        click.echo(f"inforce: {reader.settings.model}: {words}", err=True)
