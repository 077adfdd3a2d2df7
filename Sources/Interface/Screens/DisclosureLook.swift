import Canvas
import Domain

extension Freshness {
  /// Glyph and role beside the words.
  var look: (Glyph, Role) {
    switch self {
    case .undated: (.severityWarning, .gateWarning)
    case .valid: (.check, .messageSuccess)
    case .expiring: (.severityWarning, .gateWarning)
    case .expired: (.cross, .gateBlocker)
    }
  }

  /// As short as a column holds.
  func words(seenFrom today: Day) -> Words {
    switch self {
    case .undated: Words("until when?", "期限?")
    case .valid(let until):
      Words("valid to \(until.short(seenFrom: today))", "有効 \(until.short(seenFrom: today)) 迄")
    case .expiring(_, let days): Words("\(days) days left", "あと \(days) 日")
    case .expired(let on):
      Words("expired \(on.short(seenFrom: today))", "期限切れ \(on.short(seenFrom: today))")
    }
  }
}

extension Detail {
  /// The audit information that a clause or control rests on, each with its age and the receiver's verdict, as it is
  /// to be seen where it is relied on; empty where none is named.
  static func support(of record: RecordID, _ model: Model) -> [DetailLine] {
    let disclosures = model.assessment.disclosures(supporting: record)
    guard !disclosures.isEmpty else { return [] }
    let head = DetailLine("", model.say(Words("Rests on audit information", "裏付ける監査情報")), .textMuted)
    return [DetailLine(), head] + disclosures.prefix(supportShown).flatMap { support(by: $0, model) }
  }

  private static let supportShown = 4

  private static func support(by disclosure: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let standing = assessment.standing(ofDisclosure: disclosure, today: model.context.today)
    let age = standing.freshness.words(seenFrom: model.context.today)
    let (glyph, role) = standing.freshness.look
    let verdict =
      switch standing.isSufficient {
      case true?: Words("found sufficient", "十分と確認")
      case false?: Words("found insufficient", "不十分")
      case nil: Words("not reviewed", "未確認")
      }
    let gap = " " + model.glyphs[.separator] + " "
    return [
      DetailLine(assessment.label(of: disclosure), assessment.title(of: disclosure) ?? "", .link),
      DetailLine(
        " ", model.glyphs[glyph] + " " + model.say(age) + gap + model.say(verdict),
        standing.carries ? role : standing.freshness.isInDate ? .gateWarning : .gateBlocker),
    ]
  }
}
