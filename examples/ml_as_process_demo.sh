#!/usr/bin/env bash
# Trains a linear regression, evaluates it and predicts with it: each step is a process task.
set -euo pipefail
. "$(dirname "$0")/cnet.sh"

script=examples/ml_models/simple_linear_regression.py
model=models/demo_linear_regression.joblib

task() { # task NAME MEMORY ARGUMENT...: the JSON of a task that runs the script
  local name=$1 memory=$2 arguments
  shift 2
  arguments=$(printf ', "%s"' "$@")
  cat <<JSON
{"name": "$name", "type": "process", "command": "python3", "args": ["$script"$arguments],
   "env": {"PYTHONPATH": "examples/ml_models", "MODEL_PATH": "$model"}, "working_dir": ".",
   "resources": {"cpu_limit": 1.0, "memory_limit": $memory, "disk_limit": 1000000000}}
JSON
}

title "1. Train with 1000 samples"
id=$(submit "$(task linear-regression-model 512000000 train "$model" 1000)")
wait_for "$id"

title "2. Evaluate on fresh data"
id=$(submit "$(task model-evaluation 512000000 evaluate "$model")")
wait_for "$id"

title "3. Predict for 5.5 (the data follow y = 2 x + 1)"
id=$(submit "$(task model-prediction 512000000 predict "$model" 5.5)")
wait_for "$id"
