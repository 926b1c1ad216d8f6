"""An office that opens what we write."""

from collections.abc import Callable

import pytest

import conversion


@pytest.fixture(scope="session")
def office(
    program: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[bytes, str], bytes]:
    """Makes a file of another format of a Word file, with a filter after a colon if need be."""
    path = program("soffice", "libreoffice")

    def made(data: bytes, to: str) -> bytes:
        folder = tmp_path_factory.mktemp("office")
        return conversion.office(path, folder, {"file.docx": data}, to)["file"]

    return made
