package import Canvas
package import Domain

/// What a walk came to, to scroll through and to write to a file.
package struct AuditReportLayer: Layer {
  package let walk: RecordID
  private var pages: ReportPages

  package init(_ walk: RecordID, _ lines: [ReportLine]) {
    self.walk = walk
    pages = ReportPages(lines)
  }

  package let hints: [(String, Words)] = [
    ("w", Words("write to a file", "ファイルに書く")), ("↑ ↓", Words("scroll", "スクロール")),
    ("Esc", Words("close", "閉じる")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .enter, .character("q"): return .closes
    case .character("w"):
      let name = "audit-\(model.assessment.label(of: walk)).html"
      let order = ReportOrder(.audit, walk: walk)
      model.layers.append(PromptLayer(WalkWords.writeTo, .writeReport(order), text: name))
    case let key: _ = pages.receive(key, model)
    }
    return .stays
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    pages.draw(
      title: model.say(Words("Audit report", "監査報告書")) + " " + model.assessment.label(of: walk), &pen,
      in: body)
  }
}
