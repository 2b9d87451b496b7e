"""Files that are one table or a workbook of tables (CSV, XLSX, Parquet): bytes in, rows of values out.

The content decides what a file is, whatever it is called. Formulas count as the values that were stored with
them; text that looks like a formula is text.
"""

from wederkerig.documents.tabelbestand.bestand import Cel, Tabelbestand
from wederkerig.documents.tabelbestand.read import read_table

__all__ = ["Cel", "Tabelbestand", "read_table"]
