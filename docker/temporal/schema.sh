#!/bin/sh
# Brings Temporal's own tables to the version of this image. May be run again and again: what is applied is not applied twice.
set -eu
SQL_PASSWORD="$(cat /run/secrets/temporal-password)"
export SQL_PASSWORD

tool() { temporal-sql-tool --plugin postgres12 --endpoint postgres --port 5432 --user temporal --database "$@"; }

for pair in temporal:temporal temporal_visibility:visibility; do
  tool "${pair%%:*}" setup-schema --version 0.0
  tool "${pair%%:*}" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/${pair##*:}/versioned"
done
