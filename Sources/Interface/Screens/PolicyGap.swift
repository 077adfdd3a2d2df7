import Canvas
import Domain

/// A line below a party's tree: a commitment the party accepted and none of its documents answers.
enum PolicyGap {
  static let words = Words("no document answers", "応える文書なし")

  /// As the foot counts them.
  static let shortWords = Words("unanswered", "応える文書なし")

  /// Beyond the marks of the tree, so that one clause may be a gap of several parties.
  private static let base = 10

  static func tag(_ participant: Int) -> Int { base + participant }

  static func isOne(_ row: Row) -> Bool { row.tag >= base }

  /// Whose gap it is; nil when the party is no longer there.
  static func party(_ row: Row, _ model: Model) -> RecordID? {
    let participants = model.partyStanding.participants
    return participants.indices.contains(row.tag - base) ? participants[row.tag - base] : nil
  }

  static func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record else { return }
    let text = model.say(words)
    let (rest, end) = line.splitRight(DisplayWidth.width(of: text) + 1)
    pen.put(text, at: end.origin, role: .gateWarning, width: end.columns - 1)
    pen.put(
      [
        (pen.glyphs[.severityWarning] + " ", .gateWarning), (model.assessment.label(of: clause) + " ", .link),
        (model.assessment.title(of: clause) ?? "", .text),
      ], at: rest.origin.moved(columns: row.depth * 2), width: rest.columns - row.depth * 2 - 1)
  }

  static func advice(_ row: Row, _ model: Model) -> [DetailLine] {
    let name = party(row, model).map(model.shortName(of:)) ?? ""
    let text = Words(
      "\(name) accepted it, and none of its documents answers it. Enter links the one that does, \(key: "new") writes one.",
      "\(name) が受諾したが、応える文書がない。Enter で文書を選んで関連付け、\(key: "new") で新しい文書を作る。")
    return [
      DetailLine("", model.glyphs[.severityWarning] + " " + model.say(text), .gateWarning), DetailLine(),
    ]
  }

  /// Offers the party's documents; the one chosen answers the commitment from then on.
  static func choose(_ row: Row, _ model: inout Model) {
    guard let clause = row.record, let party = party(row, model) else { return }
    let label = model.assessment.label(of: clause)
    let documents = model.assessment.ids(.policyDocument, of: party).filter {
      model.assessment[$0, PolicyDocument.status] != .retired
    }
    guard !documents.isEmpty else {
      model.notice = Notice(
        model.say(
          Words(
            "No document yet: \(key: "new") writes one that answers it.",
            "文書がまだありません。\(key: "new") で応える文書を作成します。")),
        .info)
      return
    }
    let title = Words("Which document answers \(label)?", "\(label) に応える文書")
    model.layers.append(
      RecordChoiceLayer(title: title, records: documents) { model, document in
        let answers = model.assessment[document, PolicyDocument.answers] + [clause]
        let slot = Slot(PolicyDocument.answers.key)
        return [.perform([.set(document, slot, .references(answers))], .action)]
      })
  }

  /// A topic policy under the party's basic policy that answers the commitment.
  static func birth(_ row: Row, _ model: Model) -> Birth? {
    guard let clause = row.record, let party = party(row, model) else { return nil }
    let assessment = model.assessment
    let top = assessment.ids(.policyDocument, of: party).first {
      assessment[$0, PolicyDocument.tier] == .basicPolicy
        && assessment[$0, PolicyDocument.status] != .retired
    }
    var defaults = PolicyScreen.defaults(tier: top == nil ? .basicPolicy : .topicPolicy)
    if let top { defaults[Slot(PolicyDocument.parent.key)] = .reference(top) }
    defaults[Slot(PolicyDocument.answers.key)] = .references([clause])
    return Birth(.policyDocument, party: party, defaults: defaults)
  }
}
