import Canvas
import Domain

/// How a party's answer to a clause looks: sign and word. Laws are applicable or not; standards are adopted.
struct AnswerLook {
  let glyph: Glyph
  let words: Words
  /// For a narrow column.
  let short: Words
  let role: Role

  init(_ answer: Answer?, to kind: CommitmentKind?) {
    let isStandard = kind == .internationalStandard || kind == .guideline
    (words, short) = Self.words(answer, isStandard, isBinding: kind?.isBinding ?? false)
    switch answer {
    case .accepted: (glyph, role) = (.check, .messageSuccess)
    case .acceptedWithReservation: (glyph, role) = (.severityWarning, .gateWarning)
    case .notAdopted: (glyph, role) = (.diffRemoved, .gateWarning)
    case .disputed: (glyph, role) = (.cross, .gateBlocker)
    case .notApplicable: (glyph, role) = (.controlExcluded, .controlExcluded)
    case .proposed: (glyph, role) = (.bullet, .gateWarning)
    case nil: (glyph, role) = (.absent, .gateBlocker)
    }
  }

  private static func words(_ answer: Answer?, _ isStandard: Bool, isBinding: Bool) -> (Words, Words) {
    switch answer {
    case .accepted:
      isBinding
        ? (Words("applies", "適用"), Words("yes", "適用"))
        : isStandard
          ? (Words("adopted", "採用"), Words("yes", "採用")) : (Words("accepted", "受諾"), Words("yes", "受諾"))
    case .acceptedWithReservation:
      isStandard
        ? (Words("in part", "一部採用"), Words("partly", "一部"))
        : (Words("reserved", "留保付き"), Words("resv.", "留保"))
    case .notAdopted: (Words("not adopted", "採用せず"), Words("not", "不採用"))
    case .disputed: (Words("disputed", "異議あり"), Words("disp.", "異議"))
    case .notApplicable: (Words("n/a", "適用外"), Words("n/a", "適用外"))
    case .proposed: (Answer.proposed.words, Words("prop.", "提案中"))
    case nil: (Words("no answer", "未回答"), Words("open", "未回答"))
    }
  }
}
