import Catalogues
import Domain
import Interface
import Reports
import Testing

@Suite("Text of records that looks like something else")
struct HostileTextTests {
  private static let nonCharacters = String(
    String.UnicodeScalarView([UInt32(0xFFFE), 0xFDD0].compactMap { Unicode.Scalar($0) }))

  private static let evil = [
    "<script>alert(1)</script>", "</title><img src=x onerror='x()'>", "</style><b>", "-->]]><!--",
    "\" onmouseover=\"x", "[a](javascript:x)", "| **b** | `c` |", "# h\n\n## i\r- j", "1. k",
    "\u{1B}[2J\u{7}\u{9B}1m",
    "\u{202E}txt.exe\u{2066}", "&lt;script&gt;", "*\u{301}x*", "<\u{338}script>", nonCharacters,
    "a\u{0}b",
    "{{x}} ${y} <!doctype", "\u{2028}## z", "\\", "~~~\n<x>",
  ]

  /// Every text of the worked case is replaced by one of these.
  private func scene() throws -> ReportScene {
    var scene = try ReportScene(.cloud, .english)
    var turn = 0
    for record in RecordKind.allCases.flatMap(scene.assessment.ids) {
      guard let kind = scene.assessment.kind(of: record)?.description else { continue }
      for (slot, value) in scene.assessment.values(of: record) {
        guard case .text = value, let field = kind.field(slot.key), [.text, .longText].contains(field.type),
          ![Party.partyKey.key, ControlStatement.control.key, ControlStatement.catalogue.key].contains(
            slot.key)
        else { continue }
        turn += 1
        scene.assessment.apply(
          .set(record, slot, before: value, after: .text(Self.evil[turn % Self.evil.count])))
      }
    }
    #expect(turn > 500, "else little is tried")
    return scene
  }

  @Test("is text in HTML: no element, attribute or comment comes of it", arguments: ReportScene.kinds)
  func html(_ kind: ReportKind) throws {
    let html = HTMLWriter.write(try scene().report(kind))
    let allowed: Set<Substring> = [
      "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "div", "h1", "h2",
      "h3", "h4", "h5", "p", "a", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col",
      "thead", "tbody", "tr", "th", "td", "br", "span", "figure", "figcaption", "svg", "rect", "text", "path",
    ]
    let names = Set(html.matches(of: #/<\/?([a-zA-Z0-9]+)/#).map { $0.1 })
    #expect(names.subtracting(allowed).isEmpty)
    #expect(html.ranges(of: "<!").count == 1 && html.ranges(of: "</style>").count == 1)
    #expect(!html.contains("onmouseover=\"") && !html.contains("onerror='"))
    #expect(html.contains("&lt;script&gt;"))
    let bare = html.unicodeScalars.filter { scalar in
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
      return isControl || [0x202E, 0x2066, 0x2028, 0xFFFE, 0xFDD0].contains(scalar.value)
    }
    #expect(bare.isEmpty)
  }

  @Test("is text in Markdown: no heading, row, link or tag comes of it", arguments: ReportScene.kinds)
  func markdown(_ kind: ReportKind) throws {
    let report = try scene().report(kind)
    let lines = MarkdownWriter.write(report).split(separator: "\n", omittingEmptySubsequences: false)
    let headings =
      1 + report.parts.count { $0.title != nil } + report.sections.count
      + report.sections.reduce(0) { $0 + $1.subheadings }
    #expect(lines.count { $0.hasPrefix("#") } == headings)
    let bare = lines.filter { hasBareMark($0.replacing("<br>", with: "")) }
    #expect(bare.isEmpty)
    for (place, line) in lines.enumerated() where line.hasPrefix("| ---") {
      let columns = bars(line)
      for row in lines[place...].prefix(while: { $0.hasPrefix("|") }) {
        #expect(bars(row) == columns, "\(row)")
      }
    }
  }

  /// A mark of Markdown or HTML that nothing escapes.
  private func hasBareMark(_ line: Substring) -> Bool {
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if ["<", "[", "`", "&", "$"].contains(scalar), !isEscaped { return true }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return false
  }

  /// Bars that part cells: those without a backslash before them.
  private func bars(_ line: Substring) -> Int {
    var (count, isEscaped) = (0, false)
    for scalar in line.unicodeScalars {
      if scalar == "|", !isEscaped { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return count
  }
}
