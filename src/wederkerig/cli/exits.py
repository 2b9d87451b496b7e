"""How a command ends: exit codes, and messages on stderr as `naam: wat. raad.`; never a traceback."""

from __future__ import annotations

import io
import os
import sys
from enum import IntEnum
from typing import Any, Self

import click

from wederkerig.cli.dutch import speak_dutch

DEBUG = "WEDERKERIG_DEBUG"


class Exit(IntEnum):
    """The exit codes of every command; `meaning` is for the documentation."""

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Self:
        """An exit code with its meaning."""
        code = int.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code

    GOED = 0, "Alles is gelezen, en `controleer` vond geen fouten (waarschuwingen en adviezen tellen niet)."
    FOUTEN = 1, "`controleer` vond minstens één fout in een stuk, of `woningen` in een rij van de lijst."
    GEBRUIK = 2, "De opdracht klopt niet, of het uitvoerbestand kan niet geschreven worden."
    ONLEESBAAR = 3, "Een of meer bestanden konden niet worden gelezen. De andere zijn wel gelezen."
    LEEG = 4, "Alles is gelezen, maar minstens één stuk heeft geen afspraken of is niet in het Nederlands."
    CONFLICT = 5, "Minstens één wijziging is in conflict en is niet verwerkt. De andere zijn wel verwerkt."
    PAST_NIET = 6, "De stukken, data of besluiten passen niet bij elkaar. Er is niets geschreven."
    INSTELLINGEN = 7, "De instellingen van de website kloppen niet, of zijn onveilig. Er is niets gestart."
    BEWAREN = 8, "De back-up of het herstel is niet gelukt. Wat er stond, staat er nog."
    ONZE_FOUT = 70, "Er ging iets mis in wederkerig zelf. Dat is onze fout."
    AFGEBROKEN = 130, "U hebt de opdracht afgebroken (Ctrl-C)."
    PIJP_DICHT = 141, "Het programma dat de uitvoer las, is eerder gestopt (bijvoorbeeld `| head`)."


# Which code counts when more than one applies.
_GRAVEST = (Exit.ONZE_FOUT, Exit.ONLEESBAAR, Exit.LEEG, Exit.FOUTEN)


def gravest(codes: set[Exit]) -> Exit:
    """The exit code of a batch: the first of 70, 3, 4, 1 that applies, else 0."""
    return next((code for code in _GRAVEST if code in codes), Exit.GOED)


class RefusalError(Exception):
    """A reason to stop before anything is written: exit code, what it is about, what is wrong, what to do."""

    def __init__(self, code: Exit, name: str, what: str, advice: str) -> None:
        super().__init__(f"{name}: {what} {advice}")
        self.code = code
        self.name = name
        self.what = what
        self.advice = advice


def complain(name: str, what: str, advice: str) -> None:
    """Say on stderr what is wrong with what, and what to do."""
    from wederkerig.cli.layout import plain

    click.echo(f"{plain(name)}: {plain(what)} {plain(advice)}".rstrip(), err=True)


def our_mistake(error: BaseException) -> tuple[str, str]:
    """What to say when something breaks that should not: it is not the user's fault."""
    what = f"er ging iets mis in wederkerig zelf ({type(error).__name__}). Dat is onze fout, niet die van u."
    advice = f"Meld het ons, met de opdracht die u gaf. Met {DEBUG}=1 ervoor ziet u de details."
    return what, advice


class Guarded(click.Group):
    """The group of commands; what goes wrong inside ends in a Dutch message and a documented exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # as click declares it
        """Run the command and leave the program with its exit code."""
        speak_dutch()
        _dare_to_print()
        extra["standalone_mode"] = False
        extra.setdefault("prog_name", "wederkerig")
        sys.exit(self._run(*args, **extra))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as click declares it
        """Run the command; a reader of the output that has gone away is no error of ours."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return _closed_pipe()

    def _run(self, *args: Any, **extra: Any) -> int:  # noqa: ANN401  # passed on to click
        try:
            result = super().main(*args, **extra)
            sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            return Exit.GEBRUIK
        except click.UsageError as error:
            return _wrong_use(error)
        except RefusalError as refusal:
            complain(refusal.name, refusal.what, refusal.advice)
            return refusal.code
        except (click.Abort, KeyboardInterrupt):
            click.echo("\nAfgebroken.", err=True)
            return Exit.AFGEBROKEN
        except BrokenPipeError:
            return _closed_pipe()
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            complain("wederkerig", *our_mistake(error))
            return Exit.ONZE_FOUT
        return result if isinstance(result, int) else Exit.GOED


def _dare_to_print() -> None:
    """A terminal that knows few characters shows a question mark for the others; that is no error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _wrong_use(error: click.UsageError) -> int:
    command = error.ctx.command_path if error.ctx else "wederkerig"
    if error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
    message = error.format_message().strip()
    complain("wederkerig", message if message[-1] in ".?!)" else f"{message}.", f"Zie {command} --help.")
    return Exit.GEBRUIK


def _closed_pipe() -> int:
    """Point stdout elsewhere, or Python complains about the closed pipe once more when it stops."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return Exit.PIJP_DICHT
