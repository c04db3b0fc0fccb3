"""The notebooks run from top to bottom, show what they promise, and lie in git without outputs."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))


def list_outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """The first look after a run in a kernel of its own, started in its own folder.

    The kernel is spoken to over sockets in a temporary folder: a kernel on TCP ports warns, with
    reason, that anybody on the machine can listen.
    """
    notebook = nbformat.read(NOTEBOOKS / "first_look.ipynb", as_version=4)
    config = Config()
    config.KernelManager.transport = "ipc"
    config.KernelManager.ip = str(tmp_path_factory.mktemp("kernel") / "socket")
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    client = NotebookClient(notebook, config=config, timeout=300, resources=resources)
    return client.execute()


def test_the_first_look_shows_a_table_and_a_picture(executed):
    shown = {kind for output in list_outputs(executed) for kind in output.get("data", {})}
    assert {"text/html", "image/png"} <= shown


def test_the_first_look_warns_of_nothing(executed):
    assert [output.text for output in list_outputs(executed) if output.get("name") == "stderr"] == []


def test_the_first_look_finds_both_hard_conflicts(executed):
    table = next(
        output.data["text/plain"]
        for output in list_outputs(executed)
        if "text/html" in output.get("data", {})
    )
    assert "£1.4 million" in table
    assert "£1.7m" in table


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_notebooks_are_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    assert list_outputs(notebook) == []
    assert [
        cell.execution_count for cell in notebook.cells if cell.cell_type == "code" and cell.execution_count
    ] == []
