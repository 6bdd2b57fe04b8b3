"""The one root of every error that inforce raises on purpose."""


class InforceError(Exception):
    """An input, a fact or a question that cannot be used as given.

    The message is one sentence for the user: where (file, document, place in it), what was
    found, what was expected. Subclasses live in the room that raises them.
    """
