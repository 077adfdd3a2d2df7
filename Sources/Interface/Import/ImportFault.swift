package import Domain

/// Why nothing of an import comes in: what is wrong, and where.
package struct ImportFault: Hashable, Sendable {
  /// The table's name.
  package let table: String
  /// As the spreadsheet counts rows; nil for what concerns the table as a whole.
  package let row: Int?
  /// The head of the column; nil for what concerns the row as a whole.
  package let column: String?
  /// What is wrong and what to do.
  package let words: Words

  /// The place in words, such as `register, row 4, column “Owner”`.
  package var place: Words {
    let inColumn = column.map { Words(", column “\($0)”", "「\($0)」") } ?? Words("", "")
    guard let row else { return Words(table + inColumn.en, table + inColumn.ja) }
    return Words("\(table), row \(row)\(inColumn.en)", "\(table) \(row)行目\(inColumn.ja)")
  }
}

/// The sentences of an import.
package enum ImportWords {
  /// Acceptances of risks that had changed since they were given.
  package static func staleAcceptances(_ count: Int) -> Words {
    Words(
      "\(count) acceptances were of an earlier state of the risk and were left out",
      "受容後にリスクが変わっていた受容 \(count)件は除きました")
  }

  static func unknownColumn(_ name: String) -> Words {
    Words(
      "there is no column “\(name)”; name it by its head or its letter",
      "「\(name)」という列はありません。見出しか列の記号で指定してください")
  }

  static func unknownMeaning(_ name: String, _ kind: RecordKind) -> Words {
    let names = ImportHeads.fields(kind).map(\.name).joined(separator: ", ")
    let more =
      "id, -" + (kind.description.ownership == .joint ? "" : ", party") + (kind == .risk ? ", controls" : "")
    return Words(
      "“\(name)” is no field of a \(kind.description.words.en.lowercased()); there are \(more), \(names)",
      "「\(name)」という項目は\(kind.description.words.ja)にありません。使えるもの: \(more), \(names)")
  }

  static let noTable = Words(
    "no row of heads is understood; name the columns in one row, or say what the rows are: with \(formKey: "k") on screen, with "
      + "--kind and --map or, for a list of controls, --format catalogue on the command line",
    "見出しの行が分かりません。列の見出しを1行に書くか、行の種類を指定してください（画面では \(formKey: "k")、コマンドでは --kind・--map、管理策の一覧は --format catalogue）"
  )

  static func notOfKind(_ kind: RecordKind) -> Words {
    let fields = kind.description.fields.prefix(4).map(\.words)
    return Words(
      "no row of heads for \(kind.description.words.en.lowercased()) is found, such as "
        + fields.map(\.en).joined(separator: ", "),
      "\(kind.description.words.ja)の見出しの行（\(fields.map(\.ja).joined(separator: "、")) など）が見つかりません")
  }

  static func twice(_ label: String, _ row: Int) -> Words {
    Words("\(label) stands in row \(row) already; leave one", "\(label) は\(row)行目にもあります。一つにしてください")
  }

  static func otherParty(_ label: String, _ party: String) -> Words {
    Words(
      "\(label) belongs to \(party), which cannot change; correct the party or empty the ID",
      "\(label) は\(party)の記録です。組織は変えられません。組織を直すか ID を空にしてください")
  }

  static func noParty(_ kind: RecordKind) -> Words {
    Words(
      "whose it is is not said; add a column Party, or --party",
      "どの組織のものか分かりません。「組織」の列を加えるか、--party で指定してください")
  }

  static let whoseAnswer = Words(
    "this is each party's own; say whose with --party", "組織ごとに記入する項目です。--party で組織を指定してください")

  static func unknownRecord(_ text: String, _ kinds: [RecordKind]) -> Words {
    let known = kinds.count > 4 ? [] : kinds.map(\.description.words)
    let (en, ja) = (
      known.map { $0.en.lowercased() }.joined(separator: " or "), known.map(\.ja).joined(separator: "又は")
    )
    return Words(
      "there is no \(known.isEmpty ? "record" : en) “\(text)”; bring it in first, or leave the cell empty",
      "「\(text)」という\(known.isEmpty ? "記録" : ja)はありません。先に取り込むか、セルを空にしてください")
  }

  static func formulaError(_ text: String) -> Words {
    Words(
      "the formula of this cell fails (\(text)); mend it in the spreadsheet",
      "このセルの数式はエラー（\(text)）です。表計算ソフトで直してください")
  }

  static func oneControl(_ text: String) -> Words {
    Words("“\(text)” names several controls; a row states one", "「\(text)」は複数の管理策です。1行に一つ書いてください")
  }

  static func noTitle(_ field: Words) -> Words {
    Words("\(field.en) is missing", "\(field.ja)がありません")
  }
}
