# Functions that the demonstrations share; needs curl and python3. Not to be run by itself.
# CNET_URL says where the agent answers, CNET_TOKEN is sent to it where it wants one.

CNET_URL=${CNET_URL:-http://localhost:8080}

title() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

api() { # api METHOD PATH [JSON]: shows the request on standard error, prints the answer
  local request=(-sS --max-time 30 -X "$1" "$CNET_URL$2")
  if [ -n "${CNET_TOKEN:-}" ]; then request+=(-H "Authorization: Bearer $CNET_TOKEN"); fi
  if [ $# -gt 2 ]; then request+=(-H 'Content-Type: application/json' -d "$3"); fi
  [ -n "${CNET_QUIET:-}" ] || printf '  %s %s %s\n' "$1" "$2" "${3:-}" >&2
  curl "${request[@]}" || fail "no agent answers at $CNET_URL; start one with: cnet-agent"
}

pick() { # pick EXPRESSION: evaluates it with the JSON of standard input as `a`
  python3 -c '
import json, sys
text = sys.stdin.read()
try:
    a = json.loads(text)
except ValueError:
    sys.exit(f"error: the agent answered: {text[:300]!r}")
if isinstance(a, dict) and isinstance(a.get("status"), int) and "detail" in a:
    sys.exit("error: " + str(a["detail"]))
print(eval(sys.argv[1], {"a": a}))
' "$1"
}

submit() { # submit JSON: prints the id of the new task
  local answer
  answer=$(api POST /api/tasks "$1")
  pick 'a["id"]' <<<"$answer"
}

wait_for() { # wait_for ID: waits for the end of a task and shows its log; fails if it failed
  local status= answer
  for _ in $(seq 400); do
    answer=$(CNET_QUIET=1 api GET "/api/tasks/$1")
    status=$(pick 'a["status"]' <<<"$answer")
    case $status in completed | failed | stopped) break ;; esac
    sleep 0.3
  done
  printf '  task %s: %s\n' "$1" "$status"
  answer=$(CNET_QUIET=1 api GET "/api/tasks/$1/logs")
  pick '"\n".join("    " + line for line in a)' <<<"$answer"
  [ "$status" = completed ] ||
    fail "$(CNET_QUIET=1 api GET "/api/tasks/$1" | pick 'a["message"] or a["status"]')"
}
