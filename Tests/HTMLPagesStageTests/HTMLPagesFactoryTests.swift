import StageKit
import TestSupport
import Testing

@testable import HTMLPagesStage

struct HTMLPagesFactoryTests {
  @Test func theDescriptionMakesTheStage() throws {
    let factory = HTMLPagesFactory()
    let description = try #require(factory.descriptions.first)
    guard case .writer(let writer) = try factory.make(description.id, StageTrial.setup(description)) else {
      Issue.record("html is no writer")
      return
    }
    #expect(writer.header().isEmpty)
    #expect(throws: SetupError.self) { try factory.make("other", StageTrial.setup(description)) }
  }

  @Test func textIsEscapedOnBytes() {
    func escaped(_ text: String) -> String {
      var out = OutputBuffer(capacity: 0)
      out.append(escaped: text)
      return String(decoding: out.bytes, as: UTF8.self)
    }
    #expect(escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect(escaped("12345678<12345678>Việt & Nam") == "12345678&lt;12345678&gt;Việt &amp; Nam")
    #expect(escaped("a\u{0}\u{1F}\u{7F}\t\n") == "a␀␟␡\t\n")
    #expect(escaped("a\r\nb\rc") == "a\nb\nc")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_002_003, "1,002,003")])
  func countsHaveCommas(_ value: Int, _ expected: String) {
    var out = OutputBuffer(capacity: 0)
    out.append(grouped: value)
    #expect(String(decoding: out.bytes, as: UTF8.self) == expected)
  }
}
