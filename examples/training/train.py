#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = ["scikit-learn>=1.4,<2", "joblib>=1.3,<2"]
# ///
"""Trains a classifier: the standard script of the training service. Copy it to write your own.

    train.py --epochs 5 --batch-size 32 --learning-rate 0.001 --dataset digits

What is not given is taken from the environment, where the service writes it: EPOCHS, BATCH_SIZE,
LEARNING_RATE, DATASET and GPU. The data are one of scikit-learn's own sets or a CSV file whose last
column is the class. The network is PyTorch's where PyTorch is installed, and scikit-learn's else.

After each epoch a checkpoint is written to CNET_CHECKPOINT_DIR; another attempt goes on from it.
The finished model lies in CNET_TASK_DIR, or in ``models`` where there is none: ``model.pt``
(TorchScript) or ``model.joblib``. The service reads the lines that begin with [TRAIN].
"""

import argparse
import csv
import json
import os
import signal
import sys
import time
from pathlib import Path

import joblib
import numpy as np
from sklearn import datasets
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

try:
    import torch
except ImportError:
    torch = None

BUILT_IN = {
    "digits": datasets.load_digits,
    "breast_cancer": datasets.load_breast_cancer,
    "wine": datasets.load_wine,
    "iris": datasets.load_iris,
}
HIDDEN = 128  # neurons between the inputs and the classes
HELD_OUT = 0.2  # of the samples: never trained on
SEED = 42


class Problem(Exception):
    """Something is wrong with what was asked for; the text says what and how to mend it."""


# -- data -------------------------------------------------------------------------------------


class Data:
    """Samples to train on, and samples to test with.

    ``rows`` and ``test_rows`` are arrays of floats (samples x features), standardised; ``labels``
    and ``test_labels`` are numbers of ``classes``.
    """

    def __init__(self, name):
        rows, labels = BUILT_IN[name](return_X_y=True) if name in BUILT_IN else read_csv(name)
        self.classes, numbers = np.unique(labels, return_inverse=True)
        try:
            split = train_test_split(
                rows, numbers, test_size=HELD_OUT, stratify=numbers, random_state=SEED
            )
        except ValueError as error:
            raise Problem(f"{name} cannot be split into training and test data: {error}") from error
        rows, test_rows, self.labels, self.test_labels = split
        self.scaler = StandardScaler().fit(rows)
        self.rows, self.test_rows = self.scaler.transform(rows), self.scaler.transform(test_rows)

    def batches(self, size, epoch):
        """Yield all training samples, ``size`` at a time, in an order that the epoch decides."""
        order = np.random.default_rng(SEED + epoch).permutation(len(self.rows))
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            yield self.rows[chosen], self.labels[chosen]


def read_csv(path):
    """Return the features and the classes in a file; its first line may name the columns."""
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            lines = [line for line in csv.reader(file) if line]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Problem(f"the data in {path} cannot be read: {error}") from error
    if lines and not all(map(is_number, lines[0][:-1])):
        lines = lines[1:]
    if len(lines) < 10:
        raise Problem(f"{path} has {len(lines)} samples; at least 10 are needed")
    width = len(lines[0])
    for number, line in enumerate(lines, start=1):
        if len(line) != width or width < 2 or not all(map(is_number, line[:-1])):
            raise Problem(f"sample {number} of {path} is no list of numbers with a class behind")
    return np.array([line[:-1] for line in lines], dtype=float), [line[-1] for line in lines]


def is_number(text):
    """Tell whether a text is a number."""
    try:
        return bool(np.isfinite(float(text)))
    except ValueError:
        return False


# -- networks ---------------------------------------------------------------------------------


