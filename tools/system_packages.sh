#!/bin/sh
# The tests make PDF files (WeasyPrint needs Pango and a font), open what was exported (LibreOffice), use the
# website in a browser (Chromium) and run it on PostgreSQL.
# Looks for what is missing by trying it, so that it also holds where packages have other names.
set -eu

missing=""
.venv/bin/python -c 'import weasyprint' 2>/dev/null ||
    missing="$missing libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
{ command -v fc-list >/dev/null && fc-list | grep -qi dejavu; } || missing="$missing fontconfig fonts-dejavu-core"
has_office() { # $1: the program's library, as LibreOffice leaves parts out when only one is installed
    for folder in /usr/lib/libreoffice /usr/lib64/libreoffice /opt/libreoffice*; do
        [ -e "$folder/program/$1" ] && return 0
    done
    [ "$(uname)" != Linux ] && command -v soffice >/dev/null
}
has_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return 0
    done
    return 1
}
has_postgres() {
    for folder in ${POSTGRES_BIN:-} /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
        [ -x "$folder/initdb" ] && return 0
    done
    command -v initdb >/dev/null
}
has_office libswlo.so || missing="$missing libreoffice-writer"
has_office libsclo.so || missing="$missing libreoffice-calc"
has_browser || missing="$missing chromium"
has_postgres || missing="$missing postgresql"

[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing the system packages the tests need:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of names, to be split
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $missing >/dev/null
else
    echo "The tests make PDF files, open exported files, and use the website in a browser and on PostgreSQL;" >&2
    echo "these programs are missing for that." >&2
    echo "Install (names as in Debian):$missing" >&2
    echo "For example: sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
