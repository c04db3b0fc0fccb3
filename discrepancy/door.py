"""The two public functions whose stages take longer to import than `--help` takes to show."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from discrepancy.model import Article, Mention, Report
    from discrepancy.options import Options


class Door(ModuleType):
    """The package itself, with `diff` and `extract` loaded when they are first asked for.

    A module's own `__getattr__` would not do: importing the room `discrepancy.extract` sets the attribute
    `extract` of the package, which is to be the function. The room stays in `sys.modules`, as it always was.
    """

    @property
    def diff(self) -> Callable[[Article, Article, Options | None], Report]:
        """`discrepancy.pipeline.diff`."""
        from discrepancy import pipeline

        return pipeline.diff

    @property
    def extract(self) -> Callable[[Article], tuple[Mention, ...]]:
        """`discrepancy.pipeline.extract`."""
        from discrepancy import pipeline

        return pipeline.extract

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        """The import system names a room here once it is loaded; the name stays the function's."""
