"""Polite cancelling: a token that work tests between its steps."""

from typing import Protocol


class Cancelled(Exception):
    """The work was cancelled, as asked. Not an error."""


class CancelToken(Protocol):
    """Anything that can say whether the current work should stop."""

    def is_set(self) -> bool: ...


class NeverCancelled:
    """The token of work that nobody can cancel."""

    def is_set(self) -> bool:
        return False


NEVER = NeverCancelled()


class AnyToken:
    """A token that is set when one of several is."""

    def __init__(self, *tokens: CancelToken) -> None:
        self._tokens = tokens

    def is_set(self) -> bool:
        return any(token.is_set() for token in self._tokens)


def raise_if_cancelled(cancel: CancelToken) -> None:
    """Raise Cancelled if somebody asked for it."""
    if cancel.is_set():
        raise Cancelled
