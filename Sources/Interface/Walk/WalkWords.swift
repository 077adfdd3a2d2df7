import Domain

/// What the auditor's walk says.
enum WalkWords {
  static let name = Words("Auditor's walk", "監査の巡回")
  static let begun = Words(
    "The walk is under way: from now on only findings and the walk's own notes are written. \(key: "end-walk") ends it.",
    "巡回を始めました。以後、記入できるのは所見と巡回の記録だけです。\(key: "end-walk") で終了します。")
  static let notBegun = Words(
    "The walk has not begun: \(key: "begin-walk") begins it.", "巡回は始まっていません。\(key: "begin-walk") で始めます。")
  static let underWay = Words(
    "The walk is under way; what was drawn stays as it was drawn. \(key: "end-walk") ends it.",
    "巡回の途中です。抽出したサンプルは変えられません。\(key: "end-walk") で終了します。")
  static let nothingShown = Words("This line is only a heading.", "この行は見出しです。")
  static let notes = Words(
    "Your own notes go to a file of yours, not into the workspace. Which file?",
    "監査員のメモは共有ファイルでなく自分のファイルに書きます。ファイル名は？")
  static let note = Words("Note, for your own file", "メモ（自分のファイルへ）")
  static let asked = Words("Asked", "質問")
  static let answered = Words("Answered (left empty, the question stays open)", "回答（空のままなら未回答）")
  static let conclusion = Words(
    "Audit conclusion (may stay empty). Enter ends the walk, Esc goes on with it.",
    "監査結論（空でも可）。Enter で巡回を終え、Esc で続けます。")
  static let writeTo = Words("Write the report to (.md or .html)", "報告書の書き出し先（.md 又は .html）")
  static let formUnknown = Words("End the name in .md or .html.", "ファイル名の末尾を .md 又は .html にしてください。")

  /// How the records were chosen, with what makes it reproducible.
  static func rule(_ plan: WalkPlan) -> Words {
    switch plan.rule {
    case _ where plan.way == .trace: Words("all that hangs together", "つながる記録全て")
    case .seed:
      Words(
        "at most \(plan.size) each, drawn from seed \(plan.seed)", "各\(plan.size)件まで無作為抽出 シード\(plan.seed)")
    case .judgement: Words("by the auditor's judgement", "判断に基づくサンプリング")
    case .changed:
      Words(
        "changed since \(plan.since?.text ?? "the beginning")", "\(plan.since?.text ?? "当初")以降の変更")
    }
  }
}
