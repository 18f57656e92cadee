#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = []
# ///
"""A model of your own: copy this file and put your code into ``fit`` and ``predict``.

    custom_model_template.py train    models/your_model.pkl 1000
    custom_model_template.py predict  models/your_model.pkl 5.5
    custom_model_template.py evaluate models/your_model.pkl

Packages that you import belong into ``dependencies`` above; the agent then makes an environment
that has them. As it stands the file fits a line with the standard library alone.
"""

import os
import pickle
import random
import statistics
import sys
from pathlib import Path


def make_data(samples, seed):
    """Return features and targets: replace this with reading your own."""
    chance = random.Random(seed)
    x = [chance.uniform(0, 10) for _ in range(samples)]
    return x, [3 * value - 4 + chance.gauss(0, 0.5) for value in x]


def fit(x, y):
    """Return a fitted model: anything that pickle can save."""
    slope, intercept = statistics.linear_regression(x, y)
    return {"slope": slope, "intercept": intercept}


def load(path):
    """Return the model in a file. Loading a pickle runs its code: load only your own."""
    with Path(path).open("rb") as file:
        return pickle.load(file)


def predict(model, rows):
    """Return a prediction for each of ``rows``, which are lists of features."""
    return [model["slope"] * row[0] + model["intercept"] for row in rows]


def train(path, samples):
    print(f"[TRAIN] Epoch 1/1 started, {samples} samples", flush=True)
    model = fit(*make_data(samples, seed=1))
    print(f"[TRAIN] Epoch 1/1 loss={loss(model, seed=2):.4f}", flush=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(pickle.dumps(model))
    beside.replace(path)
    print(f"Saved {path}")


def loss(model, seed):
    """Return the mean squared error on fresh data."""
    x, y = make_data(1000, seed)
    found = predict(model, [[value] for value in x])
    return statistics.fmean((a - b) ** 2 for a, b in zip(y, found, strict=True))


def main(action="", path="models/your_model.pkl", *rest):
    if action == "train":
        train(Path(path), int(rest[0]) if rest else 1000)
    elif action == "predict" and rest:
        rows = [[float(part) for part in text.split(",")] for text in rest]
        for text, value in zip(rest, predict(load(path), rows), strict=True):
            print(f"Input: {text}  Prediction: {value:.4f}")
    elif action == "evaluate":
        print(f"mse={loss(load(path), seed=3):.4f}")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
