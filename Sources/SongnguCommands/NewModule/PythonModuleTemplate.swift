/// The files of a new command module in Python: the same annotator as ``ModuleTemplate`` has in Swift, with a test.
struct PythonModuleTemplate {
  /// Lower case with hyphens: the module, the stage and the folder.
  let id: String

  /// `word-marks` → `word_marks`: the name of the script, as Python can import it.
  var scriptName: String { id.split(separator: "-").joined(separator: "_") }

  var files: [(path: String, text: String)] {
    [
      ("plugin.yaml", manifest), ("\(scriptName).py", script), ("test_\(scriptName).py", test), ("README.md", readme),
      (".gitignore", "__pycache__/\n.venv/\n"),
    ]
  }

  private var manifest: String {
    """
    module: \(id)
    version: 0.1.0
    command: [python3, \(scriptName).py]
    stages: [\(id)]

    """
  }

  private var script: String {
    """
    \"\"\"Marks every occurrence of a word.\"\"\"

    from typing import Iterator

    from songngu_module import Annotation, Document, Module, Option, Options, Rule, Work

    module = Module("\(id)", "0.1.0")


    @module.annotator(
        "\(id)",
        "Marks every occurrence of a word.",
        options=[Option.string("word", "The word to mark.", "report")],
        writes=["\(id)"],
        rules=[Rule("\(id).word", "The word as it is written in the options.")],
    )
    def \(scriptName)(options: Options) -> Work:
        word = options["word"]

        def annotate(document: Document) -> Iterator[Annotation]:
            start = document.text.find(word) if word else -1
            while start >= 0:
                end = start + len(word)
                yield Annotation("\(id)", "word", (start, end), rule="\(id).word")
                start = document.text.find(word, end)

        return annotate


    if __name__ == "__main__":
        module.run()

    """
  }

  private var test: String {
    """
    import unittest

    from songngu_module import Document
    from \(scriptName) import \(scriptName)


    class Test(unittest.TestCase):
        def test_marks_every_occurrence(self) -> None:
            annotate = \(scriptName)({"word": "report"})
            marks = annotate(Document(id="test", text="A report on reports."))
            self.assertEqual([mark.range for mark in marks], [(2, 8), (12, 18)])


    if __name__ == "__main__":
        unittest.main()

    """
  }

  private var readme: String {
    """
    # \(id)

    A module for Songngu, in Python. Songngu starts it by itself; tell it where to look:

        python3 -m unittest
        songngu conformance .
        songngu run CONFIG --modules .

    In a configuration, name its stage under `stages`:

        stages:
          - \(id): { word: report }

    `songngu_module` is a copy of the package that speaks with the host. What else a stage needs may be installed into
    an environment of its own, `.venv`; then let the command in `plugin.yaml` begin with `.venv/bin/python`.

    """
  }
}
