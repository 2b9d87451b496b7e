"""Cells that hold what they should: text that never becomes a formula, numbers as numbers, dates as dates."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from wederkerig.export.words import clean

_A3, _A4 = 8, 9
_LINE, _HIGHEST = 13.0, 409.0  # points; Excel knows no higher rows
_LETTERS = 1.15  # a width counts figures of 11 points; of our letters some more fit
_PAPER = 150  # a list of more characters wide is made for A3
MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_CHARACTERS = 32_767
_CUT = " … (ingekort: een cel kan niet meer bevatten)"
_NO_ROOM = "Er passen niet meer rijen op een blad; de rest staat in de uitvoer met --json."

_FONT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
STYLES: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "quoted": {"text_wrap": True, "quote_prefix": True},
    "title": {"bold": True, "font_size": 14},
    "section": {"bold": True, "font_size": 11, "font_color": "#1F3864"},
    "label": {"bold": True, "text_wrap": True},
    "header": {"bold": True, "text_wrap": True, "font_color": "#FFFFFF", "bg_color": "#1F3864", "border": 1},
    "cell": {"text_wrap": True, "border": 1, "border_color": "#BFBFBF"},
    "date": {"num_format": "dd-mm-yyyy", "align": "left"},
    "whole": {"num_format": "#,##0"},
    "broken": {"num_format": "#,##0.00"},
    "money": {"num_format": '"€" #,##0.00'},
    "plain": {"num_format": "0"},
    "left": {"num_format": "0", "align": "left"},
    "percentage": {"num_format": "0%"},
    "exact percentage": {"num_format": "0.0#%"},
    "input": {"text_wrap": True, "bg_color": "#FFF9E5"},
}


@dataclass(frozen=True, slots=True)
class Styled:
    """A number with the style it is shown in."""

    value: Decimal
    style: str


Value = str | int | Decimal | date | Styled | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, its width in characters, and whether people fill it in."""

    title: str
    width: int
    filled_in: bool = False


@dataclass
class Book:
    """A workbook with the styles its sheets share."""

    workbook: Workbook
    _formats: dict[tuple[str, ...], Format] = field(default_factory=dict)

    def style(self, *names: str) -> Format:
        """The format of these styles together; later ones win."""
        if names not in self._formats:
            properties = dict(_FONT)
            for name in names:
                properties |= STYLES[name]
            self._formats[names] = self.workbook.add_format(properties)
        return self._formats[names]

    def sheet(self, name: str, *, portrait: bool = False, large: bool = False) -> Worksheet:
        """A new sheet that prints to the width of one page, with its name and page numbers below."""
        sheet = self.workbook.add_worksheet(name)
        if not portrait:
            sheet.set_landscape()
        sheet.set_paper(_A3 if large else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&Rbladzijde &P van &N")
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, *styles: str) -> None:
        """Write one value in the cell it needs; `styles` are added to that of its kind."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.style("text", *styles))
        elif isinstance(value, str):
            text = fitting(value)
            kind = "quoted" if text[:1] in "=+-@" else "text"
            sheet.write_string(row, column, text, self.style(kind, *styles))
        elif isinstance(value, date):
            moment = datetime.combine(value, time())
            sheet.write_datetime(row, column, moment, self.style("date", *styles))
        elif isinstance(value, Styled):
            sheet.write_number(row, column, float(value.value), self.style(value.style, *styles))
        else:
            sheet.write_number(row, column, float(value), self.style(_style_of(value), *styles))


def fitting(text: str) -> str:
    """The text as a cell can hold it: no control characters, and no more than Excel takes."""
    text = clean(text).strip()
    return text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - len(_CUT)] + _CUT


def _style_of(value: Decimal | int) -> str:
    return "whole" if value == int(value) else "broken"


def write_list(
    book: Book, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]
) -> Worksheet:
    """A sheet with one row a thing: headings that stay in sight and on every page, and filters."""
    sheet = book.sheet(name, large=sum(column.width for column in columns) > _PAPER)
    widths = [_width(column, index, rows) for index, column in enumerate(columns)]
    for index, column in enumerate(columns):
        sheet.set_column(index, index, widths[index])
        book.put(sheet, 0, index, column.title, "header")
    sheet.set_row(0, 18)
    for number, row in enumerate(rows[: MAX_ROWS - 2], start=1):
        sheet.set_row(number, row_height(row, widths))
        for index, value in enumerate(row):
            extra = ("input",) if columns[index].filled_in else ()
            book.put(sheet, number, index, value, *extra, "cell")
    if len(rows) > MAX_ROWS - 2:
        book.put(sheet, MAX_ROWS - 1, 0, _NO_ROOM)
    sheet.freeze_panes(1, _frozen(columns))
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(1, min(len(rows), MAX_ROWS - 2)), len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A2:Z{MAX_ROWS}"})
    return sheet


def row_height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """The height in points in which the longest cell fits: not every program works that out itself."""
    lines = (
        sum(len(textwrap.wrap(line, int(width * _LETTERS))) or 1 for line in value.splitlines())
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    return min(max([1, *lines]) * _LINE + 1.5, _HIGHEST)


def _width(column: Column, index: int, rows: Sequence[Sequence[Value]]) -> int:
    """A column in which nothing stands takes no more room than its heading and filter."""
    empty = not column.filled_in and not any(row[index] for row in rows)
    return min(column.width, len(column.title) + 4) if empty else column.width


def _frozen(columns: Sequence[Column]) -> int:
    """How many columns stay in sight: up to and with the number of the agreement."""
    titles = [column.title for column in columns]
    return titles.index("Nummer") + 1 if "Nummer" in titles else 0
