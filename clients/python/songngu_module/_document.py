"""What a stage gets and what it gives back. Every range counts characters, and excludes its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional, Sequence, Tuple

Range = Tuple[int, int]


@dataclass(frozen=True)
class Annotation:
    """A mark over a stretch of the text, in a layer that the stage declares to write."""

    layer: str
    type: str
    range: Range
    rule: str
    """The rule that fired, such as ``capitals.word``."""
    score: float = 1.0
    """How sure the stage is, 0 to 1."""
    target: Optional[int] = None
    """The number of the annotation that this one is about."""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    id: Optional[int] = None
    """The number of an annotation of the document; the host gives it out."""

    def to_json(self) -> dict[str, Any]:
        message: dict[str, Any] = {
            "layer": self.layer,
            "type": self.type,
            "range": list(self.range),
            "rule": self.rule,
            "score": self.score,
        }
        if self.target is not None:
            message["target"] = self.target
        if self.attributes:
            message["attributes"] = dict(self.attributes)
        return message

    @staticmethod
    def from_json(message: Mapping[str, Any]) -> Annotation:
        start, end = message["range"]
        return Annotation(
            layer=message["layer"],
            type=message["type"],
            range=(start, end),
            rule=message["rule"],
            score=message["score"],
            target=message.get("target"),
            attributes=message.get("attributes", {}),
            id=message["id"],
        )


@dataclass(frozen=True)
class Edit:
    """Another text in place of a stretch; edits must be in order and must not overlap."""

    range: Range
    replacement: str
    reason: str
    """Why, such as ``capitals.lowered``."""
    score: float = 1.0

    def to_json(self) -> dict[str, Any]:
        return {
            "range": list(self.range),
            "replacement": self.replacement,
            "reason": self.reason,
            "score": self.score,
        }


@dataclass(frozen=True)
class Finding:
    """A problem in the document; the document goes on."""

    severity: str
    """``info``, ``warning`` or ``error``."""
    code: str
    """Stable, such as ``capitals.shouting``."""
    message: str
    range: Optional[Range] = None

    def to_json(self) -> dict[str, Any]:
        message: dict[str, Any] = {"severity": self.severity, "code": self.code, "message": self.message}
        if self.range is not None:
            message["range"] = list(self.range)
        return message


@dataclass(frozen=True)
class Concept:
    """What is known of a concept that annotations name in their attribute ``concept``."""

    id: str
    type: Optional[str] = None
    name: Mapping[str, str] = field(default_factory=dict)
    """By language: ``vi`` and ``en``."""
    definition: Mapping[str, str] = field(default_factory=dict)
    parent: Optional[str] = None
    valid_from: Optional[str] = None
    valid_to: Optional[str] = None
    successors: Sequence[str] = ()
    note: Optional[str] = None

    def to_json(self) -> dict[str, Any]:
        message = {
            "type": self.type,
            "name": dict(self.name),
            "definition": dict(self.definition),
            "parent": self.parent,
            "validFrom": self.valid_from,
            "validTo": self.valid_to,
            "successors": list(self.successors),
            "note": self.note,
        }
        return {name: value for name, value in message.items() if value}


@dataclass(frozen=True)
class Metadata:
    """A fact about the document as a whole, such as its language; it replaces one of the same name."""

    name: str
    value: Any


@dataclass(frozen=True)
class Document:
    """What the host sends: the text, and the annotations in the layers that the stage declares to read."""

    id: str
    text: str
    language: Optional[str] = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    annotations: List[Annotation] = field(default_factory=list)

    def annotations_in(self, layer: str) -> List[Annotation]:
        """The annotations of one layer, in document order."""
        return [annotation for annotation in self.annotations if annotation.layer == layer]

    @staticmethod
    def from_json(message: Mapping[str, Any]) -> Document:
        return Document(
            id=message["id"],
            text=message["text"],
            language=message.get("language"),
            metadata=message.get("metadata", {}),
            annotations=[Annotation.from_json(annotation) for annotation in message.get("annotations", [])],
        )
