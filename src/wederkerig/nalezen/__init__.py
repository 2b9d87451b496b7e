"""What a person settles of a document as read: doubts first, corrections in place, none ever lost."""

from wederkerig.nalezen.fouten import NalezenError
from wederkerig.nalezen.herlezen import reread
from wederkerig.nalezen.item import Botsing, Invoer, Item, Keuze, Los, Veld
from wederkerig.nalezen.maken import add, blank, confirm, correct, reattach, strike, undo
from wederkerig.nalezen.scherm import items, open_doubts
from wederkerig.nalezen.settle import Nagelezen, settle
from wederkerig.nalezen.verbetering import FeitSoort, Verbetering, VerbeteringSoort
from wederkerig.nalezen.waarden import check_value

__all__ = [
    "Botsing",
    "FeitSoort",
    "Invoer",
    "Item",
    "Keuze",
    "Los",
    "Nagelezen",
    "NalezenError",
    "Veld",
    "Verbetering",
    "VerbeteringSoort",
    "add",
    "blank",
    "check_value",
    "confirm",
    "correct",
    "items",
    "open_doubts",
    "reattach",
    "reread",
    "settle",
    "strike",
    "undo",
]
