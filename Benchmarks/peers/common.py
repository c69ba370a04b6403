"""What the peers share: the corpus, and measurements as five fields between tabs (see songngu-bench)."""
import pathlib
import time


def texts(folder):
    """The documents of a corpus, in the order in which songngu-bench takes them."""
    return [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(folder).rglob("*.txt"))]


def size(strings):
    """Bytes of UTF-8."""
    return sum(len(string.encode()) for string in strings)


def sample(strings, megabytes):
    """The first documents, up to about so many million bytes."""
    taken, total = [], 0
    for string in strings:
        if total >= megabytes * 1e6:
            break
        taken.append(string)
        total += len(string.encode())
    return taken


def report(language, work, who, value, unit):
    print(language, work, who, value, unit, sep="\t", flush=True)


class Clock:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self.start
