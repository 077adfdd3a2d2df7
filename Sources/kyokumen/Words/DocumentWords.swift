import Domain
import Exchange
import Interface

extension OSCALFault {
  /// What is wrong with the document, the place in it before.
  var words: Words {
    let at = place.text.isEmpty ? "" : "\(place.text): "
    return Words(at + why.words.en, at + why.words.ja)
  }
}

extension OSCALFault.Why {
  fileprivate var words: Words {
    switch self {
    case .unknownDocument:
      Words(
        "is neither an OSCAL document nor a CISO Assistant library (JSON or YAML)",
        "OSCAL 文書でも CISO Assistant ライブラリでもありません（JSON 又は YAML）")
    case .tooLarge(let limit):
      Words(
        "is larger than \(limit >> 20 + 1) MiB, the most that is kept of a document",
        "文書の上限 \(limit >> 20 + 1) MiB を超えています")
    case .encoding:
      Words("is not UTF-8; save it as UTF-8", "UTF-8 ではありません。UTF-8 で保存し直してください")
    case .yaml(let line, let column):
      Words("line \(line), column \(column): this is not YAML", "\(line)行 \(column)列: YAML として読めません")
    case .tooDeep: Words("is nested deeper than any document", "入れ子が深すぎます")
    case .tooMuch: Words("unfolds into too much (aliases)", "別名（alias）の展開が大きすぎます")
    case .missing(let key): Words("“\(key)” is missing", "「\(key)」がありません")
    case .empty: Words("says nothing", "空です")
    case .wrongType(let expected): expected.words
    case .matrix:
      Words(
        "scales of 3 to 7 steps and a grid that fits them are needed",
        "3〜7 段階の尺度と、それに合う表（grid）が必要です")
    case .emptyLibrary:
      Words("holds neither a framework nor a risk matrix", "フレームワークもリスクマトリクスも含まれていません")
    case .emptyCatalogue:
      Words("lists no controls", "管理策がありません")
    }
  }
}

extension OSCALFault.Kind {
  fileprivate var words: Words {
    switch self {
    case .object: Words("an object should stand here", "ここにはオブジェクトが必要です")
    case .array: Words("a list should stand here", "ここにはリストが必要です")
    case .text: Words("a text should stand here", "ここには文字列が必要です")
    case .integer: Words("a whole number should stand here", "ここには整数が必要です")
    }
  }
}

extension ImportNote {
  /// The most notes that are told one by one.
  private static let most = 20

  /// The notes as lines, and how many more there are.
  static func lines(_ notes: [ImportNote], _ language: Language) -> [String] {
    let more = notes.count - most
    let rest = more > 0 ? [Words("\(more) more notes", "他 \(more)件")[language]] : []
    return notes.prefix(most).map { $0.words[language].printable } + rest
  }

  private static func counted(_ counts: [RecordKind: Int], _ language: Language) -> String {
    RecordKind.allCases.compactMap { kind in counts[kind].map { Sentence.count($0, kind, language) } }
      .joined(separator: Words(", ", "、")[language])
  }

  fileprivate var words: Words {
    switch self {
    case .duplicateUUID(let uuid, let place):
      Words("\(place.text): \(uuid) occurs twice", "\(place.text): \(uuid) が重複しています")
    case .dangling(let uuid, let place):
      Words("\(place.text): \(uuid) leads to nothing", "\(place.text): \(uuid) の参照先がありません")
    case .linksOutside(let count):
      Words(
        "\(count) links lead to controls that this catalogue does not have",
        "このカタログにない管理策への参照が \(count)件あります")
    case .wrongKind(let uuid, let list, let place):
      Words(
        "\(place.text): \(uuid) leads to an element of \(list)", "\(place.text): \(uuid) は \(list) の要素を指しています"
      )
    case .duplicateControl(let number, let place):
      Words(
        "\(place.text): control \(number) occurs twice; the first counts",
        "\(place.text): 管理策 \(number) が重複しています（最初のものを採用）")
    case .numberTwice(let number, let row, let first):
      Words(
        "row \(row): number \(number) stands in row \(first) already; the first counts",
        "\(row)行目: 番号 \(number) は \(first)行目にもあります（最初のものを採用）")
    case .untitledControl(let number, let row):
      Words("row \(row): \(number) has no title", "\(row)行目: \(number) に名称がありません")
    case .withdrawn(let count):
      Words("\(count) withdrawn controls left out", "廃止された管理策 \(count)件は除きました")
    case .unknownControl(let id, let place):
      Words(
        "\(place.text): no catalogue here has \(id); it stands outside the catalogues",
        "\(place.text): \(id) はどのカタログにもありません（カタログ外の行になります）")
    case .unreadRating(let text, let place):
      Words(
        "\(place.text): the scale has no step “\(text)”; unrated", "\(place.text): 尺度に「\(text)」がないため未評価とします")
    case .noCriteria:
      Words("no risk criteria to rate under; risks come in unrated", "リスク基準がないため、リスクは未評価で取り込みます")
    case .unresolvedProfile:
      Words(
        "a profile only selects controls; bring in the catalogue resolved from it to assess against it",
        "プロファイルは管理策の選択だけを含みます。評価に使うには、解決済みのカタログを取り込んでください")
    case .onlyKept(let format):
      Words(
        "\(format.words.en): kept as it came; no records are made of it",
        "\(format.words.ja): 原本のまま保持します（記録は作りません）")
    case .notTaken(let counts):
      Words(
        Self.counted(counts, .english) + " not taken in this way; json brings in everything",
        Self.counted(counts, .japanese) + "は取り込みません（全てを移すには json）")
    case .lostLinks(let count):
      Words(
        "\(count) links lead to records that are not here and were left out",
        "この中にない記録への参照 \(count)件は除きました")
    case .staleAcceptances(let count): ImportWords.staleAcceptances(count)
    case .criteriaKnown(let title):
      Words("the criteria “\(title)” are there already", "リスク基準「\(title)」は取り込み済みです")
    }
  }
}
