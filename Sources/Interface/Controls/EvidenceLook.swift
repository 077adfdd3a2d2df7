import Canvas
import Domain

/// How a piece of evidence stands against its file, in glyph and words.
struct EvidenceLook {
  let state: EvidenceState

  init(_ evidence: RecordID, _ model: Model) {
    state = model.assessment.state(ofEvidence: evidence, model.context.files)
  }

  var words: Words {
    switch state {
    case .unkept: Words("no digest taken", "照合なし")
    case .unchecked: Words("not looked at yet", "未照合")
    case .asTaken: Words("as taken", "取得時のまま")
    case .changed: Words("file changed", "ファイル変更あり")
    case .missing: Words("file missing", "ファイルなし")
    case .unreadable: Words("file unreadable", "読取り不可")
    }
  }

  /// What stands on the line of its control, where there is little room; nil where nothing is amiss.
  var briefly: Words? {
    switch state {
    case .unkept, .unchecked, .asTaken: nil
    case .changed: Words("changed", "変更あり")
    case .missing: Words("missing", "所在不明")
    case .unreadable: Words("no access", "読取不可")
    }
  }

  var glyph: Glyph {
    switch state {
    case .unkept: .absent
    case .unchecked: .bullet
    case .asTaken: .check
    case .changed, .missing, .unreadable: .cross
    }
  }

  var role: Role {
    switch state {
    case .unkept, .unchecked: .textMuted
    case .asTaken: .controlVerified
    case .changed, .missing, .unreadable: .controlFailed
    }
  }

  /// What the detail pane says of it; nil for records that are no evidence.
  static func line(of record: RecordID, _ model: Model) -> DetailLine? {
    guard model.assessment.kind(of: record) == .evidence else { return nil }
    let look = EvidenceLook(record, model)
    return DetailLine(
      model.say(Words("File", "ファイル")), model.glyphs[look.glyph] + " " + model.say(look.words), look.role)
  }
}

extension Model {
  /// Evidence was written whose place reads like a file's and where no file lies: it is kept, but nothing was taken.
  func missingFile(_ changes: [Change]) -> Notice? {
    for case .set(let id, let slot, _, .text(let place)?) in changes where slot.key == Evidence.place.key {
      guard assessment.kind(of: id) == .evidence, context.files[place] == .missing, readsLikeAFile(place)
      else { continue }
      let label = assessment.label(of: id)
      return Notice(
        say(
          Words(
            "\(label) is kept, but no file lies at \(place): \(key: "evidence-of-control") on the control, Enter mends the place.",
            "\(label) を保存しましたが、\(place) にファイルがありません。管理策の \(key: "evidence-of-control")、Enter で所在を改めます。")),
        .warning)
    }
    return nil
  }

  /// A path, or a name that ends in a few letters after a dot.
  private func readsLikeAFile(_ place: String) -> Bool {
    guard !place.contains("://") else { return false }
    let ending = place.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    return place.contains("/")
      || (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Orders to look at the files that came in from elsewhere and that nobody here has looked at.
  var unseenEvidence: [Effect] {
    let places = assessment.keptPlaces.filter { context.files[$0] == nil }
    return places.isEmpty ? [] : [.readEvidence(places)]
  }
}
