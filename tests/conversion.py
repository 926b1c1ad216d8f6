"""LibreOffice and Chromium make files of one format from those of another, for tests."""

import subprocess
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path

# Runs a program until nobody holds the other end of its input: it ends too where tests are killed.
UNTIL_CLOSED = '"$0" "$@" & read -r end; kill 0'


class Office:
    """A LibreOffice that stays open: to convert takes it a twentieth of what a start takes.

    Started once more with the same profile, the program hands the work over to the one that runs;
    that one would end after it, were there not a document open in it.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._folder, self._number = folder, count()
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self._command = [program, profile, "--headless", "--norestore"]
        opened = folder / "open.txt"
        opened.write_text("")
        self._process = subprocess.Popen(
            ["sh", "-c", UNTIL_CLOSED, *self._command, str(opened)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        lock = folder / f".~lock.{opened.name}#"
        for _ in range(1200):  # should it never be open, every call starts a program of its own
            if lock.exists():
                break
            time.sleep(0.05)

    def __call__(self, data: bytes, to: str) -> bytes:
        """What it makes of a Word file: another format, with a filter after a colon if need be."""
        return self.converted({"file.docx": data}, to)["file"]

    def converted(self, files: Mapping[str, bytes], to: str, reads: str = "") -> dict[str, bytes]:
        """What it makes of all the files, by their names without an ending."""
        folder = self._folder / str(next(self._number))
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        command = [*self._command, *([f"--infilter={reads}"] if reads else [])]
        command += ["--convert-to", to, "--outdir", str(folder / "made")]
        command += [str(folder / name) for name in files]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return {path.stem: path.read_bytes() for path in (folder / "made").iterdir()}

    def close(self) -> None:
        """End it, with all that it has started."""
        self._process.communicate(timeout=60)


def printed(program: str, folder: Path, page: bytes) -> bytes:
    """What Chromium prints of a page."""
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_bytes()
