import Canvas
import Domain

/// The lines of the context that are not of the chart.
struct ContextLine {
  let model: Model

  private var assessment: Assessment { model.assessment }

  func runs(of record: RecordID, _ part: ContextScreen.Part) -> [(String, Role)] {
    let title = assessment.title(of: record) ?? model.glyphs[.absent]
    switch part {
    case .scope:
      return [(title, .text), ("   " + (assessment[record, ScopeStatement.services] ?? ""), .textMuted)]
    case .issues:
      let kind = assessment[record, Issue.kind].map { model.say($0.words) } ?? model.glyphs[.absent]
      return [(DisplayWidth.pad(kind, to: 8) + "  ", .textMuted), (title, .text)]
    case .interested:
      let needs = assessment[record, InterestedParty.needs]
      return [
        (DisplayWidth.pad(title, to: 22) + "  ", .text),
        (needs ?? model.say(Words("needs not written", "ニーズ未記入")), needs == nil ? .gateWarning : .textMuted),
      ]
    case .certification: return certification(of: record)
    case .clauses: return clause(record, title)
    case .chart: return []
    }
  }

  /// What each party decided on climate change (ISO/IEC 27001:2022/Amd 1:2024).
  func climate(_ parties: [RecordID]) -> [(String, Role)] {
    [("   " + model.say(Party.climateDecision.field.words), .textMuted)]
      + parties.prefix(3).map { party in
        let decision = assessment[party, Party.climateDecision]
        let whose = parties.count > 1 ? " " + model.shortName(of: party) : ""
        let words =
          decision?.words ?? Words("undecided: \(key: "climate") decides", "未決定: \(key: "climate") で決定")
        return (whose + " " + model.say(words), decision == nil ? .gateWarning : .text)
      }
  }

  // MARK: Certification

  static let certificate: Set<FieldKey> = [
    Party.certificationStandard.key, Party.registrar.key, Party.accreditationBody.key,
    Party.certificateNumber.key, Party.certificationScope.key, Party.certifiedUntil.key,
  ]

  /// What it is certified to, by whom, under which number and until when.
  private func certification(of party: RecordID) -> [(String, Role)] {
    guard let standard = assessment[party, Party.certificationStandard] else {
      return [
        (model.say(Words("not certified: Enter writes the certificate", "認証なし: Enter で記入")), .textMuted)
      ]
    }
    let bodies = [assessment[party, Party.registrar], assessment[party, Party.accreditationBody]]
      .compactMap(\.self).joined(separator: " / ")
    var runs: [(String, Role)] = [(standard + "  ", .text)]
    if let until = assessment[party, Party.certifiedUntil] {
      let isOver = until < model.context.today
      let words =
        isOver
        ? Words("expired \(until.text)", "期限切れ \(until.text)")
        : Words("until \(until.text)", "\(until.text) まで")
      runs += [
        (
          model.glyphs[isOver ? .cross : .check] + " " + model.say(words) + "  ",
          isOver ? .gateBlocker : .messageSuccess
        )
      ]
    }
    runs.append(((assessment[party, Party.certificateNumber] ?? "") + "  " + bodies, .textMuted))
    if let scope = assessment[party, Party.certificationScope] { runs.append(("  " + scope, .textMuted)) }
    return runs
  }

  // MARK: Clauses

  /// Mark, word and role of each state.
  private func look(of state: Conformity) -> (Glyph, Role) {
    switch state {
    case .conform: (.check, .messageSuccess)
    case .partly: (.controlInProgress, .gateWarning)
    case .nonconform: (.cross, .gateBlocker)
    case .notAssessed: (.absent, .textMuted)
    }
  }

  private func clause(_ record: RecordID, _ title: String) -> [(String, Role)] {
    let state = assessment[record, ClauseConformity.state] ?? .notAssessed
    let (glyph, role) = look(of: state)
    let columns = model.language == .japanese ? 12 : 18
    let word = DisplayWidth.pad(model.glyphs[glyph] + " " + model.say(state.words), to: columns)
    // What was found counts more than what the clause is called, where both do not fit.
    let number = assessment[record, ClauseConformity.clause] ?? ""
    let name = model.context.catalogues.clauses[number].map { model.say($0.title) } ?? title
    guard let note = assessment[record, ClauseConformity.note] else {
      return [(DisplayWidth.pad(number, to: 6), .text), (word + "  ", role), (name, .textMuted)]
    }
    return [
      (DisplayWidth.pad(number, to: 6), .text), (word + "  ", role), (note + "   ", .text),
      (name, .textMuted),
    ]
  }

  /// How many clauses stand how, in words where the line has room for them.
  func conformity(_ clauses: [RecordID], inWords: Bool) -> [(String, Role)] {
    Conformity.allCases.flatMap { state -> [(String, Role)] in
      let count = clauses.count { (assessment[$0, ClauseConformity.state] ?? .notAssessed) == state }
      guard count > 0 else { return [] }
      let (glyph, role) = look(of: state)
      return [
        ("   ", .text),
        (model.glyphs[glyph] + (inWords ? " " + model.say(state.words) : "") + " \(count)", role),
      ]
    }
  }
}
