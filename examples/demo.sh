#!/usr/bin/env bash
# A tour of an agent: what it is, what it runs, how one watches and stops it, and a small model.
# Without CNET_URL and without an agent at http://localhost:8080 it starts one for itself.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

own_agent() { # starts an agent in a folder of its own, which is removed at the end
  local folder log
  folder=$(mktemp -d)
  log=$folder/agent.log
  printf '{"training": {"port": 0}}' >"$folder/config.yaml"
  cnet-agent --port 0 --config "$folder/config.yaml" --data-dir "$folder/data" \
    --workspace "$folder/workspace" >"$log" 2>&1 &
  agent=$!
  # shellcheck disable=SC2064 - the folder is known now
  trap "kill $agent 2>/dev/null || true; wait $agent 2>/dev/null || true; rm -rf '$folder'" EXIT
  for _ in $(seq 200); do
    CNET_URL=$(sed -n 's/^CNET agent ready at //p' "$log")
    [ -z "$CNET_URL" ] || break
    kill -0 "$agent" 2>/dev/null || break
    sleep 0.1
  done
  [ -n "$CNET_URL" ] || {
    cat "$log" >&2
    exit 1
  }
  export CNET_URL
  echo "Started an agent of our own at $CNET_URL"
}

if [ -z "${CNET_URL:-}" ] && ! curl -sf --max-time 5 http://localhost:8080/health >/dev/null &&
  command -v cnet-agent >/dev/null; then
  own_agent
fi
. "$here/cnet.sh"

title "Is the agent well?"
api GET /health | pick '"  " + a["status"]'

title "What is this node?"
api GET /api/node | pick '"  {}: {} threads, {:.1f} GB of memory".format(
  a["name"], a["cpu"]["threads"], a["memory"] / 1e9)'

title "A task that says something"
id=$(submit '{"name": "hello", "command": "sh",
   "args": ["-c", "for n in 1 2 3; do echo step $n; sleep 0.2; done"]}')
wait_for "$id"

title "A task that is stopped"
id=$(submit '{"name": "sleeper", "command": "sleep", "args": ["600"]}')
api DELETE "/api/tasks/$id" >/dev/null
for _ in $(seq 100); do
  status=$(CNET_QUIET=1 api GET "/api/tasks/$id" | pick 'a["status"]')
  [ "$status" != stopped ] || break
  sleep 0.1
done
echo "  task $id: $status"

title "What the node uses now"
api GET /api/resources/usage | pick '"  CPU {:.0f} %, memory {:.0f} %".format(
  a["cpu"]["percent"], a["memory"]["percent"])'

bash "$here/ml_as_process_demo.sh"

title "All tasks"
api GET /api/tasks | pick '"\n".join("  {status:10} {name}".format(**task) for task in a)'

# Something to run while the agent still answers, such as what takes a picture of it.
[ -z "${CNET_DEMO_END:-}" ] || {
  title "A picture"
  CNET_URL=$CNET_URL bash -c "$CNET_DEMO_END"
}
