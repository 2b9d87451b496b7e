"""Every figure of 2025 once more, from scratch: plain conditions on one dwelling at a time.

Nothing of the formulas, features or limits of the package is used, so that a mistake there shows.
"""

from datetime import date
from decimal import Decimal

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
GOEDKOOP, LAAG, HOOG, TOP, MIDDEN = (Decimal(x) for x in ("477.20", "682.96", "731.93", "900.07", "1184.82"))
CLASSES = {
    "goedkoop": lambda huur: huur <= GOEDKOOP,
    "goedkoop-tot-laag": lambda huur: GOEDKOOP < huur <= LAAG,
    "tot-laag": lambda huur: huur <= LAAG,
    "laag-tot-hoog": lambda huur: LAAG < huur <= HOOG,
    "betaalbaar": lambda huur: GOEDKOOP < huur <= HOOG,
    "tot-hoog": lambda huur: huur <= HOOG,
    "duur": lambda huur: HOOG < huur <= TOP,
    "laag-tot-huurgrens": lambda huur: LAAG < huur <= TOP,
    "tot-huurgrens": lambda huur: huur <= TOP,
    "boven-huurgrens": lambda huur: huur > TOP,
}


def exists(w):
    return not (w.status in ("ONT", "ADM") or (w.status == "UIT" and w.uit_exploitatiedatum is None))


def there_on_last(w):
    came = w.in_exploitatiedatum is None or w.in_exploitatiedatum <= LAST
    return exists(w) and came and (w.uit_exploitatiedatum is None or w.uit_exploitatiedatum > LAST)


def there_before(w):
    came = w.in_exploitatiedatum is None or w.in_exploitatiedatum < FIRST
    return exists(w) and came and (w.uit_exploitatiedatum is None or w.uit_exploitatiedatum >= FIRST)


def this_year(w, day):
    return exists(w) and day is not None and day.year == 2025


def dwelling(w):
    return w.soort in ("", "WOO") and w.detail_soort != "WWP"


def social(w):
    return dwelling(w) and w.maatschappelijk_label == "DAE"


def small(w, let):
    if let and w.huishoudgrootte:
        return w.huishoudgrootte < 3
    return {"JON": True, "STA": True, "STU": True, "SEN": True, "GEZ": False}.get(w.doelgroep)


def counted(woningen):
    """Of each indicator numerator and denominator (None of a count)."""
    stock = [w for w in woningen if there_on_last(w) and dwelling(w)]
    ours = [w for w in stock if social(w)]
    new = [
        w for w in woningen
        if this_year(w, w.in_exploitatiedatum) and social(w) and w.in_exploitatie_reden in ("NIE", "HER")
    ]  # fmt: skip
    let = [w for w in woningen if this_year(w, w.datum_verhuring) and social(w)]
    found = of_stock(woningen, stock, ours) | of_flows(woningen, new, let) | of_money(ours)
    for base, rows, huur, lets in (
        ("huur", ours, "rekenhuur", False),
        ("streefhuur", ours, "streefhuur", False),
        ("verhuring", let, "rekenhuur", True),
        ("nieuwbouw", new, "rekenhuur", True),
    ):
        priced = [w for w in rows if getattr(w, huur) is not None]
        for name, holds in CLASSES.items():
            found[f"{base}-{name}"] = len([w for w in priced if holds(getattr(w, huur))]), len(priced)
        known = [w for w in priced if small(w, lets) is not None]
        fits = [w for w in known if getattr(w, huur) <= (LAAG if small(w, lets) else HOOG)]
        found[f"{base}-passend"] = len(fits), len(known)
    return found


