"""The depositaries' and registers' own formats, read into statements of who said what.

Each reader yields an :class:`~inforce.official.model.Imported`; :mod:`inforce.official.plan` shows
what it would change in a store before it does, and :mod:`inforce.official.refresh` fetches it.
"""

from inforce.official.errors import LayoutChanged, OfficialError, Unavailable
from inforce.official.model import Imported

__all__ = ["Imported", "LayoutChanged", "OfficialError", "Unavailable"]
