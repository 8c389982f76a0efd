#!/usr/bin/env bash
# Counts pip's cache with find and du, and sets the numbers as outputs.
set -euo pipefail
cd "$PIP_CACHE_DIR"
areas=()
for area in http http-v2 wheels; do
  if [ -d "$area" ]; then areas+=("$area"); fi
done
find_all() { if [ ${#areas[@]} -gt 0 ]; then find "${areas[@]}" "$@"; fi; }
disk() {
  if [ ${#areas[@]} -gt 0 ]; then
    du --summarize --total --block-size=1 "${areas[@]}" | tail -n 1 | cut -f 1
  else
    echo 0
  fi
}
tee -a "$GITHUB_OUTPUT" <<END
files=$(find_all ! -type d | wc -l)
bytes=$(find_all ! -type d -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')
directories=$(find_all -type d | wc -l)
disk-bytes=$(disk)
END
