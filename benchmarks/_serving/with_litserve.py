"""A model under LitServe, batched; argv: the model's file, the port."""

import sys
from typing import Any

import joblib
import litserve


class Api(litserve.LitAPI):  # type: ignore[misc]
    """Decodes one row a request, and predicts what came together."""

    def setup(self, _device: str) -> None:
        """Load the model, in the worker."""
        self.model = joblib.load(sys.argv[1])

    def decode_request(self, request: dict[str, Any]) -> list[float]:
        """Return the row."""
        row: list[float] = request["input_data"]
        return row

    def predict(self, rows: Any) -> list[float]:
        """Predict rows."""
        return [float(value) for value in self.model.predict(rows)]

    def encode_response(self, output: float) -> dict[str, float]:
        """Return the answer."""
        return {"prediction": output}


if __name__ == "__main__":
    api = Api(max_batch_size=64, batch_timeout=0.001)
    server = litserve.LitServer(api, accelerator="cpu")
    server.run(port=int(sys.argv[2]), log_level="error", generate_client_file=False)
