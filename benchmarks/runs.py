"""The benchmarks: each reads made documents and gives figures with their targets."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import pypdfium2
from lxml import etree

from benchmarks import stukken
from benchmarks.consolidation_runs import run_consolidation
from benchmarks.forecast_runs import forecasting
from benchmarks.land_runs import run_land
from benchmarks.measure import Result, alternating, loops, ratio, run_python, seconds
from wederkerig.documents import read_bytes
from wederkerig.reading import read_stuk

_CHUNK = 250  # pages that are laid out at once; WeasyPrint slows down beyond


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is read: pages of a PDF, themes of a DOCX, growing PDFs, files; runs; plans, projects.

    A theme fills about two pages, so that 18 themes are an agreement of usual length.
    """

    pages: int = 200
    themes: tuple[int, ...] = (18, 90)
    growing: tuple[int, ...] = (250, 500, 1000)
    files: int = 100
    runs: int = 7
    plans: int = 50
    projects: int = 500
    dwellings: int = 2_400_000


def run_all(folder: Path, sizes: Sizes) -> Iterator[Result]:
    """All benchmarks, one after the other; made documents are kept in `folder` for the next time."""
    yield pdf_to_json(folder, sizes)
    yield from (docx_to_json(folder, themes, sizes.runs) for themes in sizes.themes)
    yield pages_linear(folder, sizes)
    yield peak_memory(folder, sizes)
    yield two_processes(folder, sizes)
    yield help_at_once(sizes)
    yield from run_consolidation(sizes.runs, sizes.plans)
    yield forecasting(sizes.runs, sizes.projects)
    yield from run_land(folder, sizes.dwellings, sizes.runs)


def pdf_to_json(folder: Path, sizes: Sizes) -> Result:
    """A PDF to JSON against the bare text that pdfium gives of it."""
    data = made_pdf(folder, sizes.pages).read_bytes()
    floor, work = alternating([partial(pdf_floor, data), partial(to_json, data, "a.pdf")], sizes.runs)
    note = f"{sizes.pages} pages: {_ms(floor)} bare text, {_ms(work)} to JSON"
    return Result("PDF to JSON : bare pypdfium2 text", ratio(work, floor), 2.5, "x", note)


def docx_to_json(folder: Path, themes: int, runs: int) -> Result:
    """A DOCX to JSON against unzipping it and parsing its parts."""
    data = made_docx(folder, themes).read_bytes()
    floor, work = alternating([partial(docx_floor, data), partial(to_json, data, "a.docx")], runs)
    note = f"{_ms(floor)} unzip and parse, {_ms(work)} to JSON"
    return Result(f"DOCX of {themes} themes : unzip + lxml", ratio(work, floor), 5.0, "x", note)


def pages_linear(folder: Path, sizes: Sizes) -> Result:
    """The time a page takes in the longest document against the shortest."""
    files = [made_pdf(folder, pages).read_bytes() for pages in sizes.growing]
    runs = max(1, sizes.runs // 2)
    times = alternating([partial(to_json, data, "a.pdf") for data in files], runs)
    each = [[time / pages for time in row] for row, pages in zip(times, sizes.growing, strict=True)]
    note = ", ".join(
        f"{pages} pages {median(row) * 1000:.2f} ms a page"
        for pages, row in zip(sizes.growing, each, strict=True)
    )
    return Result(
        f"time a page, {sizes.growing[-1]} : {sizes.growing[0]} pages",
        ratio(each[-1], each[0]),
        1.25,
        "x",
        note,
    )


def peak_memory(folder: Path, sizes: Sizes) -> Result:
    """The peak of a process that reads the longest document."""
    path = made_pdf(folder, sizes.growing[-1])
    peak = float(run_python("-m", "benchmarks.child", str(path)))
    note = f"{sizes.growing[-1]} pages, {path.stat().st_size / 1e6:.1f} MB of PDF"
    return Result("peak memory", peak, 300.0, "MB", note)


def two_processes(folder: Path, sizes: Sizes) -> Result:
    """How much faster the command reads a folder with two processes than with one."""
    target = made_folder(folder, sizes.files)
    command = ["-m", "wederkerig", "lees", str(target), "--json", "--processen"]
    runs = max(1, sizes.runs // 2)
    reading = [partial(run_python, *command, number) for number in "12"]
    one, two, loop, pair = alternating([*reading, partial(loops, 1), partial(loops, 2)], runs)
    note = (
        f"{sizes.files} documents: {median(one):.1f} s on one, {median(two):.1f} s on two;"
        f" two empty loops gain {2 * ratio(loop, pair):.2f} x on this machine now"
    )
    return Result("folder, 2 processes : 1", ratio(one, two), 1.7, "x", note, higher=True)


def help_at_once(sizes: Sizes) -> Result:
    """The time until `--help` has been printed."""
    task = partial(run_python, "-m", "wederkerig", "--help")
    task()
    times = [seconds(task) for _ in range(max(5, sizes.runs))]
    return Result("wederkerig --help", median(times) * 1000, 150.0, "ms", f"median of {len(times)}")


# --- what is timed -------------------------------------------------------------------------------


def to_json(data: bytes, name: str) -> str:
    """The whole way: bytes in, JSON out."""
    return read_stuk(read_bytes(data, name)).model_dump_json()


def pdf_floor(data: bytes) -> int:
    """The bare text of every page; how many characters that is."""
    document = pypdfium2.PdfDocument(data)
    try:
        return sum(len(_page_text(page)) for page in document)
    finally:
        document.close()


def _page_text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return text


def docx_floor(data: bytes) -> int:
    """Every part of XML, unzipped and parsed; how many there are."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return len([etree.fromstring(archive.read(name)) for name in names])


def _ms(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} ms"


# --- the documents -------------------------------------------------------------------------------


def made_pdf(folder: Path, pages: int) -> Path:
    """A PDF of so many pages; a long one is put together from chunks, for that is faster to make."""
    target = _place(folder, f"{pages}.pdf")
    if target.exists():
        return target
    if pages <= _CHUNK:
        stukken.write_pdf(target, pages)
        return target
    with pypdfium2.PdfDocument.new() as whole:
        for start in range(0, pages, _CHUNK):
            part = _place(folder, f"{start}-{min(pages, start + _CHUNK)}.pdf")
            stukken.write_pdf(part, min(_CHUNK, pages - start), stukken.themes_for(start) if start else 0)
            with pypdfium2.PdfDocument(part) as document:
                whole.import_pages(document)
            part.unlink()
        whole.save(target)
    return target


def made_docx(folder: Path, themes: int) -> Path:
    """A DOCX of so many themes."""
    target = _place(folder, f"{themes}.docx")
    if not target.exists():
        stukken.write_docx(target, themes)
    return target


def made_folder(folder: Path, files: int) -> Path:
    """A folder of documents, PDF and DOCX by turns, from short to long."""
    target = _place(folder, f"folder-{files}")
    if len(list(target.glob("*.*"))) == files:
        return target
    target.mkdir(exist_ok=True)
    for index in range(files):
        size = 4 + 3 * (index // 2 % 5)
        source = made_docx(folder, size) if index % 2 else made_pdf(folder, size)
        shutil.copy(source, target / f"{index:03}{source.suffix}")
    return target


def _place(folder: Path, name: str) -> Path:
    """Where a made document is kept; another maker or other sentences give another name."""
    here = Path(stukken.__file__).parent
    words = b"".join((here / name).read_bytes() for name in ("stukken.py", "zinnen.yaml"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{hashlib.sha256(words).hexdigest()[:8]}-{name}"
