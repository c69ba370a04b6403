import StageKit
import Testing

@testable import Run

@Suite("The report of a run")
struct ReportPageTests {
  private func sample() -> RunReport {
    var report = RunReport()
    report.pipeline = "incoming-reports"
    report.version = "0.1.0"
    report.inputs = 1234
    report.documents = 1234
    report.sourceBytes = 5_600_000
    report.seconds = 12.34
    report.outcomes = [.ok: 1200, .okWithFindings: 30, .partial: 3, .crash: 1]
    let document = RunReport.DocumentLink("inbox/report.txt", page: "pages/1a.html")
    report.failures = [
      .init(document: document, outcome: .crash, stage: "cleanup", message: "The stage crashed.")
    ]
    report.failureCount = 4
    report.slowest = [.init(document: document, seconds: 1.5, bytes: 4_096)]
    report.stages = [.init(stage: "cleanup", seconds: 3, bytes: 30_000_000)]
    report.findings = [.init(code: "host.crash", count: 4, documentCount: 4, documents: [document])]
    report.entities = ["organisation": 10, "place": 20]
    report.organisations = [.init(label: "UN Women", concept: "org:un-women", mentions: 7, documents: 3)]
    report.places = [.init(label: "Hà Nội", concept: nil, mentions: 9, documents: 5)]
    report.lexicon = [
      .init(
        .stale, .init(label: "MOLISA", concept: "org:molisa", mentions: 2, documents: 1), detail: "ended 2025-02-28")
    ]
    return report
  }

  @Test("tells outcomes, failures, times, findings and names, and links to pages")
  func contents() {
    let html = ReportPage(report: sample()).html
    for part in [
      "Run report: incoming-reports", "1,234", "12.3 s", "<a href=\"pages/1a.html\"><bdi>inbox/report.txt</bdi></a>",
      "and 3 more", "host.crash", "10.0", "UN Women", "Hà Nội", "ended 2025-02-28", "ok-with-findings",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains("http:") && !html.contains("https:"))
  }

  @Test("escapes whatever comes from documents")
  func escaping() {
    var report = sample()
    let hostile = "</title><script>alert(1)</script>\"'&\u{202E}\u{0}"
    report.pipeline = hostile
    report.failures = [
      .init(document: .init(hostile, page: "\"><script>"), outcome: .rejected, stage: hostile, message: hostile)
    ]
    report.organisations = [.init(label: hostile, concept: hostile, mentions: 1, documents: 1)]
    report.findings = [.init(code: hostile, count: 1, documentCount: 1, documents: [.init(hostile)])]
    report.entities = [hostile: 1]
    let html = ReportPage(report: report).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("\u{202E}"))
    #expect(!html.contains("\u{0}"))
    #expect(html.contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
  }

  @Test("leaves out sections that have nothing to say")
  func emptyRun() {
    let html = ReportPage(report: RunReport()).html
    #expect(html.contains("id=\"outcomes\""))
    for id in ["attention", "slowest", "stages", "findings", "entities", "organisations", "places", "lexicon"] {
      #expect(!html.contains("id=\"\(id)\""), "\(id)")
    }
  }
}
