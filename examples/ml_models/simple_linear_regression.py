#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = ["joblib>=1.3", "numpy>=1.24", "scikit-learn>=1.3"]
# ///
"""Fits a straight line to data, saves it, and predicts with it.

    simple_linear_regression.py train    models/model.joblib 1000
    simple_linear_regression.py predict  models/model.joblib 5.5
    simple_linear_regression.py evaluate models/model.joblib

Without a data file the data are made up: y = 2 x + 1 and some noise. With ``--data file.csv
--target column`` every other column that holds numbers is a feature. The saved model is a
scikit-learn estimator; ``load`` and ``predict`` below are what a model server uses.
"""

import argparse
import csv
import os
import sys
import time
from pathlib import Path

import joblib
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score

SLOPE, INTERCEPT, NOISE = 2.0, 1.0, 0.5
DEFAULT_MODEL = os.environ.get("MODEL_PATH", "models/linear_regression.joblib")


class Problem(Exception):
    """Something is wrong with what was asked for; the text says what and how to mend it."""


def load(path):
    """Return the model in a file."""
    return joblib.load(path)


def predict(model, rows):
    """Return a number for each of ``rows``, which are lists of features."""
    return model.predict(np.asarray(rows, dtype=float)).tolist()


def make_data(samples, seed):
    """Return made-up features (samples x 1), targets, and the features' names."""
    random = np.random.default_rng(seed)
    x = random.uniform(0.0, 10.0, size=(samples, 1))
    y = SLOPE * x[:, 0] + INTERCEPT + random.normal(0.0, NOISE, size=samples)
    return x, y, ["x"]


def read_data(path, target, features=None):
    """Return features, targets and the features' names from a CSV file with a header."""
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise Problem(f"The data file cannot be read: {error}") from error
    if not rows:
        raise Problem(f"{path} has no rows below its header.")
    columns = list(rows[0])
    target = target or columns[-1]
    if target not in columns:
        raise Problem(f"{path} has no column {target!r}; it has {', '.join(columns)}.")
    features = features or [c for c in columns if c != target and is_number(rows[0][c])]
    if not features:
        raise Problem(f"{path} has no column of numbers beside {target!r}.")
    x = np.array([[number(row, c, i) for c in features] for i, row in enumerate(rows, 2)])
    y = np.array([number(row, target, i) for i, row in enumerate(rows, 2)])
    return x, y, features


def is_number(text):
    try:
        return np.isfinite(float(text))
    except (TypeError, ValueError):
        return False


def number(row, column, line):
    if not is_number(row.get(column)):
        raise Problem(f"Line {line}, column {column!r}: {row.get(column)!r} is not a number.")
    return float(row[column])


def train(arguments):
    say(1, 4, "Reading data")
    if arguments.data:
        x, y, features = read_data(arguments.data, arguments.target)
    else:
        x, y, features = make_data(arguments.samples, seed=42)
    if len(x) < 5:
        raise Problem(f"{len(x)} samples are too few to learn from; give at least 5.")
    held_back = max(1, len(x) // 5)
    order = np.random.default_rng(0).permutation(len(x))
    test, rest = order[:held_back], order[held_back:]
    print(f"samples={len(x)} features={','.join(features)} held_back={held_back}")

    say(2, 4, "Fitting a line")
    began = time.perf_counter()
    model = LinearRegression().fit(x[rest], y[rest])
    model.cnet_features = features
    print(f"fit_seconds={time.perf_counter() - began:.4f}")
    for name, weight in zip(features, model.coef_, strict=True):
        print(f"weight[{name}]={weight:.4f}")
    print(f"intercept={model.intercept_:.4f}")

    say(3, 4, "Measuring on the samples held back")
    show_metrics(y[test], model.predict(x[test]))

    say(4, 4, "Saving the model")
    save(model, Path(arguments.model))


def save(model, path):
    """Write the model whole or not at all; its folder is made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        joblib.dump(model, beside)
        beside.replace(path)
    except OSError as error:
        raise Problem(f"The model cannot be saved: {error}") from error
    print(f"Saved {path} ({path.stat().st_size} bytes)")


def run_predict(arguments):
    model = load_model(arguments.model)
    rows = [parse_row(text, model.n_features_in_) for text in arguments.values]
    for row, value in zip(rows, predict(model, rows), strict=True):
        print(f"Input: {', '.join(f'{feature:g}' for feature in row)}  Prediction: {value:.4f}")


def parse_row(text, features):
    try:
        row = [float(part) for part in text.split(",")]
    except ValueError:
        raise Problem(f"{text!r} is not a number, or numbers with commas between them.") from None
    if len(row) != features:
        raise Problem(f"The model takes {features} feature(s), {text!r} has {len(row)}.")
    return row


def evaluate(arguments):
    model = load_model(arguments.model)
    if arguments.data:
        features = getattr(model, "cnet_features", None)
        x, y, _ = read_data(arguments.data, arguments.target, features)
    else:
        x, y, _ = make_data(arguments.samples, seed=7)
    if x.shape[1] != model.n_features_in_:
        raise Problem(
            f"The model takes {model.n_features_in_} feature(s), the data have {x.shape[1]}; "
            "name the data file it was trained for with --data."
        )
    print(f"samples={len(x)}")
    show_metrics(y, model.predict(x))


def load_model(path):
    if not Path(path).is_file():
        raise Problem(f"There is no model {path}; train it first: train {path}")
    try:
        model = load(path)
    except Exception as error:
        raise Problem(f"{path} is not a model that joblib can load: {error}") from error
    if not hasattr(model, "n_features_in_"):
        raise Problem(f"{path} does not hold a fitted scikit-learn model.")
    return model


def show_metrics(truth, found):
    rmse = mean_squared_error(truth, found) ** 0.5
    print(f"r2={r2_score(truth, found):.4f}" if len(truth) > 1 else "r2=n/a")
    print(f"rmse={rmse:.4f}")
    print(f"mae={mean_absolute_error(truth, found):.4f}")


def say(step, steps, what):
    print(f"[{step}/{steps}] {what}", flush=True)


def count(text):
    value = int(text)
    if not 1 <= value <= 10_000_000:
        raise argparse.ArgumentTypeError("must be between 1 and 10000000")
    return value


def parse_arguments(words=None):
    parser = argparse.ArgumentParser(description="Fit a straight line, and predict with it.")
    actions = parser.add_subparsers(dest="action", required=True)
    for name, run, text in (
        ("train", train, "fit a line and save it"),
        ("predict", run_predict, "predict for values"),
        ("evaluate", evaluate, "measure a saved model"),
    ):
        action = actions.add_parser(name, help=text)
        action.set_defaults(run=run)
        action.add_argument("model", nargs="?", default=DEFAULT_MODEL, help="the model's file")
        if name == "predict":
            action.add_argument("values", nargs="+", help="a number, or 1.5,2 for two features")
            continue
        action.add_argument("samples", nargs="?", type=count, default=1000)
        action.add_argument("--data", default="", help="a CSV file with a header")
        action.add_argument("--target", default="", help="its column to predict; the last one")
    return parser.parse_args(words)


def main():
    arguments = parse_arguments()
    try:
        arguments.run(arguments)
    except Problem as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
