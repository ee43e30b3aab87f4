"""What a phrase says about uses."""

from typing import NamedTuple


class Topic(NamedTuple):
    """A use that a phrase speaks of; `weak` when the phrase alone is not enough."""

    use: str
    weak: bool = False
