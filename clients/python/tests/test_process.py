"""A module as the host meets it: a process."""

import json
import os
import pathlib
import subprocess
import sys
from typing import Any, Dict, List

ROOT = pathlib.Path(__file__).parent.parent

MODULE = """
import sys, time
from songngu_module import Annotation, Module

module = Module("test", "1.0")

@module.annotator("s", "S.", writes=["s"])
def stage(options):
    print("loading")
    def work(document):
        print("working", flush=True)
        if document.text == "loop":
            while True:
                pass
        if document.text == "half":
            yield Annotation("s", "\\ud800", (0, 1), rule="s.r")
        yield Annotation("s", "mark", (0, len(document.text)), rule="s.r", attributes={"text": document.text})
    return work

module.run()
"""


def start(tmp_path: pathlib.Path) -> "subprocess.Popen[bytes]":
    script = tmp_path / "module.py"
    script.write_text(MODULE, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )


def document(text: str, number: int = 1) -> Dict[str, Any]:
    content = {"id": "d", "language": None, "metadata": {}, "text": text, "annotations": []}
    return {"type": "process", "id": number, "document": content}


OPEN = {"type": "open", "stage": "s", "options": {}, "lexicon": None}


def talk(process: "subprocess.Popen[bytes]", *questions: Dict[str, Any]) -> "tuple[List[Dict[str, Any]], str]":
    lines = b"".join(json.dumps(question, ensure_ascii=False).encode() + b"\n" for question in questions)
    output, errors = process.communicate(lines, timeout=60)
    return [json.loads(line) for line in output.splitlines()], errors.decode()


def test_answers_are_lines_and_prints_go_to_standard_error(tmp_path: pathlib.Path) -> None:
    process = start(tmp_path)
    answers, errors = talk(process, {"type": "hello"}, OPEN, document("Ờ\u2028😀\n\x00"), {"type": "close"})
    assert [answer["type"] for answer in answers] == ["hello", "opened", "result"]
    assert answers[2]["annotations"][0]["range"] == [0, 5]
    assert answers[2]["annotations"][0]["attributes"] == {"text": "Ờ\u2028😀\n\x00"}
    assert errors == "loading\nworking\n"
    assert process.returncode == 0


def test_long_texts_arrive_whole(tmp_path: pathlib.Path) -> None:
    text = "tiếng Việt " * 400_000
    answers, _ = talk(start(tmp_path), OPEN, document(text), document("x", 2), {"type": "close"})
    assert answers[1]["annotations"][0]["attributes"]["text"] == text
    assert answers[2]["id"] == 2


def test_what_json_cannot_say_fails_the_document(tmp_path: pathlib.Path) -> None:
    answers, _ = talk(start(tmp_path), OPEN, document("half"), document("x", 2), {"type": "close"})
    assert answers[1]["type"] == "failed"
    assert "cannot be written" in answers[1]["reason"]
    assert answers[2]["type"] == "result"


def test_process_ends_when_the_host_is_gone_though_a_stage_hangs(tmp_path: pathlib.Path) -> None:
    process = start(tmp_path)
    assert process.stdin is not None
    for question in (OPEN, document("loop")):
        process.stdin.write(json.dumps(question).encode() + b"\n")
    process.stdin.close()
    assert process.wait(timeout=60) == 1
    for stream in (process.stdout, process.stderr):
        assert stream is not None
        stream.close()


def test_question_that_is_none_ends_the_process_with_a_traceback(tmp_path: pathlib.Path) -> None:
    process = start(tmp_path)
    answers, errors = talk(process, {"type": "dance"})
    assert answers == []
    assert "unknown question 'dance'" in errors
    assert process.returncode == 1
