#!/bin/sh
# Resolves the dependencies of pyproject.toml into requirements/, with hashes and without the name of any host.
# Releases younger than a week are left out: a poisoned release is mostly found and withdrawn within days.
set -eu

week_ago="$(.venv/bin/python -c 'import datetime as d; print(d.date.today() - d.timedelta(days=7))')"
for name in base dev; do
    extra="--extra web"
    [ "$name" = dev ] && extra="--extra web --extra land --extra vera --extra dev"
    # shellcheck disable=SC2086  # options with their values
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --exclude-newer "${week_ago}T00:00:00Z" --no-emit-index-url --no-header $extra \
        --output-file "requirements/$name.txt" pyproject.toml >/dev/null
done
