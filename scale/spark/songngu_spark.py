"""Runs a Songngu pipeline over a folder or a Parquet file with Apache Spark.

Each partition of the inputs goes through one ``songngu worker --jsonl``; the result is a Parquet file with exactly
one row for each input, faults included, and the entities as nested columns.

    spark-submit scale/spark/songngu_spark.py --input reports/ --output annotated.parquet
    spark-submit scale/spark/songngu_spark.py --input reports.parquet --text-column body --id-column key \
        --output annotated.parquet --config pipelines/incoming-reports.yaml --partitions 64

Only the standard library and pyspark are needed on the executors, beside Songngu itself.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlparse

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import (
    ArrayType,
    DoubleType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

SPAN = StructType([StructField("start", LongType()), StructField("end", LongType())])

SOURCE_SPAN = StructType(
    [StructField("part", StringType()), StructField("start", LongType()), StructField("end", LongType())]
)

ENTITY = StructType(
    [
        StructField("id", IntegerType(), False),
        StructField("type", StringType(), False),
        StructField("text", StringType(), False),
        StructField("bytes", SPAN, False),
        StructField("scalars", SPAN, False),
        StructField("source", ArrayType(SOURCE_SPAN, False), False),
        StructField("score", DoubleType(), False),
        StructField("rule", StringType()),
        StructField("concept", StringType()),
        StructField("name_vi", StringType()),
        StructField("name_en", StringType()),
    ]
)

FINDING = StructType(
    [
        StructField("severity", StringType(), False),
        StructField("code", StringType(), False),
        StructField("message", StringType()),
        StructField("scalars", SPAN),
    ]
)

RESULT = StructType(
    [
        StructField("input", StringType(), False),
        StructField("outcome", StringType(), False),
        StructField("id", StringType()),
        StructField("uri", StringType()),
        StructField("sha256", StringType()),
        StructField("language", StringType()),
        StructField("text", StringType()),
        StructField("entities", ArrayType(ENTITY, False), False),
        StructField("findings", ArrayType(FINDING, False), False),
        StructField("document", StringType()),
    ]
)


@dataclass(frozen=True)
class Settings:
    """What every executor needs to know."""

    songngu: str
    config: str
    # Where songngu is started: relative paths in a pipeline, such as those of its glossary, count from there.
    folder: str = "."
    workers: int = 1
    arguments: tuple[str, ...] = field(default=())

    def command(self) -> list[str]:
        return [self.songngu, "worker", self.config, "--jsonl", "--workers", str(self.workers), *self.arguments]


class WorkerFailure(RuntimeError):
    """The worker ended, or broke its promise of one line for each input."""


class Worker:
    """One ``songngu worker``: lines in, lines out, in the same order.

    At most ``window`` inputs are under way, so that neither side ever holds a whole partition.
    """

    def __init__(self, settings: Settings, window: int = 64) -> None:
        self._settings = settings
        self._window = window

    def run(self, requests: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Yields each request with its answer.

        Raises ``WorkerFailure``: the task then fails, and Spark tries it again elsewhere, as it does for any lost
        executor. Songngu itself restarts what one bad document brings down, so that is not the case here.
        """
        process = subprocess.Popen(
            self._settings.command(), cwd=self._settings.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin is not None and process.stdout is not None
        stdin = process.stdin
        sent: deque[dict[str, Any]] = deque()
        room = threading.Semaphore(self._window)
        trouble: list[BaseException] = []
        stopped = threading.Event()

        def feed() -> None:
            try:
                for request in requests:
                    room.acquire()
                    if stopped.is_set():
                        return
                    sent.append(request)
                    stdin.write(json.dumps(request, ensure_ascii=False).encode() + b"\n")
                    stdin.flush()
            except BaseException as error:  # whatever reading the partition may raise belongs to the task
                trouble.append(error)
            finally:
                try:
                    stdin.close()
                except OSError:
                    pass

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for line in process.stdout:
                if not sent:
                    raise WorkerFailure("songngu worker answered more often than it was asked")
                request = sent.popleft()
                answer = json.loads(line)
                if answer.get("input") != request["id"]:
                    raise WorkerFailure(f"songngu worker answered for {answer.get('input')!r}, not {request['id']!r}")
                room.release()
                yield request, answer
            feeder.join()
            if trouble and not isinstance(trouble[0], BrokenPipeError):
                raise trouble[0]
            status = process.wait()
            if sent or status not in (0, 1):
                raise WorkerFailure(f"songngu worker ended with status {status}, {len(sent)} inputs unanswered")
        finally:
            stopped.set()
            room.release()
            process.kill()
            process.wait()


def request(row: Row) -> dict[str, Any]:
    """The line that asks the worker for one input."""
    if row["path"] is not None:
        return {"id": row["input"], "path": row["path"]}
    if row["text"] is not None:
        return {"id": row["input"], "text": row["text"]}
    return {"id": row["input"], "base64": base64.b64encode(row["content"]).decode("ascii")}


def span(pair: list[int] | None) -> tuple[int, int] | None:
    return (pair[0], pair[1]) if pair else None


def row(answer: dict[str, Any], keep_document: bool) -> tuple[Any, ...]:
    """One answer as a row of ``RESULT``."""
    concepts = answer.get("concepts", {})
    linked = {
        annotation["target"]: annotation.get("attributes", {}).get("concept")
        for annotation in answer.get("annotations", [])
        if annotation["layer"] == "link" and "target" in annotation
    }
    entities = []
    for annotation in answer.get("annotations", []):
        if annotation["layer"] != "entity":
            continue
        concept = linked.get(annotation["id"])
        facts = concepts.get(concept, {}) if concept else {}
        entities.append(
            (
                annotation["id"],
                annotation["type"],
                annotation["text"],
                span(annotation["range"]["byte"]),
                span(annotation["range"]["scalar"]),
                [(part.get("part", ""), part["byte"][0], part["byte"][1]) for part in annotation["source"]],
                float(annotation.get("score", 1)),
                annotation.get("rule"),
                concept,
                facts.get("name", {}).get("vi"),
                facts.get("name", {}).get("en"),
            )
        )
    findings = [
        (
            finding["severity"],
            finding["code"],
            finding.get("message"),
            span(finding["range"]["scalar"]) if finding.get("range") else None,
        )
        for finding in answer.get("findings", [])
    ]
    source = answer.get("source", {})
    return (
        str(answer["input"]),
        answer["outcome"],
        answer.get("id"),
        source.get("uri"),
        source.get("sha256"),
        answer.get("language"),
        answer.get("text"),
        entities,
        findings,
        json.dumps(answer, ensure_ascii=False, separators=(",", ":")) if keep_document else None,
    )


INPUT = "input string, path string, text string, content binary"


def shared_folder(path: str) -> Iterator[str]:
    """The files below a folder that every executor sees, by name; those that begin with a full stop are left out."""
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(folder, name)


def files(spark: SparkSession, path: str) -> DataFrame:
    """The files of a folder as inputs.

    A folder of the file system (``/…`` or ``file:/…``) is listed here and read by the workers. Anything else, such as
    ``hdfs:`` or ``s3a:``, is read by Spark, which leaves out names that begin with ``_`` or a full stop.
    """
    if path.startswith("file:"):
        path = unquote(urlparse(path).path)
    if "://" not in path:
        listed = [(name, name, None, None) for name in shared_folder(os.path.abspath(path))]
        return spark.createDataFrame(listed, INPUT)
    return remote_files(spark, path)


def remote_files(spark: SparkSession, path: str) -> DataFrame:
    """The files of a folder that Spark can read, with their content."""
    read = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(path)
    found = read.select(
        F.col("path").alias("input"), F.lit(None).cast("string").alias("path"),
        F.lit(None).cast("string").alias("text"), F.col("content"),
    )
    # Spark gives no row for an empty file, and each input has to leave one.
    empty = [(name, None, None, bytearray()) for name in empty_files(spark, path)]
    return found.union(spark.createDataFrame(empty, INPUT)) if empty else found


def empty_files(spark: SparkSession, path: str) -> list[str]:
    java = spark._jvm.org.apache.hadoop.fs
    root = java.Path(path)
    listing = root.getFileSystem(spark._jsc.hadoopConfiguration()).listFiles(root, True)
    names = []
    while listing.hasNext():
        status = listing.next()
        if status.getLen() == 0 and not status.getPath().getName().startswith(("_", ".")):
            names.append(status.getPath().toString())
    return sorted(names)


def table_rows(
    spark: SparkSession, path: str, text_column: str | None, content_column: str | None, id_column: str | None
) -> DataFrame:
    """The rows of a Parquet file as inputs; a text or content that is null is an empty input."""
    table = spark.read.parquet(path)
    identifier = F.col(id_column) if id_column else F.concat(F.lit("row-"), F.monotonically_increasing_id())
    nothing = F.lit(None)
    return table.select(
        identifier.cast("string").alias("input"),
        nothing.cast("string").alias("path"),
        (F.coalesce(F.col(text_column), F.lit("")) if text_column else nothing.cast("string")).alias("text"),
        (F.coalesce(F.col(content_column), F.lit(b"")) if content_column else nothing.cast("binary")).alias("content"),
    )


def annotate(table: DataFrame, settings: Settings, keep_document: bool = False) -> DataFrame:
    """One row of ``RESULT`` for each input."""

    def partition(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
        for _, answer in Worker(settings).run(map(request, rows)):
            yield row(answer, keep_document)

    return table.sparkSession.createDataFrame(table.rdd.mapPartitions(partition), RESULT, verifySchema=False)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", required=True, help="a folder of files, or a Parquet file or folder")
    parser.add_argument("--output", required=True, help="the Parquet folder to write; it must not exist")
    parser.add_argument("--config", default="pipelines/incoming-reports.yaml", help="the pipeline, a path on each executor")
    parser.add_argument("--folder", default=".", help="where relative paths in the pipeline count from, on each executor")
    parser.add_argument("--songngu", default="songngu", help="the program, on each executor")
    parser.add_argument("--workers", type=int, default=1, help="worker processes for each partition")
    parser.add_argument("--partitions", type=int, help="how many pieces to cut the inputs into")
    parser.add_argument("--text-column", help="the column of a Parquet file that holds text")
    parser.add_argument("--content-column", help="the column of a Parquet file that holds the bytes of files")
    parser.add_argument("--id-column", help="the column of a Parquet file that identifies a row")
    parser.add_argument("--keep-document", action="store_true", help="add the whole document as JSON")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("songngu").getOrCreate()
    if options.text_column or options.content_column:
        table = table_rows(spark, options.input, options.text_column, options.content_column, options.id_column)
    else:
        table = files(spark, options.input)
    if options.partitions:
        table = table.repartition(options.partitions)
    settings = Settings(options.songngu, options.config, options.folder, options.workers)
    annotate(table, settings, options.keep_document).write.parquet(options.output)
    failed = (
        spark.read.parquet(options.output)
        .where(~F.col("outcome").isin("ok", "ok-with-findings"))
        .groupBy("outcome")
        .count()
        .collect()
    )
    for outcome in sorted(failed, key=lambda row: row["outcome"]):
        print(f"{outcome['outcome']}: {outcome['count']}", file=sys.stderr)
    spark.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
