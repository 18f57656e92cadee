"""A model under FastAPI, as its documentation has it; argv: the model's file, the port."""

import sys

import joblib
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load(sys.argv[1])


class Asked(BaseModel):
    """One row."""

    input_data: list[float]


@app.post("/predict")  # type: ignore[untyped-decorator]
async def predict(asked: Asked) -> dict[str, float]:
    """Predict one row."""
    return {"prediction": float(model.predict([asked.input_data])[0])}


uvicorn.run(app, port=int(sys.argv[2]), log_level="error", access_log=False)
