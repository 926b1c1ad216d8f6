from dataclasses import replace

from gxcheck.document.model import Cell, Location, Paragraph, Table


def paragraph(text: str, offsets: tuple[int, ...] | None = None) -> Paragraph:
    return Paragraph(text, Location(2, 0, len(text), offset=10, line=3, column=5), offsets)


def test_the_place_of_a_part():
    place = paragraph("共公开信息\n12条").place(6, 8)
    assert (place.block, place.start, place.end) == (2, 6, 8)
    assert (place.offset, place.line, place.column) == (16, 4, 1)


def test_the_place_of_a_part_of_text_with_gaps():
    whole = paragraph("一二\n三", (10, 13, 14, 17, 18))
    assert whole.place(1, 2).offset == 13
    assert whole.place(1, 2).column == 8
    assert (whole.place(3, 4).line, whole.place(3, 4).column) == (4, 3)


def test_normal_text_leads_back_to_the_original():
    whole = paragraph("公开 信息　１２\n件")
    assert whole.normal == "公开信息12件"
    start = whole.normal.index("12")
    assert whole.quote(start, start + 2) == "１２"
    assert whole.locate(start, start + 3).offset == 10 + whole.text.index("１")
    assert whole.quote(1, 3) == "开 信"


def test_without_offsets_of_the_file():
    place = replace(paragraph("一二三"), location=Location(0, 0, 3)).place(1, 2)
    assert (place.start, place.offset, place.line) == (1, None, None)


def test_a_part_stands_at_its_own_place():
    whole = paragraph("一、概述 本年 无事")
    part = whole.part(4, 8)
    assert part.text == "本年 无事"
    assert part.location == whole.locate(4, 8)
    assert part.locate(2, 4) == whole.locate(6, 8)


def test_the_grid_of_a_table_with_merged_cells():
    def cell(text: str, row: int, column: int, down: int = 1, across: int = 1) -> Cell:
        return Cell(text, Location(0, row=row, cell=column), row_span=down, column_span=across)

    wide, tall, low = cell("甲", 0, 0, 1, 2), cell("乙", 0, 2, 2), cell("丙", 1, 0)
    table = Table(((wide, tall), (low,)), Location(0))
    assert table.width == 3
    assert table.grid == ((wide, wide, tall), (low, None, tall))
