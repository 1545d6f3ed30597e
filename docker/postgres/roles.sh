#!/bin/sh
# Runs once, on an empty volume: a database for the system and two for Temporal, each role with no more rights than it needs.
set -eu

password_in() { sed 's|^[^:]*://[^:]*:\([^@]*\)@.*$|\1|' "/run/secrets/$1"; }

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$(password_in database-owner-url)" \
  -v app="$(password_in database-url)" \
  -v temporal="$(cat /run/secrets/temporal-password)" <<'SQL'
CREATE ROLE scheme_owner LOGIN PASSWORD :'owner';
CREATE ROLE scheme_app LOGIN PASSWORD :'app';
CREATE DATABASE scheme OWNER scheme_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE scheme FROM PUBLIC;
GRANT CONNECT ON DATABASE scheme TO scheme_app;
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE ALL ON DATABASE temporal, temporal_visibility FROM PUBLIC;
SQL
