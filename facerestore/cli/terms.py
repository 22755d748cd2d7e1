"""The terms of the networks on the terminal: one line, once, and again when the networks change."""

import sys
from collections.abc import Collection

from facerestore.files.weights_terms import is_known, network_terms, note_known, terms_sentence


def tell_terms(used: Collection[str] | None = None) -> None:
    """Print on standard error what the terms of the networks ask, if it was not printed before. ``used``: the SHA-256
    of those at work; None: all. Nothing waits for an answer: a script has nobody to give one."""
    networks = network_terms()
    if is_known("told", networks) or (used is not None and not any(one.sha256 in used for one in networks)):
        return
    print(
        f'note: {terms_sentence(networks)} ("facerestore models terms" says more; this is said once.)', file=sys.stderr
    )
    note_known("told", networks)
