#!/bin/sh
# Makes today's contracts the released ones, which the build then holds later contracts against. Refuses what would break
# a consumer. To be done when a change of the contracts goes out; commit what it writes.
set -eu

cd "$(dirname "$0")"
mvn -q -ntp -f ../../pom.xml verify -pl infra/platform-test -am -Dtest='Contract*Tests' -Dit.test=None \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

rm -rf released
for file in *.schema.json *-service/*.schema.json *-service/asyncapi.yaml; do
  mkdir -p "released/$(dirname "$file")"
  cp "$file" "released/$file"
done
if command -v sha256sum >/dev/null; then
  sha256sum booking-service/samples/* candidate-service/samples/* notification-service/samples/*
else
  shasum -a 256 booking-service/samples/* candidate-service/samples/* notification-service/samples/*
fi >released/samples.sha256
echo "Released: $(wc -l <released/samples.sha256) samples, $(find released -name '*.v*.schema.json' | wc -l) types."
