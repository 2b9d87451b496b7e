"""`wederkerig demo`: a real one, from its start to its end."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.conftest import ROOT
from tests.web.ops.conftest import SERVER, wait_for

pytestmark = pytest.mark.skipif(bool(SERVER), reason="the demo always stands in SQLite")


def start(folder, *options):
    env = {"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "wederkerig", "demo", "--map", str(folder), *options]
    return subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def address_of(process):
    for line in process.stdout:
        if found := re.search(r"http://localhost:(\d+)/", line):
            return f"http://127.0.0.1:{found[1]}"
    raise AssertionError(process.stderr.read())


def get(address):
    with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own site
        return answer.read().decode()


def is_ready(address):
    try:
        return json.loads(get(f"{address}/gereed")) == {"database": "goed"}
    except OSError:
        return False


@pytest.mark.slow
def test_the_demo_has_a_municipality_in_it_and_leaves_nothing_running(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(tmp_path / "demo", "--poort", str(port))
        with process:
            address = address_of(process)
            wait_for(lambda: is_ready(address))
            page = get(f"{address}/gemeenten/veldermeer/")
            process.send_signal(signal.SIGINT)
            said = process.stdout.read()

    assert address != f"http://127.0.0.1:{port}"
    assert "Meerjarige prestatieafspraken Veldermeer" in page
    assert "samen-goed-wonen" in said
    assert said.endswith("De demo is gestopt.\n")
    assert process.returncode == 0
    assert not is_ready(address)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "brief.txt").write_text("van mij")

    process = start(tmp_path)
    _, err = process.communicate()

    assert process.returncode == 2
    assert "iets dat niet van de demo is" in err
    assert (tmp_path / "brief.txt").read_text() == "van mij"
