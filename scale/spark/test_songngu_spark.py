"""The Spark job on a real cluster of two executors, one of which is killed in the middle.

Needs pyspark, Java and a built songngu, named by the environment variable SONGNGU; run by `make test-scale`.
"""

from __future__ import annotations

import os
import signal
import stat
import threading
import time
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

from songngu_spark import RESULT, Settings, annotate, files, remote_files, table_rows

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = 60
PLACES = ["Đông Anh", "Hoàn Kiếm", "Tây Ho", "Quảng Ngãi", "Hà Nội"]

# Stands before songngu: lets an answer through only every so often, so that there is a middle to kill in, and leaves a
# mark for each one.
SLOW = """#!/usr/bin/env python3
import os, pathlib, subprocess, sys, time
worker = subprocess.Popen([os.environ["SONGNGU"], *sys.argv[1:]], stdin=sys.stdin, stdout=subprocess.PIPE)
marks = pathlib.Path(os.environ["SONGNGU_MARKS"])
for number, line in enumerate(worker.stdout):
    time.sleep(0.15)
    (marks / f"{os.getpid()}-{number}").touch()
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
sys.exit(worker.wait())
"""


def session(master: str) -> SparkSession:
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    return (
        SparkSession.builder.master(master)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "512m")
        .config("spark.pyspark.python", os.environ.get("PYSPARK_PYTHON", "python3"))
        .config("spark.executorEnv.PYTHONPATH", str(Path(__file__).parent))
        .getOrCreate()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(DOCUMENTS):
        place = PLACES[number % len(PLACES)]
        body = f"Báo cáo số {number}\n\nUBND huyện {place} làm việc với UN Women ngày {number % 28 + 1}/3/2024.\n"
        (folder / f"report-{number:03}.txt").write_text(body, encoding="utf-8")
    # Poison: not text at all. It has to leave its row like any other.
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "empty.txt").write_bytes(b"")
    return folder


def rows(master: str, folder: Path, output: Path, songngu: str, during=None) -> list:
    spark = session(master)
    try:
        table = files(spark, str(folder)).repartition(4)
        settings = Settings(songngu, "pipelines/incoming-reports.yaml", str(REPOSITORY))
        watcher = threading.Thread(target=during, args=(spark.sparkContext.applicationId,)) if during else None
        if watcher:
            watcher.start()
        annotate(table, settings, keep_document=True).write.parquet(str(output))
        if watcher:
            watcher.join()
        result = spark.read.schema(RESULT).parquet(str(output))
        return sorted(result.collect(), key=lambda row: row["input"])
    finally:
        spark.stop()


def executors(application: str) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"CoarseGrainedExecutorBackend" in command and application.encode() in command:
            found.append(int(entry.name))
    return found


def test_a_killed_executor_changes_no_row(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    slow = tmp_path / "slow-songngu"
    slow.write_text(SLOW)
    slow.chmod(slow.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("SONGNGU_MARKS", str(marks))
    killed: list[int] = []

    def kill_one(application: str) -> None:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if len(list(marks.iterdir())) >= 8:
                victims = executors(application)
                if victims:
                    os.kill(victims[0], signal.SIGKILL)
                    killed.append(len(list(marks.iterdir())))
                    return
            time.sleep(0.05)

    expected = rows("local[1]", folder, tmp_path / "single.parquet", os.environ["SONGNGU"])
    disturbed = rows("local-cluster[2,1,512]", folder, tmp_path / "cluster.parquet", str(slow), kill_one)

    assert killed and killed[0] < DOCUMENTS + 2, "the executor was to be killed in the middle"
    assert len(list(marks.iterdir())) > DOCUMENTS + 2, "something was to be done again"
    assert [row["input"] for row in disturbed] == [str(path) for path in sorted(folder.iterdir())]
    assert disturbed == expected
    by_name = {row["input"].rsplit("/", 1)[1]: row for row in disturbed}
    assert by_name["picture.txt"]["outcome"] == "rejected"
    assert by_name["picture.txt"]["findings"]
    report = by_name["report-000.txt"]
    assert "UN Women" in [entity["text"] for entity in report["entities"] if entity["type"] == "organisation"]
    for entity in report["entities"]:
        assert report["text"][entity["scalars"]["start"] : entity["scalars"]["end"]] == entity["text"]


def test_a_parquet_file_of_texts_gives_a_row_for_each(tmp_path: Path) -> None:
    spark = session("local[1]")
    try:
        texts = [("a", "Hội thảo tại Hà Nội ngày 3/3/2024."), ("b", None), ("c", "")]
        spark.createDataFrame(texts, "key string, body string").write.parquet(str(tmp_path / "texts.parquet"))
        table = table_rows(spark, str(tmp_path / "texts.parquet"), "body", None, "key")
        settings = Settings(os.environ["SONGNGU"], "pipelines/incoming-reports.yaml", str(REPOSITORY))
        result = {row["input"]: row for row in annotate(table, settings).collect()}
        assert sorted(result) == ["a", "b", "c"]
        assert any(entity["type"] == "place" for entity in result["a"]["entities"])
        assert result["a"]["document"] is None
    finally:
        spark.stop()


def test_files_that_spark_reads_have_a_row_even_if_empty(folder: Path) -> None:
    spark = session("local[1]")
    try:
        found = {row["input"].rsplit("/", 1)[1]: row for row in remote_files(spark, folder.as_uri()).collect()}
        assert sorted(found) == sorted(path.name for path in folder.iterdir())
        assert bytes(found["empty.txt"]["content"]) == b""
        assert bytes(found["picture.txt"]["content"]) == (folder / "picture.txt").read_bytes()
    finally:
        spark.stop()
