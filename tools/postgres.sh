#!/bin/sh
# Runs a command with a PostgreSQL of its own: `tools/postgres.sh COMMAND...`. The server lives in a temporary
# folder, answers on a free port of this computer only, and is stopped and removed when the command ends, however
# it ends. DATABASE_URL in the environment of the command says where it is.
set -eu

[ $# -gt 0 ] || { echo "Give a command to run: tools/postgres.sh .venv/bin/pytest tests/web" >&2; exit 2; }

find_server() {
    for folder in ${POSTGRES_BIN:-} /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
        [ -x "$folder/initdb" ] && newest="$folder"
    done
    if [ -z "${newest:-}" ] && command -v initdb >/dev/null; then
        newest="$(dirname "$(command -v initdb)")"
    fi
    [ -n "${newest:-}" ] && echo "$newest"
}

free_port() {
    python="$(command -v .venv/bin/python || command -v python3)"
    "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

bin="$(find_server)" || {
    echo "PostgreSQL's server was not found (on Debian: apt-get install postgresql). \`make system\` installs it" >&2
    echo "when it may; POSTGRES_BIN names the folder with initdb where it is elsewhere." >&2
    exit 1
}

# The server refuses to run as root: then it runs as the user Debian makes for it, or as nobody.
as_user=""
if [ "$(id -u)" = 0 ]; then
    user=nobody
    id postgres >/dev/null 2>&1 && user=postgres
    as_user="runuser -u $user --"
fi

folder="$(mktemp -d "${TMPDIR:-/tmp}/wederkerig-pg.XXXXXX")"
server=""
stop() {
    code=$?
    trap - EXIT INT TERM HUP
    [ -z "$server" ] || (cd / && $as_user "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$folder"
    exit "$code"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ -z "$as_user" ] || chown "$user" "$folder"

(cd / && $as_user "$bin/initdb" -D "$folder/data" -U wederkerig -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1) ||
    { cat "$folder/log" >&2; exit 1; }
# Nothing here has to survive a power cut, so it need not wait for the disk.
options="-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off"
options="$options -c full_page_writes=off -c max_connections=60 -c shared_buffers=64MB -c log_min_messages=fatal"
for attempt in 1 2 3 4 5; do
    port="$(free_port)"
    if (cd / && $as_user "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -o "$options -p $port" start >/dev/null 2>&1); then
        server=running
        break
    fi
    # somebody took the port in between; anything else goes wrong five times and is told
    [ "$attempt" -lt 5 ] || { cat "$folder/data/log" >&2; exit 1; }
done

export DATABASE_URL="postgres://wederkerig@127.0.0.1:$port/postgres"
PATH="$bin:$PATH" "$@"
