#!/bin/sh
# Prints the newest record of each candidate as a line of JSON: hr-candidates.sh 127.0.0.1:9092
# Needs kcat and jq.
set -eu

broker=${1:-127.0.0.1:9092}
read_to_end() { kcat -C -b "$broker" -q -e -J "$@"; }

# where each partition of the events ends: noted first, so that nothing falls in between
partitions=$(kcat -L -J -b "$broker" -t candidate-events | jq '.topics[0].partitions | length')
ends=
partition=0
while [ "$partition" -lt "$partitions" ]; do
  end=$(kcat -Q -b "$broker" -t "candidate-events:$partition:-1" | sed 's/.* //')
  ends="$ends $partition:$end"
  partition=$((partition + 1))
done

{
  read_to_end -t candidate-state -o beginning
  for from in $ends; do
    read_to_end -t candidate-events -p "${from%:*}" -o "${from#*:}"
  done
} | jq -cn '
  # a tombstone is the last of its key, and "erased" is above every sequence, which is 19 digits
  def header(name): .headers as $all | $all[($all | index(name)) + 1];
  def sequence: if .payload == null then "erased" else header("ce_sequence") end;
  def known: .payload == null or (header("ce_type") | test("^recruitment\\.candidate\\.(opened|updated)\\.v1$"));

  # the highest sequence wins: copies, and old records that come late, change nothing
  reduce (inputs | select(known)) as $record ({};
    if ($record | sequence) > (.[$record.key].sequence // "")
    then .[$record.key] = {sequence: ($record | sequence), payload: $record.payload}
    else . end)
  | to_entries[]
  | select(.value.payload != null)
  | {id: .key, sequence: .value.sequence, record: (.value.payload | fromjson)}'
