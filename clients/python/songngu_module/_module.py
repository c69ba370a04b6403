"""A module: its stages, and the conversation with the host."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Union

from ._document import Annotation, Concept, Document, Edit, Finding, Metadata
from ._lines import Lines
from ._options import Option, Options, complete
from ._stage import Rule, Stage

PROTOCOL = "songngu.module/1"

Result = Union[Annotation, Concept, Edit, Finding, Metadata]
Work = Callable[[Document], Iterable[Result]]
"""What a stage does with a document."""
Opener = Callable[[Options], Work]
"""Makes a stage ready, with its options."""


class Refused(Exception):
    """Raised by a stage that cannot start with its options; the message tells the user why and what to do."""


class Module:
    """A module of the name and version that its ``plugin.yaml`` has."""

    def __init__(self, name: str, version: str) -> None:
        self.name = name
        self.version = version
        self.stages: List[Stage] = []
        self.lexicon: Optional[str] = None
        """Path of the run's compiled lexicon, once a stage is open."""

    def annotator(
        self,
        id: str,
        summary: str,
        *,
        writes: Sequence[str],
        reads: Sequence[str] = (),
        options: Sequence[Option] = (),
        rules: Sequence[Rule] = (),
        discussion: str = "",
        needs_lexicon: bool = False,
    ) -> Callable[[Opener], Opener]:
        """Makes a stage of a function: its work gives annotations, findings, concepts and metadata."""
        return self._stage(
            "annotator", id, summary, writes=writes, reads=reads, options=options, rules=rules,
            discussion=discussion, needs_lexicon=needs_lexicon,
        )

    def editor(
        self,
        id: str,
        summary: str,
        *,
        reads: Sequence[str] = (),
        options: Sequence[Option] = (),
        rules: Sequence[Rule] = (),
        discussion: str = "",
        needs_lexicon: bool = False,
    ) -> Callable[[Opener], Opener]:
        """Makes a stage of a function: its work gives edits, from left to right, and findings."""
        return self._stage(
            "editor", id, summary, reads=reads, options=options, rules=rules, discussion=discussion,
            needs_lexicon=needs_lexicon,
        )

    def _stage(self, kind: str, id: str, summary: str, **details: Any) -> Callable[[Opener], Opener]:
        def add(open: Opener) -> Opener:
            self.stages.append(Stage(id, kind, summary, open, **details))
            return open

        return add

    def run(self) -> None:
        """Answers the host until it says goodbye, and ends the process."""
        if sys.stdin.isatty():
            sys.exit(f"This is the module {self.name} {self.version} for Songngu, which starts it by itself.")
        lines = Lines()
        conversation = Conversation(self)
        while (question := lines.question()) is not None:
            answer = conversation.answer(question)
            if answer is None:
                break
            try:
                lines.answer(answer)
            except (TypeError, ValueError) as error:
                lines.answer(conversation.unsayable(answer, error))
        sys.stdout.flush()
        sys.stderr.flush()
        # At once: threads of libraries have no say in it.
        os._exit(0)


class Conversation:
    """Questions and answers, without the streams."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._work: Optional[Work] = None
        self._kind = ""

    def answer(self, question: Dict[str, Any]) -> Optional[Dict[str, Any]]:
        """The answer to a question; ``None`` if it is goodbye."""
        kind = question.get("type")
        if kind == "hello":
            return self._hello()
        if kind == "open":
            return self._open(question)
        if kind == "process":
            return self._process(question)
        if kind == "close":
            return None
        raise ValueError(f"unknown question {kind!r}")

    def unsayable(self, answer: Dict[str, Any], error: Exception) -> Dict[str, Any]:
        """In place of an answer that JSON cannot express."""
        reason = f"The result cannot be written as JSON: {error}"
        if answer["type"] == "result":
            return {"type": "failed", "id": answer["id"], "reason": reason}
        raise error

    def _hello(self) -> Dict[str, Any]:
        return {
            "type": "hello",
            "protocol": PROTOCOL,
            "module": self._module.name,
            "version": self._module.version,
            "offsets": "scalar",
            "stages": [stage.to_json() for stage in self._module.stages],
        }

    def _open(self, question: Dict[str, Any]) -> Dict[str, Any]:
        try:
            stage = next((stage for stage in self._module.stages if stage.id == question["stage"]), None)
            if stage is None:
                raise Refused(f"There is no stage “{question['stage']}” in this module.")
            self._module.lexicon = question.get("lexicon")
            self._work = stage.open(complete(stage.options, question["options"]))
            self._kind = stage.kind
            return {"type": "opened"}
        except (Refused, ValueError) as error:
            return {"type": "refused", "reason": str(error) or "no reason was given"}
        except Exception as error:
            traceback.print_exc()
            return {"type": "refused", "reason": _words(error)}

    def _process(self, question: Dict[str, Any]) -> Dict[str, Any]:
        try:
            if self._work is None:
                raise RuntimeError("no stage is open")
            document = Document.from_json(question["document"])
            return self._result(question["id"], self._work(document))
        except Exception as error:
            traceback.print_exc()
            return {"type": "failed", "id": question["id"], "reason": _words(error)}

    def _result(self, id: int, items: Iterable[Result]) -> Dict[str, Any]:
        marks: List[Dict[str, Any]] = []
        findings: List[Dict[str, Any]] = []
        concepts: Dict[str, Any] = {}
        metadata: Dict[str, Any] = {}
        mark = Edit if self._kind == "editor" else Annotation
        for item in items:
            if isinstance(item, mark):
                marks.append(item.to_json())
            elif isinstance(item, Finding):
                findings.append(item.to_json())
            elif isinstance(item, Metadata) and self._kind == "annotator":
                metadata[item.name] = item.value
            elif isinstance(item, Concept) and self._kind == "annotator":
                concepts[item.id] = item.to_json()
            else:
                raise TypeError(f"an {self._kind} cannot give back {item!r}")
        answer: Dict[str, Any] = {"type": "result", "id": id}
        answer["edits" if self._kind == "editor" else "annotations"] = marks
        if findings:
            answer["findings"] = findings
        if concepts:
            answer["concepts"] = concepts
        if metadata:
            answer["metadata"] = metadata
        return answer


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
