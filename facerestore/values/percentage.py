"""Percentage: a share as a person reads it."""

from typing import Self


class Percentage(str):
    """What English writes of a share 0...1: "42%". Whoever speaks another language writes ``share`` anew, with as many
    ``decimals``; the window does so in ``look.translation.percentage``.

    >>> Percentage(0.425, decimals=1)
    '42.5%'
    """

    __slots__ = ("decimals", "share")

    share: float
    decimals: int

    def __new__(cls, share: float, *, decimals: int = 0) -> Self:
        made = super().__new__(cls, f"{share:.{decimals}%}")
        made.share, made.decimals = share, decimals
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[float], dict[str, int]]:
        # it travels between processes with the sentence that it is in
        return (self.share,), {"decimals": self.decimals}
