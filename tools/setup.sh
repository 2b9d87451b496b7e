#!/bin/sh
# Makes .venv with a Python of 3.11 or newer. On Debian the module that makes environments is a package of its own.
set -eu

find_python() {
    for candidate in python3.11 python3; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "Python 3.11 or newer was not found. Install it (on Debian 12: apt-get install python3) and try again." >&2
    exit 1
}

add_venv_module() {
    package="$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$package"
    else
        echo "Python has no ensurepip, so no environment can be made. Install the package $package" >&2
        echo "(on Debian or Ubuntu: sudo apt-get install $package) and run the same command again." >&2
        exit 1
    fi
}

python="$(find_python)"
"$python" -c 'import ensurepip, venv' 2>/dev/null || add_venv_module "$python"
exec "$python" -m venv --clear .venv
