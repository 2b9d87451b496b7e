"""What a command writes: all files, each whole, or none at all."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from wederkerig.cli.exits import Exit, RefusalError

# How a file is written, as `export.uitgave` has it; that is not loaded before a command needs it.
Write = Callable[[Path], None]


def check_output(output: Path, inputs: Iterable[Path], extensions: Sequence[str] = ()) -> None:
    """Refuse an output file that would replace an input, is a folder, or cannot stand where it is asked."""
    if extensions and output.suffix.lower() not in extensions:
        wanted = extensions[0] if len(extensions) == 1 else f"een van deze: {', '.join(extensions)}"
        raise click.UsageError(f"De naam van het uitvoerbestand moet eindigen op {wanted}.")
    if output.is_dir():
        raise click.UsageError(f"{str(output)!r} is een map; noem een bestand.")
    if not output.parent.is_dir():
        raise click.UsageError(f"De map {str(output.parent)!r} bestaat niet; maak die eerst.")
    if output.resolve() in {path.resolve() for path in inputs}:
        raise click.UsageError(f"{str(output)!r} is ook een bestand om te lezen; kies een andere naam.")


def check_apart(outputs: Sequence[Path]) -> None:
    """Refuse two outputs in one file."""
    seen: set[Path] = set()
    for output in outputs:
        if output.resolve() in seen:
            raise click.UsageError(f"{str(output)!r} wordt twee keer genoemd; kies verschillende namen.")
        seen.add(output.resolve())


def write_all(outputs: Sequence[tuple[Path, Write]]) -> None:
    """Make every file beside its place, and put them there once all are made."""
    from wederkerig.export.pdf import PdfError
    from wederkerig.export.writing import whole_file

    path = Path()
    try:
        with ExitStack() as stack:
            for path, write in outputs:
                write(stack.enter_context(whole_file(path)))
    except OSError as error:
        raise unwritable(path, error) from error
    except PdfError as error:
        raise RefusalError(Exit.GEBRUIK, str(path), str(error), "") from error
    for path, _ in outputs:
        click.echo(f"Geschreven: {path}", err=True)


def unwritable(path: Path, error: OSError) -> click.UsageError:
    """What to say when a file cannot be written there."""
    reason = {errno.EACCES: "geen rechten", errno.ENOSPC: "de schijf is vol"}.get(error.errno or 0)
    reason = reason or error.strerror or type(error).__name__
    return click.UsageError(f"{str(path)!r} kan niet geschreven worden ({reason}). Kies een andere plaats.")
