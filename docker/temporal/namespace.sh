#!/bin/sh
# The namespace with its long retention, and what workflows show to those who search. May be run again and again.
set -eu
retention=87600h

temporal operator namespace describe --namespace default >/dev/null 2>&1 ||
  temporal operator namespace create --namespace default --retention "$retention"
temporal operator namespace update --namespace default --retention "$retention"

known="$(temporal operator search-attribute list --namespace default)"
attribute() { # name, type
  case "$known" in *"$1"*) ;; *) temporal operator search-attribute create --namespace default --name "$1" --type "$2" ;; esac
}
attribute Stage Keyword
attribute NextDue Datetime
