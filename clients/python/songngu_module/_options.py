"""Options of a stage: what it declares, and what a run gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Sequence

Options = Mapping[str, Any]


@dataclass(frozen=True)
class Option:
    """One option: its name (lower case with hyphens), its type and its default."""

    name: str
    summary: str
    type: str
    default: Any
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    values: Optional[Sequence[str]] = None

    @staticmethod
    def boolean(name: str, summary: str, default: bool) -> Option:
        return Option(name, summary, "boolean", default)

    @staticmethod
    def integer(name: str, summary: str, default: int, minimum: int, maximum: int) -> Option:
        return Option(name, summary, "integer", default, minimum, maximum)

    @staticmethod
    def number(name: str, summary: str, default: float, minimum: float, maximum: float) -> Option:
        return Option(name, summary, "number", default, minimum, maximum)

    @staticmethod
    def string(name: str, summary: str, default: str) -> Option:
        return Option(name, summary, "string", default)

    @staticmethod
    def path(name: str, summary: str, default: str) -> Option:
        """A file or folder; the stage gets an absolute path, or an empty string."""
        return Option(name, summary, "path", default)

    @staticmethod
    def choice(name: str, summary: str, default: str, values: Sequence[str]) -> Option:
        """One of some words."""
        return Option(name, summary, "choice", default, values=values)

    @staticmethod
    def choices(name: str, summary: str, default: Sequence[str], values: Sequence[str]) -> Option:
        """Any of some words, as a list."""
        return Option(name, summary, "choices", list(default), values=values)

    @staticmethod
    def strings(name: str, summary: str, default: Sequence[str]) -> Option:
        return Option(name, summary, "strings", list(default))

    def to_json(self) -> Dict[str, Any]:
        message: Dict[str, Any] = {
            "name": self.name,
            "summary": self.summary,
            "type": self.type,
            "default": self.default,
        }
        if self.minimum is not None:
            message["minimum"] = self.minimum
        if self.maximum is not None:
            message["maximum"] = self.maximum
        if self.values is not None:
            message["values"] = list(self.values)
        return message

    def problem(self, value: Any) -> Optional[str]:
        """What is wrong with a value; ``None`` if nothing is."""
        if self.type == "boolean":
            return None if isinstance(value, bool) else "true or false"
        if self.type in ("integer", "number"):
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if is_number and self.type == "integer":
                is_number = float(value).is_integer()
            low = self.minimum if self.minimum is not None else float("-inf")
            high = self.maximum if self.maximum is not None else float("inf")
            kind = "a whole number" if self.type == "integer" else "a number"
            return None if is_number and low <= value <= high else f"{kind} from {low} to {high}"
        if self.type in ("string", "path"):
            return None if isinstance(value, str) else "text"
        words = self.values or []
        if self.type == "choice":
            return None if isinstance(value, str) and value in words else f"one of: {', '.join(words)}"
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "a list of texts"
        if self.type == "choices" and not all(item in words for item in value):
            return f"a list of: {', '.join(words)}"
        return None


def complete(declared: Sequence[Option], given: Mapping[str, Any]) -> Dict[str, Any]:
    """All options with their defaults filled in.

    Raises ``ValueError`` in full sentences for an option that is not declared or has a value of the wrong kind.
    """
    names = [option.name for option in declared]
    for name in given:
        if name not in names:
            raise ValueError(f"There is no option “{name}”. The options are: {', '.join(names) or 'none'}.")
    options: Dict[str, Any] = {}
    for option in declared:
        value = given.get(option.name, option.default)
        expected = option.problem(value)
        if expected is not None:
            raise ValueError(f"The option “{option.name}” is {value!r}; expected {expected}.")
        options[option.name] = int(value) if option.type == "integer" else value
    return options


