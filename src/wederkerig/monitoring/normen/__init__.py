"""From agreement to norm: what a document promises in figures, proposed as norms that can be measured.

A proposal is read from the words around each quantity; which words mean what is data (`herkennen.yaml`,
`huurklassen.yaml`, `woorden.yaml`, `zonder_getal.yaml`). A person confirms or completes it.
"""

from wederkerig.monitoring.normen.voorstellen import propose_norms

__all__ = ["propose_norms"]
