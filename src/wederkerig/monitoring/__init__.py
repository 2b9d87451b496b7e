"""Whether what was agreed happens: indicators, norms, measurements, figures from dwellings, judgement."""