class SklearnNetwork:
    """A network of scikit-learn."""

    library = "scikit-learn"

    def __init__(self, data, learning_rate, use_gpu):
        if use_gpu:
            raise Problem("scikit-learn does not use GPUs; install PyTorch, or leave gpu out")
        self.data = data
        self.model = MLPClassifier(
            (HIDDEN,), learning_rate_init=learning_rate, random_state=SEED, solver="adam"
        )

    def learn(self, rows, labels):
        """Take one step."""
        classes = self.data.classes
        self.model.partial_fit(rows, classes[labels], classes=classes)

    def probabilities(self, rows):
        """Return how likely each class is: an array of samples x classes."""
        return self.model.predict_proba(rows)

    def state(self):
        """Return what a checkpoint keeps."""
        return self.model

    def restore(self, state):
        """Take what a checkpoint kept."""
        self.model = state

    def save(self, folder):
        """Write a file that joblib reads: a pipeline from raw features to classes."""
        path = folder / "model.joblib"
        joblib.dump(make_pipeline(self.data.scaler, self.model), path)
        return path


class TorchNetwork:
    """A network of PyTorch, on a GPU where one is asked for."""

    library = "PyTorch"

    def __init__(self, data, learning_rate, use_gpu):
        if use_gpu and not torch.cuda.is_available():
            raise Problem("PyTorch finds no GPU here; leave gpu out to train on the processor")
        torch.manual_seed(SEED)
        self.device = torch.device("cuda" if use_gpu else "cpu")
        self.scale = (data.scaler.mean_, data.scaler.scale_)
        self.classes = data.classes.tolist()
        self.model = torch.nn.Sequential(
            torch.nn.Linear(data.rows.shape[1], HIDDEN),
            torch.nn.ReLU(),
            torch.nn.Linear(HIDDEN, len(data.classes)),
        ).to(self.device)
        self.optimiser = torch.optim.Adam(self.model.parameters(), lr=learning_rate)

    def learn(self, rows, labels):
        """Take one step."""
        self.optimiser.zero_grad()
        target = torch.as_tensor(labels, dtype=torch.long, device=self.device)
        torch.nn.functional.cross_entropy(self.model(self.tensor(rows)), target).backward()
        self.optimiser.step()

    def probabilities(self, rows):
        """Return how likely each class is: an array of samples x classes."""
        with torch.no_grad():
            return torch.softmax(self.model(self.tensor(rows)), dim=1).cpu().numpy()

    def state(self):
        """Return what a checkpoint keeps."""
        return {
            "model": {name: each.cpu() for name, each in self.model.state_dict().items()},
            "optimiser": self.optimiser.state_dict(),
        }

    def restore(self, state):
        """Take what a checkpoint kept."""
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])

    def save(self, folder):
        """Write a TorchScript file that takes raw features, with the names of the classes."""
        path = folder / "model.pt"
        whole = torch.jit.script(torch.nn.Sequential(Scale(*self.scale), self.model.cpu()))
        torch.jit.save(whole, str(path), _extra_files={"classes.json": json.dumps(self.classes)})
        return path

    def tensor(self, rows):
        """Return rows where the network is."""
        return torch.as_tensor(np.asarray(rows), dtype=torch.float32, device=self.device)


if torch is not None:

    class Scale(torch.nn.Module):
        """Standardises features as the training did."""

        def __init__(self, mean, scale):
            super().__init__()
            self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
            self.register_buffer("scale", torch.tensor(scale, dtype=torch.float32))

        def forward(self, rows: torch.Tensor) -> torch.Tensor:
            """Return ``rows`` (samples x features), standardised."""
            return (rows - self.mean) / self.scale


# -- checkpoints ------------------------------------------------------------------------------


class Checkpoints:
    """The last finished epoch, kept in a folder; without one nothing is kept."""

    def __init__(self, folder, signature):
        self.path = Path(folder) / "checkpoint.joblib" if folder else None
        self.signature = signature  # a checkpoint of another training is of no use

    def load(self):
        """Return the number of finished epochs and the state after them; 0 and None to begin."""
        if self.path is None or not self.path.exists():
            return 0, None
        try:
            kept = joblib.load(self.path)
            signature, epoch, state = kept["signature"], kept["epoch"], kept["state"]
        except Exception as error:  # whatever a damaged file may lead to
            say(f"The checkpoint {self.path} cannot be read and is left out: {error}")
            return 0, None
        if signature != self.signature:
            say(f"The checkpoint {self.path} is of another training and is left out")
            return 0, None
        return epoch, state

    def save(self, epoch, state):
        """Keep a finished epoch: written beside and renamed, so that one is always whole."""
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        joblib.dump({"signature": self.signature, "epoch": epoch, "state": state}, beside)
        beside.replace(self.path)


