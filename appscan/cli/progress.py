"""The progress bar of a batch, on stderr."""

from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from appscan.renderers._safe import clean
from appscan.report.model import AppReport


def shown(results: Iterator[tuple[int, AppReport]], total: int) -> Iterator[tuple[int, AppReport]]:
    """Pass results on and show how far they are. Refreshed by hand: a thread would make forking unsafe."""
    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as progress:
        task = progress.add_task("", total=total)
        progress.refresh()
        for index, app in results:
            progress.update(task, advance=1, description=clean(app.app.package if app.app else app.input.path))
            progress.refresh()
            yield index, app
