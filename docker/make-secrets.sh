#!/bin/sh
# Invents what is secret, once, into docker/secrets/. What is there already stays, so it may be run again.
set -eu
cd "$(dirname "$0")"

invent() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { # file, content
  [ -e "secrets/$1" ] && return
  printf '%s\n' "$2" >"secrets/$1"
  # The processes are not root, and see nothing of the folder but the files that they are given.
  chmod 444 "secrets/$1"
}

mkdir -p secrets
chmod 700 secrets
keep postgres-password "$(invent)"
keep temporal-password "$(invent)"
keep database-url "postgresql://scheme_app:$(invent)@postgres:5432/scheme"
keep database-owner-url "postgresql://scheme_owner:$(invent)@postgres:5432/scheme"
keep metrics-token "$(invent)"
keep s3-secret-key "$(invent)"
keep server-secret "$(invent)$(invent)"
keep smtp-url "smtp://mail:1025"
