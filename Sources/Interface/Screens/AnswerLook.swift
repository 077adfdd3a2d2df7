import Canvas
import Domain

/// How a party's answer to a clause looks: sign and word. Laws are applicable or not; standards are adopted.
struct AnswerLook {
  let glyph: Glyph
  let words: Words
  let role: Role

  init(_ answer: Answer?, to kind: CommitmentKind?) {
    let isStandard = kind == .internationalStandard || kind == .guideline
    let isBinding = kind?.isBinding ?? false
    switch answer {
    case .accepted:
      glyph = .check
      words =
        isBinding
        ? Words("applies", "適用") : isStandard ? Words("adopted", "採用") : Words("accepted", "受諾")
      role = .messageSuccess
    case .acceptedWithReservation:
      glyph = .severityWarning
      words = isStandard ? Words("in part", "一部採用") : Words("reserved", "留保付き")
      role = .gateWarning
    case .disputed:
      glyph = .cross
      words = Words("disputed", "異議あり")
      role = .gateBlocker
    case .notApplicable:
      glyph = .controlExcluded
      words = isStandard ? Words("not adopted", "採用せず") : Words("n/a", "適用外")
      role = .controlExcluded
    case .proposed:
      glyph = .bullet
      words = Answer.proposed.words
      role = .gateWarning
    case nil:
      glyph = .absent
      words = Words("no answer", "未回答")
      role = .gateBlocker
    }
  }
}
