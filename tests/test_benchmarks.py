"""The benchmarks run and print what they promise; how fast it is, no test says."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOUND = ROOT / "examples/reports/sound.txt"


@pytest.fixture
def benchmarks(monkeypatch):
    """The stages and the identities, timed once."""
    monkeypatch.syspath_prepend(ROOT)
    from benchmarks import identities, stages, timing

    def once(works, rounds=1):
        return timing.milliseconds(works, rounds=1, least=0)

    for module in (stages, identities):
        monkeypatch.setattr(module, "milliseconds", once)
    return stages, identities


def test_stages_and_identities_are_timed_beside_their_peers(benchmarks, capsys):
    stages, identities = benchmarks
    stages.run([SOUND])
    identities.run(SOUND)
    shown = capsys.readouterr().out
    for word in ("sound.txt", "recognise", "Schematron", "bare"):
        assert word in shown