# -- training ---------------------------------------------------------------------------------


def train(options):
    """Train as asked for and return the accuracy on what was held out, from 0 to 1."""
    data = Data(options.dataset)
    kind = SklearnNetwork if torch is None else TorchNetwork
    network = kind(data, options.learning_rate, options.gpu)
    say(
        f"Training on {len(data.rows)} samples of {Path(options.dataset).name} with"
        f" {network.library}: {data.rows.shape[1]} features, {len(data.classes)} classes"
    )
    checkpoints = Checkpoints(
        os.environ.get("CNET_CHECKPOINT_DIR"),
        (kind.library, options.dataset, data.rows.shape, options.batch_size, options.learning_rate),
    )
    finished, state = checkpoints.load()
    if state is not None:
        network.restore(state)
        say(f"Resumed from epoch {finished} of a checkpoint")
    for epoch in range(finished + 1, options.epochs + 1):
        say(f"Epoch {epoch}/{options.epochs} started")
        began = time.monotonic()
        for rows, labels in data.batches(options.batch_size, epoch):
            network.learn(rows, labels)
        figures = measure(network, data)
        checkpoints.save(epoch, network.state())
        figures["seconds"] = f"{time.monotonic() - began:.2f}"
        told = " ".join(f"{name}={value}" for name, value in figures.items())
        say(f"Epoch {epoch}/{options.epochs} {told}")
    right = network.probabilities(data.test_rows).argmax(axis=1)
    accuracy = accuracy_score(data.test_labels, right)
    say(f"Finished: accuracy {accuracy:.4f} on {len(data.test_rows)} held-out samples")
    folder = options.output
    folder.mkdir(parents=True, exist_ok=True)
    say(f"Model saved to {network.save(folder)}")
    return accuracy


def measure(network, data):
    """Return loss and accuracy, on the samples that were trained on and on those held out."""
    figures = {}
    sets = {"": (data.rows, data.labels), "val_": (data.test_rows, data.test_labels)}
    for name, (rows, labels) in sets.items():
        found = network.probabilities(rows)
        known = np.arange(found.shape[1])
        figures[f"{name}loss"] = f"{log_loss(labels, found, labels=known):.4f}"
        figures[f"{name}accuracy"] = f"{accuracy_score(labels, found.argmax(axis=1)):.4f}"
    return figures


def say(text):
    """Print a line that the training service reads."""
    print(f"[TRAIN] {text}", flush=True)


def parse(arguments):
    """Return what is asked for, in the arguments or in the environment."""
    given = os.environ.get
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=given("EPOCHS", "5"))
    parser.add_argument("--batch-size", type=int, default=given("BATCH_SIZE", "32"))
    parser.add_argument("--learning-rate", type=float, default=given("LEARNING_RATE", "0.001"))
    parser.add_argument("--dataset", default=given("DATASET", "digits"))
    parser.add_argument("--gpu", action="store_true", default=given("GPU") == "1")
    parser.add_argument("--output", type=Path, default=given("CNET_TASK_DIR", "models"))
    options = parser.parse_args(arguments)
    if options.epochs < 1 or options.batch_size < 1 or not options.learning_rate > 0:
        parser.error("epochs, batch size and learning rate must be greater than 0")
    return options


def main():
    """Train; the exit status is 2 where something is wrong with what was asked for."""
    # The last finished epoch is kept already: there is nothing more to save.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        train(parse(sys.argv[1:]))
    except Problem as problem:
        print(f"train.py: {problem}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
