"""Who may what: one table as data, one function that asks it, and marks on views that say what they need."""

from wederkerig.web.rechten.merken import Wat, openbaar, vraagt
from wederkerig.web.rechten.oordeel import mag
from wederkerig.web.rechten.tabel import RECHTEN, Actie, Band, Recht

__all__ = ["RECHTEN", "Actie", "Band", "Recht", "Wat", "mag", "openbaar", "vraagt"]
