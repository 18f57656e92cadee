"""Images and builds, over an HTTP server that plays Docker."""

import io
import json
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from cnet_agent.executors import container_build
from cnet_agent.executors.container_build import BadIgnoreFile, Image, ImageEngine, TooLarge
from cnet_agent.executors.container_engine import Engine, Refused

STANDARD = {
    "Id": "sha256:aa",
    "RepoTags": ["ai-training:latest"],
    "Size": 9,
    "Created": 100,
    "Labels": {"cnet.image": "training"},
}
UNTAGGED = {"Id": "sha256:bb", "RepoTags": ["<none>:<none>"], "Created": 200}


class Played(BaseHTTPRequestHandler):
    """Docker as far as images are concerned."""

    messages: ClassVar[list[dict[str, Any]]]
    refusal: ClassVar[int]
    query: ClassVar[dict[str, list[str]]]
    context: ClassVar[bytes]

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path.endswith("/images/json"):
            filters = json.loads(query["filters"][0])
            found = [UNTAGGED, STANDARD] if "label" in filters else [STANDARD]
            assert filters in ({"label": ["cnet.image=training"]}, {"reference": ["mine:1"]})
            self._answer(200, json.dumps(found))
        else:
            self._answer(200, json.dumps({"ApiVersion": "1.41"}))

    def do_POST(self) -> None:
        Played.query = parse_qs(urlsplit(self.path).query)
        Played.context = self._body()
        if self.refusal:
            self._answer(self.refusal, json.dumps({"message": "dockerfile parse error"}))
        else:
            self._answer(200, "".join(json.dumps(each) + "\r\n" for each in self.messages))

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers["Content-Length"]))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        return b"".join(parts)

    def _answer(self, status: int, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def images(monkeypatch: pytest.MonkeyPatch) -> Iterator[ImageEngine]:
    monkeypatch.setattr(Played, "messages", [{"stream": "Step 1/2 : FROM x\n"}], raising=False)
    monkeypatch.setattr(Played, "refusal", 0, raising=False)
    engine = Engine()
    with ThreadingHTTPServer(("127.0.0.1", 0), Played) as server:
        monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield ImageEngine(engine)
        engine.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Dockerfile").write_text("FROM x\n")
    (tmp_path / "train.py").write_text("print()\n")
    (tmp_path / "notes.md").write_text("mine\n")
    (tmp_path / ".dockerignore").write_text("# not for the image\n*.md\n\n")
    return tmp_path


def test_the_images_of_the_dockerfile_and_the_one_that_is_named_are_found_once(
    images: ImageEngine,
) -> None:
    assert images.training_images("mine:1") == [
        Image("sha256:bb", (), 0, 200.0, {}),
        Image("sha256:aa", ("ai-training:latest",), 9, 100.0, {"cnet.image": "training"}),
    ]


def test_a_build_sends_the_folder_without_what_is_ignored_and_tells_what_docker_says(
    images: ImageEngine, folder: Path
) -> None:
    told = list(images.build(folder, "mine:1", {"BASE_IMAGE": "x"}, no_cache=True))
    assert told == [{"stream": "Step 1/2 : FROM x\n"}]
    assert Played.query["t"] == ["mine:1"]
    assert json.loads(Played.query["buildargs"][0]) == {"BASE_IMAGE": "x"}
    assert (Played.query["nocache"], Played.query["networkmode"]) == (["True"], ["host"])
    with tarfile.open(fileobj=io.BytesIO(Played.context)) as sent:
        names = set(sent.getnames())
    assert {"Dockerfile", "train.py"} <= names
    assert "notes.md" not in names


def test_a_step_that_fails_is_an_error_with_dockers_own_words(
    images: ImageEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Played, "messages", [{"error": "pip returned 1"}])
    with pytest.raises(Refused, match="pip returned 1"):
        list(images.build(folder, "mine:1", {}, no_cache=False))
    monkeypatch.setattr(Played, "refusal", 400)
    with pytest.raises(Refused, match="dockerfile parse error") as refused:
        images.build(folder, "mine:1", {}, no_cache=False)
    assert (refused.value.status, refused.value.is_temporary) == (400, False)


def test_a_folder_that_is_no_training_image_is_not_sent(
    images: ImageEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container_build, "MAX_CONTEXT", 1000)
    with (folder / "samples.bin").open("wb") as file:
        file.truncate(10**13)  # it is not read to be found too large
    with pytest.raises(TooLarge):
        images.build(folder, "mine:1", {}, no_cache=False)
    (folder / ".dockerignore").write_text("*.bin\n")
    assert list(images.build(folder, "mine:1", {}, no_cache=False))


@pytest.mark.parametrize("text", [b"caf\xe9\n", b"[z-a]\n"])
def test_a_file_of_what_is_ignored_that_is_none_is_said(
    images: ImageEngine, folder: Path, text: bytes
) -> None:
    (folder / ".dockerignore").write_bytes(text)
    with pytest.raises(BadIgnoreFile):
        images.build(folder, "mine:1", {}, no_cache=False)
