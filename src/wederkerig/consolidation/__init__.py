"""One document through time: amendments applied, versions compared, every sentence traced to its decision."""

from wederkerig.consolidation.identiteit import identify
from wederkerig.consolidation.inhoud import content
from wederkerig.consolidation.toepassen import Consolidatie, Opname, apply, explain
from wederkerig.consolidation.woorden import Stukje, compare_words

__all__ = ["Consolidatie", "Opname", "Stukje", "apply", "compare_words", "content", "explain", "identify"]
