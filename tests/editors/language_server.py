"""A small client of a language server: starts one, speaks the protocol over its pipes, and ends it."""

from __future__ import annotations

import itertools
import json
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any, Self

_PATIENCE = 60.0
"""Seconds for one answer; a starting Node on a busy machine needs a few."""


class LanguageServer:
    """A server process with one folder open; use it in a `with` block."""

    def __init__(self, command: Sequence[str], folder: Path, settings: dict[str, Any]) -> None:
        """Start the command with the folder as its workspace and the settings as the editor's."""
        self.folder = folder
        self._settings = settings
        self._numbers = itertools.count(1)
        self._waiting: list[dict[str, Any]] = []
        self._incoming: Queue[dict[str, Any]] = Queue()
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        """Shake hands."""
        threading.Thread(target=self._read, daemon=True).start()
        root = self.folder.as_uri()
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        folders = [{"uri": root, "name": "plans"}]
        self.ask("initialize", processId=None, rootUri=root, capabilities=capabilities, workspaceFolders=folders)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self._settings)
        return self

    def __exit__(self, *raised: object) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, name: str, text: str) -> str:
        """Write a file of the folder and open it as an editor does; its address."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server has to say of a file that has just been opened."""
        told = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        found: list[dict[str, Any]] = told["params"]["diagnostics"]
        return found

    def ask(self, method: str, **parameters: object) -> Any:
        """Send a request and wait for its result."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        answer = self._wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, **parameters: object) -> None:
        """Send a notification, to which there is no answer."""
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for message in self._waiting:
            if wanted(message):
                self._waiting.remove(message)
                return message
        while True:
            try:
                message = self._incoming.get(timeout=_PATIENCE)
            except Empty:
                raise AssertionError("the language server does not answer") from None
            if "id" in message and "method" in message:
                self._answer(message)
            elif wanted(message):
                return message
            else:
                self._waiting.append(message)

    def _answer(self, request: dict[str, Any]) -> None:
        """The server asks for its settings, section by section, and to be told of changes, which needs no more."""
        items = request.get("params", {}).get("items", []) if request["method"] == "workspace/configuration" else None
        result = None if items is None else [self._settings.get(item.get("section", ""), {}) for item in items]
        self._send({"id": request["id"], "result": result})

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while (message := _message(stream)) is not None:
            self._incoming.put(message)


def _message(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message of a server; None at the end."""
    length = 0
    for line in iter(stream.readline, b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        if not line.strip():
            found: dict[str, Any] = json.loads(stream.read(length))
            return found
    return None
