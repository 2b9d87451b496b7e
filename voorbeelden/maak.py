"""Makes the example documents beside this script from `bron/`: run `python voorbeelden/maak.py`."""

from __future__ import annotations

from pathlib import Path

from maken.citaten import check_quotes
from maken.inhoud import load
from maken.pdf import write_pdf
from maken.word import write_docx

HERE = Path(__file__).parent


def main() -> None:
    """Write every document in each of its formats; a year plan only when its quotations are exact."""
    stukken = {path.stem: load(path) for path in sorted((HERE / "bron").glob("*.yaml"))}
    for stuk in stukken.values():
        if stuk.quotes_from:
            check_quotes(stuk, stukken[stuk.quotes_from])
        pages: dict[str, int] = {}
        if "pdf" in stuk.formats:
            pages = write_pdf(stuk, HERE / f"{stuk.file}.pdf")
        if "docx" in stuk.formats:
            write_docx(stuk, HERE / f"{stuk.file}.docx", pages)
        print(f"{stuk.file}: {', '.join(stuk.formats)}")


if __name__ == "__main__":
    main()
