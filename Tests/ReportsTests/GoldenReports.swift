import Domain
import Foundation
import Interface
import Reports
import Testing

/// Reports kept as files, without the style sheet and without what is drawn.
enum GoldenReports {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static func check(_ text: String, _ name: String) throws {
    let file = folder.appendingPathComponent(name)
    let bare = leavingOut("<style>", "</style>", leavingOut("<svg", "</svg>", text))
    if ProcessInfo.processInfo.environment["KYOKUMEN_RECORD"] == "1" {
      return try bare.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == bare, "\(name)")
  }

  private static func leavingOut(_ begin: String, _ end: String, _ text: String) -> String {
    var kept = ""
    var rest = Substring(text)
    while let first = rest.range(of: begin), let last = rest.range(of: end) {
      kept += rest[..<first.lowerBound] + begin + end
      rest = rest[last.upperBound...]
    }
    return kept + rest
  }
}

@Suite("Reports of a small case")
struct SmallReportTests {
  @Test(
    "read as they did", arguments: Language.allCases, [ReportKind.soa, .treatmentPlan, .register, .cycle])
  func golden(_ language: Language, _ kind: ReportKind) throws {
    let report = try ReportScene.small(language).report(kind)
    try GoldenReports.check(MarkdownWriter.write(report), "\(kind.rawValue)-\(language.rawValue).md")
  }

  @Test("are pages that read as they did", arguments: Language.allCases)
  func pages(_ language: Language) throws {
    let report = try ReportScene.small(language).report(.soa)
    try GoldenReports.check(HTMLWriter.write(report), "soa-\(language.rawValue).html")
  }
}
