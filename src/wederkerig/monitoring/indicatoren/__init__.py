"""The catalogue of indicators: what can be measured, with its definition, unit, direction, source and method.

The rows are YAML beside this module, one file a theme of `parameters/themas`; the shares per rent class
follow from `huurklassen.yaml`.
"""

from wederkerig.monitoring.indicatoren.catalogus import IndicatorError, indicator, indicatoren
from wederkerig.monitoring.indicatoren.indicator import Huurklasse, Indicator, WettelijkeNorm

__all__ = ["Huurklasse", "Indicator", "IndicatorError", "WettelijkeNorm", "indicator", "indicatoren"]
