"""One document through time: amendments applied, versions compared, every sentence traced to its decision."""

from wederkerig.consolidation.inhoud import content
from wederkerig.consolidation.woorden import Stukje, compare_words

__all__ = ["Stukje", "compare_words", "content"]
