"""Who is bound by which treaty, on which date, and how do we know?"""

__version__ = "0.1.0"