def of_stock(woningen, stock, ours):
    labelled = [w for w in ours if w.energielabel]
    reachable = [w for w in ours if w.toegankelijkheidslabel in ("NUL", "ROA", "ROG", "ROL", "RUI")]
    there = [w for w in woningen if there_on_last(w)]

    def best(letters):
        return len([w for w in labelled if w.energielabel[0] in letters]), len(labelled)

    return {
        "voorraad-sociaal": (len(ours), None),
        "voorraad-corporatie": (len(stock), None),
        "voorraad-niet-daeb": (len([w for w in stock if w.maatschappelijk_label == "NDA"]), None),
        "voorraad-zelfstandig": (len([w for w in ours if w.zelfstandig is True]), None),
        "voorraad-onzelfstandig": (len([w for w in ours if w.zelfstandig is False]), None),
        "voorraad-flexwoningen": (len([w for w in stock if w.detail_soort == "TIJ"]), None),
        "voorraad-middenhuur": (len([w for w in stock if w.rekenhuur and TOP < w.rekenhuur <= MIDDEN]), None),
        "woonwagens": (len([w for w in stock if w.detail_soort == "WOW"]), None),
        "standplaatsen": (len([w for w in there if w.detail_soort == "WWP"]), None),
        "zorgvastgoed": (len([w for w in there if w.soort == "INT" and w.detail_soort != "WWP"]), None),
        "jongerenwoningen": (len([w for w in stock if w.doelgroep in ("JON", "STA")]), None),
        "studentenwoningen": (len([w for w in stock if w.doelgroep == "STU"]), None),
        "ouderenwoningen": (len([w for w in ours if w.doelgroep == "SEN"]), None),
        "geclusterd": (len([w for w in ours if w.woonvorm == "GEC"]), None),
        "zorggeschikt": (len([w for w in stock if w.woonvorm == "ZWO"]), None),
        "levensloop": (len([w for w in stock if w.woonvorm == "LEV"]), None),
        "rolstoel": (len([w for w in stock if w.toegankelijkheidslabel in ("ROL", "RUI")]), None),
        "toegankelijk": (len(reachable), None),
        "toegankelijk-aandeel": (len(reachable), len(ours)),
        "verkoopvoorraad": (len([w for w in stock if w.verkoop]), None),
        "leegstand": (len([w for w in ours if w.status == "LEE"]), len(ours)),
        "label-efg": (best("EFG")[0], None),
        "label-efg-aandeel": best("EFG"),
        "label-a-aandeel": best("A"),
        "label-b-aandeel": best("AB"),
        "label-c-aandeel": best("ABC"),
        "label-d-aandeel": best("ABCD"),
    }


def of_flows(woningen, new, let):
    came = [w for w in woningen if this_year(w, w.in_exploitatiedatum) and dwelling(w)]
    went = [w for w in woningen if this_year(w, w.uit_exploitatiedatum) and dwelling(w)]
    first = [w for w in woningen if there_before(w) and dwelling(w)]
    sold = len([w for w in went if w.uit_exploitatie_reden in ("VAH", "VAO", "VAB", "VOV")])
    reachable = [w for w in new if w.toegankelijkheidslabel in ("NUL", "ROA", "ROG", "ROL", "RUI")]
    return {
        "nieuwbouw": (len(new), None),
        "vervanging": (len([w for w in came if w.in_exploitatie_reden == "HER"]), None),
        "toevoeging": (len([w for w in came if social(w)]), None),
        "aankoop": (len([w for w in came if w.in_exploitatie_reden in ("AAN", "VOV")]), None),
        "verbouw": (len([w for w in came if w.in_exploitatie_reden in ("TRA", "SPL")]), None),
        "sloop": (len([w for w in went if w.uit_exploitatie_reden == "SLO"]), None),
        "verkoop": (sold, None),
        "verkoop-aandeel": (sold, len(first)),
        "toegankelijk-nieuwbouw": (len(reachable), len(new)),
        "verhuringen": (len(let), None),
        "mutatiegraad": (len([w for w in let if there_before(w)]), len([w for w in first if social(w)])),
    }


def of_money(ours):
    priced = [w for w in ours if w.rekenhuur is not None]
    both = [w for w in priced if w.maximale_huur is not None]
    aimed = [w for w in ours if w.streefhuur is not None and w.maximale_huur is not None]
    return {
        "huur-gemiddeld": (sum(w.rekenhuur for w in priced), len(priced)),
        "huur-niveau": (sum(w.rekenhuur for w in both), sum(w.maximale_huur for w in both)),
        "streefhuur-niveau": (sum(w.streefhuur for w in aimed), sum(w.maximale_huur for w in aimed)),
    }
