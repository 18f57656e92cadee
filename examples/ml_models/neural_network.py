#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = [
#   "tensorflow-cpu>=2.18,<2.22 ; sys_platform == 'linux' and platform_machine == 'x86_64'",
#   "tensorflow>=2.18,<2.22 ; sys_platform != 'linux' or platform_machine != 'x86_64'",
# ]
# ///
"""Trains a small neural network with Keras, saves it as HDF5, and predicts with it.

    neural_network.py train    models/model.h5 1000 50
    neural_network.py predict  models/model.h5 "3.5,2.1"
    neural_network.py evaluate models/model.h5

The data are made up: two features a and b between 0 and 5, and y = b sin(a) + a / 2 with some
noise, which no straight line follows. The same numbers give the same model each time. ``load`` and
``predict`` below are what a model server uses.
"""

import argparse
import logging
import math
import os
import random
import sys
from pathlib import Path

DEFAULT_MODEL = os.environ.get("MODEL_PATH", "models/model.h5")
FEATURES = 2
LOW, HIGH, NOISE = 0.0, 5.0, 0.1
SEED = 42
FORMATS = (".h5", ".keras")


class Problem(Exception):
    """Something is wrong with what was asked for; the text says what and how to mend it."""


def load(path):
    """Return the model in a file."""
    return keras().models.load_model(path, compile=False)  # it learns no more


def predict(model, rows):
    """Return a number for each of ``rows``, which are lists of two features."""
    import numpy as np

    found = model.predict(np.asarray(rows, dtype="float32"), verbose=0)
    return [float(value) for value in found[:, 0]]


def keras():
    """Return Keras: it takes seconds to import, and has much to say that nobody asked for."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")  # or the last digits depend on the machine
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    logging.getLogger("absl").setLevel(logging.ERROR)
    try:
        from tensorflow import keras
    except ImportError as error:
        raise Problem(f"Keras is not there: {error}; pip install tensorflow-cpu") from error
    return keras


def truth(a, b):
    """Return what the network is to learn."""
    return b * math.sin(a) + a / 2


def make_data(samples, seed):
    """Return made-up features (lists of two) and targets."""
    chance = random.Random(seed)
    rows = [[chance.uniform(LOW, HIGH) for _ in range(FEATURES)] for _ in range(samples)]
    return rows, [truth(*row) + chance.gauss(0, NOISE) for row in rows]


def make_model(k):
    """Return a network that has learned nothing yet."""
    half = (HIGH - LOW) / 2
    model = k.Sequential(
        [
            k.Input((FEATURES,)),
            k.layers.Rescaling(1 / half, offset=-1 - LOW / half),
            k.layers.Dense(32, activation="relu"),
            k.layers.Dense(32, activation="relu"),
            k.layers.Dense(1),
        ]
    )
    model.compile(optimizer=k.optimizers.Adam(0.005), loss="mse")
    return model


def train(arguments):
    path = model_path(arguments.model)
    print("Loading Keras", flush=True)
    k = keras()
    import numpy as np

    k.utils.set_random_seed(SEED)
    x, y = (np.asarray(each, dtype="float32") for each in make_data(arguments.samples, SEED))
    held_back = max(1, len(x) // 5)
    print(f"samples={len(x)} held_back={held_back} epochs={arguments.epochs}", flush=True)
    model = make_model(k)

    def say(epoch, logs):
        figures = " ".join(f"{name}={logs[name]:.4f}" for name in ("loss", "val_loss"))
        print(f"Epoch {epoch + 1}/{arguments.epochs} {figures}", flush=True)

    model.fit(
        x[held_back:],
        y[held_back:],
        validation_data=(x[:held_back], y[:held_back]),
        epochs=arguments.epochs,
        batch_size=32,
        verbose=0,
        callbacks=[k.callbacks.LambdaCallback(on_epoch_end=say)],
    )
    show_metrics(y[:held_back].tolist(), predict(model, x[:held_back]))
    save(model, path)


def save(model, path):
    """Write the model whole or not at all; its folder is made."""
    beside = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save(beside)
        beside.replace(path)
    except OSError as error:
        raise Problem(f"The model cannot be saved: {error}") from error
    print(f"Saved {path} ({path.stat().st_size} bytes)")


def run_predict(arguments):
    rows = [parse_row(text) for text in arguments.values]
    model = load_model(arguments.model)
    for row, value in zip(rows, predict(model, rows), strict=True):
        print(f"Input: {', '.join(f'{feature:g}' for feature in row)}  Prediction: {value:.4f}")


def evaluate(arguments):
    model = load_model(arguments.model)
    x, y = make_data(arguments.samples, seed=SEED + 1)
    print(f"samples={len(x)}")
    show_metrics(y, predict(model, x))


def parse_row(text):
    """Return the features in ``3.5,2.1``."""
    try:
        row = [float(part) for part in text.split(",")]
    except ValueError:
        raise Problem(f"{text!r} is not two numbers with a comma between them.") from None
    if len(row) != FEATURES or not all(map(math.isfinite, row)):
        raise Problem(f"The model takes two numbers, such as 3.5,2.1, and not {text!r}.")
    return row


def model_path(text):
    """Return where a model is to be; Keras tells its format by the ending."""
    path = Path(text)
    if path.suffix not in FORMATS:
        raise Problem(f"The model's file must end with {' or '.join(FORMATS)}, not {path.name!r}.")
    return path


def load_model(text):
    path = model_path(text)
    if not path.is_file():
        raise Problem(f"There is no model {text}; train it first: train {text}")
    try:
        model = load(path)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Problem(f"{text} is not a model that Keras can load: {error}") from error
    if model.input_shape != (None, FEATURES):
        raise Problem(f"{text} does not take two numbers; it was not trained by this script.")
    return model


def show_metrics(wanted, found):
    """Print how far off the predictions are, and the share of the variance they explain."""
    errors = [a - b for a, b in zip(wanted, found, strict=True)]
    mean = math.fsum(wanted) / len(wanted)
    spread = math.fsum((value - mean) ** 2 for value in wanted)
    mse = math.fsum(error**2 for error in errors) / len(errors)
    print(f"r2={1 - mse * len(errors) / spread:.4f}" if spread else "r2=n/a")
    print(f"rmse={mse**0.5:.4f}")
    print(f"mae={math.fsum(map(abs, errors)) / len(errors):.4f}")


def count(low, high):
    """Return what reads a whole number from ``low`` to ``high``."""

    def read(text):
        if not low <= (value := int(text)) <= high:
            raise argparse.ArgumentTypeError(f"must be between {low} and {high}")
        return value

    read.__name__ = "number"
    return read


def parse_arguments(words=None):
    parser = argparse.ArgumentParser(description="Train a neural network, and predict with it.")
    actions = parser.add_subparsers(dest="action", required=True)
    for name, run, text in (
        ("train", train, "train a network and save it"),
        ("predict", run_predict, "predict for values"),
        ("evaluate", evaluate, "measure a saved network"),
    ):
        action = actions.add_parser(name, help=text)
        action.set_defaults(run=run)
        action.add_argument("model", nargs="?", default=DEFAULT_MODEL, help="its file, .h5")
        if name == "predict":
            action.add_argument("values", nargs="+", help="two numbers: 3.5,2.1")
            continue
        action.add_argument("samples", nargs="?", type=count(5, 1_000_000), default=1000)
        if name == "train":
            action.add_argument("epochs", nargs="?", type=count(1, 100_000), default=50)
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
