"""What a module answers."""

from typing import Any, Dict, Iterator, Optional

import pytest

from songngu_module import (
    Annotation, Concept, Document, Edit, Example, Finding, Metadata, Module, Option, Options, Refused, Rule, Work,
)
from songngu_module._module import Conversation


def marking(*results: Any) -> Module:
    """A module whose stages give back the same for every document."""
    module = Module("test", "1.0")

    @module.annotator(
        "marks",
        "Marks.",
        reads=["sentence"],
        writes=["marks"],
        options=[
            Option.integer("least", "Least.", 2, 1, 9),
            Option.choices("kinds", "Kinds.", ["a"], ["a", "b"]),
            Option.boolean("flag", "Flag.", False),
            Option.number("share", "Share.", 0.5, 0, 1),
            Option.string("word", "Word.", "x"),
            Option.choice("form", "Form.", "one", ["one", "two"]),
            Option.strings("words", "Words.", []),
            Option.path("file", "File.", ""),
        ],
        rules=[Rule("marks.word", "A word.", [Example("a", "[word: a]")])],
    )
    def marks(options: Options) -> Work:
        if options["word"] == "no":
            raise Refused("Not this word.")
        if options["word"] == "broken":
            raise RuntimeError("out of order")
        return lambda document: results

    @module.editor("edits", "Edits.")
    def edits(options: Options) -> Work:
        return lambda document: results

    return module


def opened(module: Module, stage: str = "marks", **options: Any) -> Conversation:
    conversation = Conversation(module)
    assert conversation.answer({"type": "open", "stage": stage, "options": options, "lexicon": None}) == {"type": "opened"}
    return conversation


def process(conversation: Conversation, text: str = "text") -> Dict[str, Any]:
    document = {"id": "d", "language": None, "metadata": {}, "text": text, "annotations": []}
    answer = conversation.answer({"type": "process", "id": 7, "document": document})
    assert answer is not None
    return answer


def test_hello_describes_every_stage() -> None:
    answer = Conversation(marking()).answer({"type": "hello", "protocol": "songngu.module/1"})
    assert answer is not None
    assert (answer["protocol"], answer["module"], answer["version"]) == ("songngu.module/1", "test", "1.0")
    assert answer["offsets"] == "scalar"
    marks, edits = answer["stages"]
    assert (marks["id"], marks["kind"], marks["reads"], marks["writes"]) == ("marks", "annotator", ["sentence"], ["marks"])
    assert marks["options"][0] == {
        "name": "least", "summary": "Least.", "type": "integer", "default": 2, "minimum": 1, "maximum": 9,
    }
    assert marks["rules"] == [
        {"id": "marks.word", "summary": "A word.", "examples": [{"before": "a", "after": "[word: a]"}]}
    ]
    assert (edits["id"], edits["kind"], edits["writes"]) == ("edits", "editor", [])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"least": 10}, "expected a whole number from 1 to 9"),
        ({"least": 2.5}, "expected a whole number"),
        ({"least": True}, "expected a whole number"),
        ({"least": "2"}, "expected a whole number"),
        ({"share": 2}, "expected a number from 0 to 1"),
        ({"flag": 1}, "expected true or false"),
        ({"word": 1}, "expected text"),
        ({"form": "three"}, "expected one of: one, two"),
        ({"kinds": ["c"]}, "expected a list of: a, b"),
        ({"words": "a"}, "expected a list of texts"),
        ({"wrod": "a"}, "There is no option “wrod”"),
        ({"word": "no"}, "Not this word."),
        ({"word": "broken"}, "RuntimeError: out of order"),
    ],
)
def test_options_are_refused_with_a_reason(options: Dict[str, Any], words: str) -> None:
    answer = Conversation(marking()).answer({"type": "open", "stage": "marks", "options": options})
    assert answer is not None
    assert answer["type"] == "refused"
    assert words in answer["reason"]


