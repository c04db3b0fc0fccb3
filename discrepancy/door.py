"""The public functions whose stages take longer to import than `--help` takes to show."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from discrepancy.matrix import CheckReport
    from discrepancy.model import Mention, Report


class Door(ModuleType):
    """The package itself, with the functions of the pipeline loaded when they are first asked for.

    A module's own `__getattr__` would not do: importing the room `discrepancy.extract` sets the attribute
    `extract` of the package, which is to be the function. The room stays in `sys.modules`, as it always was.
    """

    @property
    def check(self) -> Callable[..., CheckReport]:
        """`discrepancy.pipeline.check`."""
        from discrepancy import pipeline

        return pipeline.check

    @property
    def diff(self) -> Callable[..., Report]:
        """`discrepancy.pipeline.diff`."""
        from discrepancy import pipeline

        return pipeline.diff

    @property
    def diff_each(self) -> Callable[..., Iterator[Report]]:
        """`discrepancy.pipeline.diff_each`."""
        from discrepancy import pipeline

        return pipeline.diff_each

    @property
    def extract(self) -> Callable[..., tuple[Mention, ...]]:
        """`discrepancy.pipeline.extract`."""
        from discrepancy import pipeline

        return pipeline.extract

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        """The import system names a room here once it is loaded; the name stays the function's."""
