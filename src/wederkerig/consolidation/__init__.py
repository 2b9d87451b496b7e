"""One document through time: amendments applied, versions compared, every sentence traced to its decision."""

from wederkerig.consolidation.bestand import read_geschiedenis, write_geschiedenis
from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.geschiedenis import (
    Tijdlijn,
    Versie,
    adopt,
    all_versions,
    begin,
    decide,
    latest,
    version_on,
)
from wederkerig.consolidation.herkomst import HerkomstAfspraak, HerkomstZin, origins, sentences_of, trace
from wederkerig.consolidation.hernummering import renumbering_plan
from wederkerig.consolidation.identiteit import identify
from wederkerig.consolidation.inhoud import content
from wederkerig.consolidation.lot import Lot, Verschuiving, fates, number_shifts
from wederkerig.consolidation.orde import check_gemeente, in_order
from wederkerig.consolidation.reconstructie import Reconstructie, reconstruct, reconstruction
from wederkerig.consolidation.toepassen import Consolidatie, Opname, apply, explain, plan_name
from wederkerig.consolidation.vergelijking import AfspraakVerschil, DeelVerschil, Vergelijking, compare
from wederkerig.consolidation.verschil import diff
from wederkerig.consolidation.woorden import Stukje, compare_words

__all__ = [
    "AfspraakVerschil",
    "Consolidatie",
    "DeelVerschil",
    "GeschiedenisError",
    "HerkomstAfspraak",
    "HerkomstZin",
    "Lot",
    "Opname",
    "Reconstructie",
    "Stukje",
    "Tijdlijn",
    "Vergelijking",
    "Verschuiving",
    "Versie",
    "adopt",
    "all_versions",
    "apply",
    "begin",
    "check_gemeente",
    "compare",
    "compare_words",
    "content",
    "decide",
    "diff",
    "explain",
    "fates",
    "identify",
    "in_order",
    "latest",
    "number_shifts",
    "origins",
    "plan_name",
    "read_geschiedenis",
    "reconstruct",
    "reconstruction",
    "renumbering_plan",
    "sentences_of",
    "trace",
    "version_on",
    "write_geschiedenis",
]