def test_defaults_are_filled_in() -> None:
    module = Module("test", "1.0")
    seen: Optional[Options] = None

    @module.annotator("s", "S.", writes=["s"], options=[Option.integer("n", "N.", 3, 1, 5)])
    def stage(options: Options) -> Work:
        nonlocal seen
        seen = options
        return lambda document: []

    opened(module, "s")
    assert seen == {"n": 3}


def test_unknown_stage_is_refused() -> None:
    answer = Conversation(marking()).answer({"type": "open", "stage": "other", "options": {}})
    assert answer == {"type": "refused", "reason": "There is no stage “other” in this module."}


def test_annotator_gives_annotations_findings_and_metadata() -> None:
    module = marking(
        Annotation("marks", "word", (0, 4), rule="marks.word", score=0.5, target=3, attributes={"b": 1, "a": [True]}),
        Finding("warning", "marks.odd", "Odd.", (1, 2)),
        Finding("info", "marks.none", "None."),
        Metadata("language", "en"),
        Concept("org:x", type="ngo", name={"en": "X"}, successors=["org:y"]),
    )
    assert process(opened(module)) == {
        "type": "result",
        "id": 7,
        "annotations": [
            {
                "layer": "marks", "type": "word", "range": [0, 4], "rule": "marks.word", "score": 0.5, "target": 3,
                "attributes": {"b": 1, "a": [True]},
            }
        ],
        "findings": [
            {"severity": "warning", "code": "marks.odd", "message": "Odd.", "range": [1, 2]},
            {"severity": "info", "code": "marks.none", "message": "None."},
        ],
        "concepts": {"org:x": {"type": "ngo", "name": {"en": "X"}, "successors": ["org:y"]}},
        "metadata": {"language": "en"},
    }


def test_editor_gives_edits() -> None:
    answer = process(opened(marking(Edit((0, 4), "TEXT", "edits.upper")), "edits"))
    assert answer == {
        "type": "result",
        "id": 7,
        "edits": [{"range": [0, 4], "replacement": "TEXT", "reason": "edits.upper", "score": 1.0}],
    }


@pytest.mark.parametrize(
    ("stage", "result"),
    [("marks", Edit((0, 1), "", "r")), ("edits", Annotation("l", "t", (0, 1), "r")), ("edits", Metadata("a", 1)), ("edits", Concept("a")), ("marks", 3)],
)
def test_what_the_kind_of_stage_cannot_give_fails_the_document(stage: str, result: Any) -> None:
    answer = process(opened(marking(result), stage))
    assert answer["type"] == "failed"
    assert "cannot give back" in answer["reason"]


def test_error_fails_the_document_and_the_next_goes_on() -> None:
    module = Module("test", "1.0")

    @module.annotator("s", "S.", writes=["s"])
    def stage(options: Options) -> Work:
        def work(document: Document) -> Iterator[Annotation]:
            yield Annotation("s", "t", (0, 1), "s.r")
            if document.text == "bad":
                raise KeyError("lost")

        return work

    conversation = opened(module, "s")
    assert process(conversation, "bad") == {"type": "failed", "id": 7, "reason": "KeyError: 'lost'"}
    assert process(conversation, "good")["type"] == "result"


def test_document_before_open_fails() -> None:
    assert process(Conversation(marking()))["type"] == "failed"


def test_document_has_what_the_host_sent() -> None:
    mark = {
        "id": 4, "layer": "sentence", "type": "sentence", "range": [0, 2], "rule": "r", "score": 1, "attributes": {"a": 1},
    }
    document = Document.from_json(
        {"id": "d", "language": "vi", "metadata": {"title": "T"}, "text": "Ờ 😀", "annotations": [mark]}
    )
    assert (document.language, document.metadata, document.text) == ("vi", {"title": "T"}, "Ờ 😀")
    assert document.annotations_in("entity") == []
    (sentence,) = document.annotations_in("sentence")
    assert (sentence.id, sentence.range, sentence.attributes) == (4, (0, 2), {"a": 1})
    assert Annotation.from_json({**mark, "target": 2}).target == 2
