import Canvas
import Domain

/// What moves more than one record: parties that join and leave, amendments, waivers, answers with what belongs to
/// them, the next cycle. Each shows what follows before it is done; `!` offers them all.
enum MatterActions {
  static let all: [Action] =
    [
      menu("matters", nil, footer: nil),
      menu("matters-here", [.overview, .supply, .agreement, .context], footer: 58),
    ]
    + choices.map { choice in
      Action(
        choice.id, choice.words.en, choice.words.ja, capability: .change, unless: choice.unless
      ) { model in
        if let matter = choice.matter(model) { model.layers.append(MatterLayer(matter, model)) }
        return []
      }
    }

  /// Everywhere; in the footer where parties and what they agreed are in view.
  private static func menu(_ id: String, _ screens: [ScreenID]?, footer: Int?) -> Action {
    Action(
      id, "join, leave, amend, waive...", "参加・離脱・変更・例外承認", keys: [.character("!")], screens: screens,
      capability: .change, footer: footer
    ) { model in
      model.layers.append(MattersLayer())
      return []
    }
  }

  /// One line of the menu.
  struct Choice: Sendable {
    let key: Character
    let id: String
    let words: Words
    /// Why it is not to be had now; nil when it is.
    let unless: @Sendable (Model) -> Words?
    let matter: @Sendable (Model) -> (any Matter)?
  }

  static let choices: [Choice] = [
    Choice(key: "j", id: "party-joins", words: Words("a party joins", "組織の参加"), unless: isSingle) { _ in
      JoinMatter()
    },
    Choice(key: "l", id: "party-leaves", words: Words("a party leaves", "組織の離脱"), unless: isSingle) { model in
      LeaveMatter(party: party(model))
    },
    Choice(
      key: "r", id: "full-answer", words: Words("answer with reservation or by document", "留保付き・文書による回答"),
      unless: noClause
    ) { model in
      AnswerMatter(clauses: clauses(model), parties: bound(model), model.assessment)
    },
    Choice(
      key: "m", id: "amend", words: Words("amend an agreed clause", "合意済みの事項の変更"), unless: noJointRecord
    ) { model in
      model.current.map { AmendMatter(record: $0) }
    },
    Choice(key: "w", id: "waive", words: Words("waive a finding", "例外承認"), unless: nothingToWaive) { model in
      WaiveMatter(findings: waivable(model))
    },
    Choice(
      key: "y", id: "close-cycle", words: Words("close the cycle, begin the next", "期を締め、次の期を始める"),
      unless: noHead
    ) { _ in CycleMatter() },
  ]

  // MARK: What they are about

  /// On a party's line that party, else the one shown.
  private static func party(_ model: Model) -> RecordID? {
    model.current.flatMap { model.assessment.kind(of: $0) == .party ? $0 : model.assessment.party(of: $0) }
      ?? model.party
  }

  private static func clauses(_ model: Model) -> [RecordID] {
    model.chosen.filter { model.assessment.kind(of: $0) == .commitment }
  }

  /// The party shown first, then those that never come, then the others.
  private static func bound(_ model: Model) -> [RecordID] {
    var seen: Set<RecordID> = []
    let bound = clauses(model).flatMap { model.assessment.parties(boundBy: $0) }
      .filter { seen.insert($0).inserted }
    let shown = bound.filter { $0 == model.party }
    let absent = bound.filter {
      model.assessment[$0, Party.participation] == .documentary && $0 != model.party
    }
    return shown + absent + bound.filter { !shown.contains($0) && !absent.contains($0) }
  }

  /// The finding the cursor is on, or those of the record it is on, before the others.
  private static func waivable(_ model: Model) -> [GateFinding] {
    let findings = model.shownFindings
    let meant =
      model.pane == .gate && findings.indices.contains(model.gateCursor) ? findings[model.gateCursor] : nil
    let all = findings.filter {
      $0.severity != .waived && (GateRules.rule($0.rule)?.isWaivable ?? false)
    }
    let first = all.filter { $0 == meant }
    let here = all.filter { $0 != meant && $0.record != nil && $0.record == model.current }
    return first + here + all.filter { $0 != meant && !here.contains($0) }
  }

  // MARK: When they are to be had

  @Sendable private static func isSingle(_ model: Model) -> Words? {
    model.assessment.scope == .singleOrganization
      ? Words("This assessment is of a single organisation.", "単一組織のアセスメントです。") : nil
  }

  @Sendable private static func noClause(_ model: Model) -> Words? {
    clauses(model).isEmpty || bound(model).isEmpty
      ? Words("Put the cursor on a clause first (\(key: "phase-1")).", "先に合意事項を選んでください（\(key: "phase-1")）。")
      : nil
  }

  @Sendable private static func noJointRecord(_ model: Model) -> Words? {
    guard let record = model.current, model.assessment.party(of: record) == nil,
      model.assessment.kind(of: record)?.description.phase != nil
    else { return Words("Put the cursor on a clause or another joint record.", "合意事項などの共同の記録を選んでください。") }
    return nil
  }

  @Sendable private static func nothingToWaive(_ model: Model) -> Words? {
    waivable(model).isEmpty ? Words("Nothing here can be waived.", "例外承認の対象になる所見はありません。") : nil
  }

  @Sendable private static func noHead(_ model: Model) -> Words? {
    model.assessment.participants.isEmpty ? Words("No party takes part yet.", "参加する組織がまだありません。") : nil
  }
}
