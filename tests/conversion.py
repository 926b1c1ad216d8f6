"""Makes files of one format from those of another with LibreOffice and Chromium, for tests."""

import subprocess
from collections.abc import Mapping
from pathlib import Path


def office(
    program: str, folder: Path, files: Mapping[str, bytes], to: str, reads: str = ""
) -> dict[str, bytes]:
    """What LibreOffice makes of all the files in one run, by their names without an ending."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={reads}"] if reads else []
    command += ["--convert-to", to, "--outdir", str(folder / "made")]
    command += [str(folder / name) for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    ending = to.partition(":")[0]
    made = {name: folder / "made" / f"{Path(name).stem}.{ending}" for name in files}
    return {Path(name).stem: path.read_bytes() for name, path in made.items()}


def printed(program: str, folder: Path, page: bytes) -> bytes:
    """What Chromium prints of a page."""
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_bytes()
