"""`python -m benchmarks`: every figure that the design promises, with its goal beside it."""

from __future__ import annotations

from pathlib import Path

from benchmarks import cold_start, formats, identities, pdf, prose, stages

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run all benchmarks; real reports are used where they lie beside the checkout."""
    own = sorted((ROOT / "examples" / "reports").glob("*.txt"))
    seeds = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    stages.run([*own, *seeds])
    identities.run(own[-1])
    reports = ROOT.parent / "shared" / "reports"
    pdfs = sorted(reports.glob("*.pdf"))
    pdf.run(pdfs)
    formats.run(own[-1], sorted(reports.glob("*.docx")), pdfs)
    cold_start.run((seeds or own)[0])
    prose.run()  # last: it fills the memory that others measure


if __name__ == "__main__":
    main()
