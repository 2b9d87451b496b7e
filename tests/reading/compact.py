"""A reading in a form short enough to review by eye and to keep beside the example documents."""

LENGTH = 50


def begin(text):
    """The first words of a text."""
    return " ".join(text.split())[:LENGTH]


def eind(text):
    """The last words of a text."""
    return " ".join(text.split())[-LENGTH:]


def getal(fact):
    """A quantity as "min 3341 woningen" or "40-60 woningen"."""
    relatie = "" if fact["relatie"] in {"gelijk", "bereik"} else f"{fact['relatie']} "
    waarde = fact["waarde"] if fact["tot"] is None else f"{fact['waarde']}-{fact['tot']}"
    return f"{relatie}{waarde} {fact['eenheid']}"


def compact(stuk):
    """The reading of a whole document."""
    out = stuk.model_dump(mode="json")
    kort = {partij["naam"]: partij["kort"] for partij in out["partijen"]}
    return {
        **{key: out[key] for key in ("soort", "titel", "gemeente", "looptijd", "ondertekening")},
        "partijen": [_partij(partij) for partij in out["partijen"]],
        "themas": {thema["titel"]: [begin(doel) for doel in thema["doelen"]] for thema in out["themas"]},
        "afspraken": [_afspraak(afspraak, kort) for afspraak in out["afspraken"]],
        "wijzigingen": [_wijziging(wijziging) for wijziging in out["wijzigingen"]],
        "tabellen": [_tabel(tabel) for tabel in out["tabellen"]],
        "begrippen": [begrip["term"] for begrip in out["begrippen"]],
        "kaders": [[kader["niveau"], kader["titel"], kader["datum"]] for kader in out["kaders"]],
    }


def _partij(partij):
    tekent = partij["vertegenwoordiger"] or {}
    return [partij["naam"], partij["kort"], partij["soort"], tekent.get("naam"), tekent.get("functie")]


def _afspraak(afspraak, kort):
    return {
        **{key: afspraak[key] for key in ("nummer", "thema", "rubriek", "derden")},
        "begin": begin(afspraak["tekst"]),
        "eind": eind(afspraak["tekst"]),
        "actoren": [kort[naam] for naam in afspraak["actoren"]],
        "getallen": [getal(fact) for fact in afspraak["getallen"]],
        "termijnen": [termijn["tot"] for termijn in afspraak["termijnen"] if termijn["tot"]],
        "verwijzingen": [verwijzing["nummer"] for verwijzing in afspraak["verwijzingen"]],
        "stappen": [
            [begin(stap["tekst"]), [kort[naam] for naam in stap["actoren"]]] for stap in afspraak["stappen"]
        ],
    }


def _wijziging(wijziging):
    doel = wijziging["doel"]
    return [
        *(doel["nummer"] or doel["onderdeel"], doel["thema"], wijziging["soort"], wijziging["jaar"]),
        *(begin(wijziging["huidig"] or ""), begin(wijziging["tekst"]), wijziging["reden"]),
    ]


def _tabel(tabel):
    return {
        **{key: tabel[key] for key in ("titel", "afspraak", "kop")},
        "eerste kolom": [row[0] for row in tabel["rijen"]],
    }
