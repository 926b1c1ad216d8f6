"""The flow of passages, and the way back from a span of it."""

from gxcheck.document.model import Location, Paragraph
from gxcheck.report.front.flow import Flow


def paragraph(text: str, block: int) -> Paragraph:
    return Paragraph(text, Location(block, 0, len(text), offset=block * 100, line=block, column=1))


def test_a_span_over_two_passages_has_its_place_in_the_first():
    flow = Flow.of([paragraph("由云 岭市", 0), paragraph("司法局编制", 1)])
    place = flow.locate(flow.text.index("岭"), flow.text.index("司") + 3)
    assert (place.block, place.start, place.end) == (0, 3, 5)
