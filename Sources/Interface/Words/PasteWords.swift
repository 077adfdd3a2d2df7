import Domain

/// The words of the preview of what was pasted.
enum PasteWords {
  static func title(_ kind: RecordKind, _ count: Int) -> Words {
    let words = kind.description.words
    return Words("Pasted: \(count) rows (\(words.en.lowercased()))", "貼り付け: \(words.ja) \(count)行")
  }

  static func counts(_ good: Int, _ bad: Int) -> (good: Words, bad: Words) {
    (
      Words("\(good) understood", "読み取り済 \(good)行"),
      Words(bad == 0 ? "nothing to mend" : "\(bad) to mend", bad == 0 ? "要修正なし" : "要修正 \(bad)行")
    )
  }

  static let good = Words("ok", "可")
  static let bad = Words("mend", "要修正")
  static let columns = Words("Columns", "列")
  static let leftOut = Words("left out", "取り込まない列")
  static let lines = Words("Each line is read as an entry line.", "1行を1件の入力行として読み取ります。")

  static func headerNeeded(_ kind: RecordKind) -> Words {
    let fields = kind.description.fields.prefix(4).map(\.words)
    let (en, ja) = (fields.map(\.en).joined(separator: ", "), fields.map(\.ja).joined(separator: "、"))
    return Words(
      "A table needs a first row that names its columns, such as \(en); copy it along and paste again.",
      "表の1行目に列の名前（\(ja) など）が必要です。見出し行も含めてコピーし、貼り付け直してください。")
  }

  /// Where a row is at fault: its number, and the column where one is.
  static func place(_ number: Int, _ place: PasteSheet.Fault.Place) -> Words {
    switch place {
    case .whole: Words("Row \(number)", "\(number)行目")
    case .column(let head): Words("Row \(number), column “\(head)”", "\(number)行目「\(head)」")
    case .character(let column): Words("Row \(number), column \(column)", "\(number)行目 \(column)文字目")
    }
  }

  static func stored(_ count: Int, left: Int) -> Words {
    Words(
      "\(count) stored; \(left) still to be mended: Enter opens it.",
      "\(count)件を保存しました。残り\(left)行: Enter で直せます。")
  }

  static let discard = Words("Discard the rows that are not stored?", "保存していない行を破棄しますか？")
  static let nothingGood = Words("No row can be stored as it is.", "このまま保存できる行はありません。")
  static let pressNew = Words(
    "Nothing takes text here; \(key: "new") opens the entry line.",
    "ここには貼り付けられません。\(key: "new") で入力行を開いてください。")
}
