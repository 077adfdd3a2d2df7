import Canvas
import Domain

/// Writing what people keep.
enum ReportActions {
  static let all: [Action] = [
    Action("report", "report to a file (HTML, Markdown)", "報告書を書き出す（HTML・Markdown）") { model in
      model.layers.append(ReportLayer())
      return []
    }.takingWord { word, model in order(word, &model) }
  ]

  /// `:report soa` asks for the file alone, `:report soa out.html` for nothing more.
  private static func order(_ word: String, _ model: inout Model) -> [Effect] {
    let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
    let name = parts.first?.lowercased() ?? ""
    guard let kind = ReportKind(rawValue: name) else {
      let names = ReportKind.allCases.map(\.rawValue).joined(separator: ", ")
      model.notice = Notice(
        model.say(
          Words("There is no report “\(name)”; there are \(names).", "報告書「\(name)」はありません。あるのは \(names)")),
        .warning)
      return []
    }
    let order = ReportOrder(kind)
    guard let path = parts.at(1)?.trimmed, !path.isEmpty else {
      ReportLayer.ask(for: order, &model)
      return []
    }
    var prompt = PromptLayer(ReportLayer.question, .writeReport(order), text: path)
    let result = prompt.receive(.key(.enter), &model)
    if !result.closes { model.layers.append(prompt) }
    return result.effects
  }
}
