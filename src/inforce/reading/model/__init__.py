"""A language model as reader: any OpenAI-compatible endpoint, held to the statement schema."""

from inforce.reading.model.errors import ModelError
from inforce.reading.model.reader import ModelReader
from inforce.reading.model.settings import Prices, Settings
from inforce.reading.model.usage import Usage

__all__ = ["ModelError", "ModelReader", "Prices", "Settings", "Usage"]
