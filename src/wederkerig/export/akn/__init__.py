"""Akoma Ntoso 3.0 (OASIS LegalDocML): one version of the agreements a file, each with its life story.

Which part of the model becomes which element stands in `docs/akoma-ntoso.md`.
"""

from wederkerig.export.akn.levensloop import Gebeurtenis
from wederkerig.export.akn.read import read_akoma_ntoso
from wederkerig.export.akn.write import akoma_ntoso, history_akoma_ntoso

__all__ = ["Gebeurtenis", "akoma_ntoso", "history_akoma_ntoso", "read_akoma_ntoso"]
