"""Files of many formats as Documents, with the way back to the original; no treaties here."""

from inforce.documents.errors import DocumentError
from inforce.documents.language import detect_language, language_name
from inforce.documents.limits import DEFAULT_LIMITS, Limits
from inforce.documents.load import load, load_all, load_many, load_text
from inforce.documents.model import Block, BlockKind, Document, Format, PublishedFrom

__all__ = [
    "DEFAULT_LIMITS",
    "Block",
    "BlockKind",
    "Document",
    "DocumentError",
    "Format",
    "Limits",
    "PublishedFrom",
    "detect_language",
    "language_name",
    "load",
    "load_all",
    "load_many",
    "load_text",
]
