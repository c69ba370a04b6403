"""What a stage says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Sequence

from ._options import Option, Options


@dataclass(frozen=True)
class Example:
    """Text before, and what becomes of it; for annotations the text with ``[type: …]`` marks."""

    before: str
    after: str


@dataclass(frozen=True)
class Rule:
    """A rule of a stage, by the name that it has in annotations, edits and findings."""

    id: str
    summary: str
    examples: Sequence[Example] = ()


@dataclass(frozen=True)
class Stage:
    id: str
    kind: str
    """``editor`` or ``annotator``."""
    summary: str
    open: Callable[[Options], Callable[..., Any]]
    discussion: str = ""
    options: Sequence[Option] = ()
    reads: Sequence[str] = ()
    writes: Sequence[str] = ()
    rules: Sequence[Rule] = ()
    needs_lexicon: bool = field(default=False)

    def to_json(self) -> Dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "summary": self.summary,
            "discussion": self.discussion,
            "options": [option.to_json() for option in self.options],
            "reads": list(self.reads),
            "writes": list(self.writes),
            "rules": [
                {
                    "id": rule.id,
                    "summary": rule.summary,
                    "examples": [{"before": example.before, "after": example.after} for example in rule.examples],
                }
                for rule in self.rules
            ],
            "needsLexicon": self.needs_lexicon,
        }
