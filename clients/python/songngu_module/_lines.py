"""Lines between host and module: standard input and output, kept from everything else in the process."""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
import time
from typing import Any, Dict, Optional

_PATIENCE = 1.0
"""Seconds that work may go on after the host is gone."""


class Lines:
    """Takes over the standard streams.

    What the stage or a library prints goes to standard error, so that it cannot get between the answers. Questions are
    read by a thread of their own: if the host dies, the process ends even in the middle of a document.
    """

    def __init__(self) -> None:
        sys.stdout.flush()
        self._input = os.dup(0)
        self._output = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        self._questions: "queue.Queue[Optional[bytes]]" = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        rest = bytearray()
        while True:
            chunk = os.read(self._input, 1 << 16)
            if not chunk:
                break
            searched = len(rest)
            rest += chunk
            start = 0
            while (end := rest.find(b"\n", max(start, searched))) >= 0:
                self._questions.put(bytes(rest[start:end]))
                start = end + 1
            del rest[:start]
        self._questions.put(None)
        time.sleep(_PATIENCE)
        os._exit(1)

    def question(self) -> Optional[Dict[str, Any]]:
        """The next question; ``None`` behind the last."""
        line = self._questions.get()
        if line is None:
            return None
        message = json.loads(line)
        if not isinstance(message, dict):
            raise ValueError("a question is a JSON object")
        return message

    def answer(self, message: Dict[str, Any]) -> None:
        """Raises ``ValueError`` or ``TypeError`` for what JSON cannot say; nothing has then been written."""
        line = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"
        view = memoryview(line)
        while view:
            view = view[os.write(self._output, view) :]
