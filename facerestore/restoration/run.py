"""Running a task to its end in this thread."""

from collections.abc import Callable

from facerestore.restoration.steps import Calculation, Plan, Recipe, T
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.errors import FaceRestoreError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.request import Request

Answer = Callable[[Request, OnProgress, CancelToken], object]
"""What a network says to a request."""


def run(recipe: Recipe[T], answer: Answer, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER) -> T:
    """What the task ends in. Raises Cancelled between its steps, and what the steps raise.

    >>> networks = LocalNetworks(device="cpu")
    >>> result = run(restored(order, networks.ready), networks.answer)
    """
    try:
        step = next(recipe)
        while True:
            raise_if_cancelled(cancel)
            made: object = None
            if isinstance(step, Calculation):
                made = step.run(on_progress, cancel)
            elif not isinstance(step, Plan):
                try:
                    made = answer(step, on_progress, cancel)
                except FaceRestoreError as error:
                    # a task may know what to do without that network
                    step = recipe.throw(error)
                    continue
            step = recipe.send(made)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        recipe.close()
