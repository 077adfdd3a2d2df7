package import Domain

/// What is said about looking at the past.
package enum PastWords {
  /// Stands before the moment in the header, on every screen.
  static let mark = Words("PAST", "過去")
  static let back = Words("Back in the present.", "現在に戻りました。")

  /// The journal does not reach there.
  package static let noSuchMoment = Words(
    "The journal holds no such moment. \(key: "history") opens the history, with every moment there is.",
    "その時点の記録は履歴にありません。\(key: "history") で変更履歴を開くと、見られる時点が並びます。")

  static let alreadyNow = Words(
    "This is the present. \(key: "history") opens the history; \(key: "moment") on a line shows everything as it was then.",
    "現在を表示しています。\(key: "history") で変更履歴を開き、行の上で \(key: "moment") を押すとその時点の全体を表示します。")

  /// When the moment was, as the header has it.
  package static func name(_ moment: PastMoment, at time: LocalTime) -> Words {
    if let cycle = moment.closedCycle { return Words("cycle \(cycle) as closed", "第\(cycle)期の締め") }
    return Words(time.text, time.text)
  }

  /// Why nothing can be changed.
  static func refusal(_ name: Words) -> Words {
    Words(
      "This is the past (\(name.en)): nothing can be changed. \(key: "now") leads back to the present.",
      "過去の時点（\(name.ja)）のため変更できません。\(key: "now") で現在に戻ります。")
  }
}

extension Model {
  /// Why nothing can be changed here, where that is so.
  package var whyReadOnly: Words {
    past.map { PastWords.refusal($0.name) } ?? UI.nothingChanges
  }
}
