"""Fits the models that all contenders serve, on made-up rows of ten columns; argv: the folder."""

import sys

import joblib
import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression

random = np.random.default_rng(1)
rows = random.normal(size=(2000, 10))
values = rows @ np.arange(10) + random.normal(size=2000)
joblib.dump(LinearRegression().fit(rows, values), f"{sys.argv[1]}/line.joblib")
forest = RandomForestRegressor(100, max_depth=8, random_state=1).fit(rows, values)
joblib.dump(forest, f"{sys.argv[1]}/forest.joblib")
