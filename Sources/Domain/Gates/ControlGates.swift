/// What phase 5 asks before it is agreed.
enum ControlGates {
  static let all: [GateRule] = [c1, c2, c3, c4, c5, c6, c7, c8, c9]

  private static let c1 = GateRule.records(
    "C1", [.controls], of: [.risk], near: [.controlStatement],
    Words("every risk to be modified has at least one control", "低減する各リスクに一つ以上の管理策がある")
  ) { risk, gate in
    guard gate.assessment.treats(risk, .modify),
      !gate.assessment.controls(treating: risk).contains(where: {
        gate.assessment[$0, ControlStatement.applicability] != .excluded
      })
    else { return [] }
    return [
      GateFault("to be modified, but no control treats it: choose one", "低減するリスクに対応する管理策がない。管理策を決める")
    ]
  }

  // MARK: C2

  private static let c2 = GateRule.parties(
    "C2", [.controls], reads: [.party, .controlStatement, .agreement, .service],
    Words(
      "every control of the party's catalogues is decided, with reason",
      "当該組織のカタログの全ての管理策について、適用又は除外が理由とともに決まっている")
  ) { party, gate in
    let keys = gate.assessment[party, Party.catalogues]
    if keys.isEmpty, gate.scope != .cyberspace {
      return [
        GateFault("no control catalogue chosen: choose one", "管理策カタログが選ばれていない。選択する", record: party)
      ]
    }
    return keys.compactMap { undecided($0, party, gate) }
  }

  private static func undecided(_ key: String, _ party: RecordID, _ gate: GateContext) -> GateFault? {
    guard let catalogue = gate.shelf[key] else {
      return GateFault(
        "the catalogue \(key) is not known here: choose another or import it",
        "カタログ \(key) が登録されていない。別のものを選ぶか取り込む", record: party)
    }
    let statements = gate.statements(of: party)
    var undecided: [String] = []
    var unreasoned: [String] = []
    for control in gate.controls(of: catalogue, for: party) {
      let statement = statements[ControlKey(catalogue: key, number: control.number)]
      switch statement.flatMap({ gate.assessment[$0, ControlStatement.applicability] }) {
      case nil: undecided.append(control.number)
      case .applicable:
        if let statement, gate.assessment.lacks(statement, ControlStatement.inclusionReasons) {
          unreasoned.append(control.number)
        }
      case .excluded:
        if let statement, gate.assessment.lacks(statement, ControlStatement.exclusionReason) {
          unreasoned.append(control.number)
        }
      }
    }
    return words(undecided, unreasoned, catalogue.title).map { GateFault($0, record: party) }
  }

  private static func words(_ undecided: [String], _ unreasoned: [String], _ title: Words) -> Words? {
    var en: [String] = []
    var ja: [String] = []
    if !undecided.isEmpty {
      let list = Words.counted(undecided)
      en.append("\(undecided.count) undecided: \(list)")
      ja.append("適用・除外が未決定 \(undecided.count)件: \(list)")
    }
    if !unreasoned.isEmpty {
      let list = Words.counted(unreasoned)
      en.append("\(unreasoned.count) without reason: \(list)")
      ja.append("理由が未記入 \(unreasoned.count)件: \(list)")
    }
    guard !en.isEmpty else { return nil }
    return Words("\(title.en): " + en.joined(separator: "; "), "\(title.ja): " + ja.joined(separator: "。"))
  }

  // MARK: C3

  private static let c3 = GateRule.records(
    "C3", [.controls], of: [.controlStatement], near: [.evidence, .disclosure], far: [.controlStatement],
    Words(
      "every applicable control has owner and status, an implemented one evidence",
      "適用する各管理策に責任者と状況があり、実施した管理策に証拠がある")
  ) { control, gate in
    let assessment = gate.assessment
    guard assessment.applies(control) else { return [] }
    let status = assessment[control, ControlStatement.status]
    let fields: [(FieldDescription, Bool)] = [
      (ControlStatement.owner.field, assessment.has(control, ControlStatement.owner)),
      (ControlStatement.status.field, status != nil),
    ]
    let missing = fields.filter { !$0.1 }.map(\.0.words)
    var faults = missing.isEmpty ? [] : [GateFault(.missing(missing))]
    guard status == .implemented else { return faults }
    if assessment[control, ControlStatement.responsibility] == .other {
      if !isStated(byCounterpartOf: control, gate) {
        faults.append(
          GateFault(
            "left to another party whose statement is missing: ask for it",
            "他組織に委ねているが、相手の組織の適用宣言がない。相手に求める"))
      }
    } else if !assessment.isTarget(control, via: Evidence.control) {
      faults.append(
        GateFault("implemented, but without evidence: add it", "実施とされているが証拠がない。証拠を追加する"))
    }
    return faults
  }

  // MARK: C4

  private static let c4 = GateRule.records(
    "C4", [.controls], in: [.cloud], of: [.controlStatement], near: [.disclosure], far: [.controlStatement],
    Words(
      "a control left to or shared with a party is stated there too",
      "他組織に委ねた、又は共有する管理策が、相手の組織でも適用とされている")
  ) { control, gate in
    let assessment = gate.assessment
    guard assessment.applies(control), assessment.involvesOther(control) else { return [] }
    guard let counterpart = assessment.link(control, ControlStatement.counterpart) else {
      return [
        GateFault("does not say with which party: name it", "相手の組織が指定されていない。指定する")
      ]
    }
    guard !isStated(byCounterpartOf: control, gate) else { return [] }
    let name = assessment.names([counterpart])
    if assessment[counterpart, Party.participation] == .documentary {
      return [
        GateFault(
          "\(name.en) takes part by documents only: review a disclosure on this control",
          "\(name.ja)は文書による参加である。この管理策に関する監査情報を確認する")
      ]
    }
    return [
      GateFault(
        "\(name.en) does not state this control as applicable: ask it to",
        "\(name.ja)の適用宣言でこの管理策が適用とされていない。相手に求める")
    ]
  }

  /// Whether the counterpart states the control as applicable; of one that never comes, a reviewed disclosure will do.
  private static func isStated(byCounterpartOf control: RecordID, _ gate: GateContext) -> Bool {
    let assessment = gate.assessment
    guard let counterpart = assessment.link(control, ControlStatement.counterpart) else { return false }
    if let twin = gate.twin(of: control, at: counterpart), assessment.applies(twin) { return true }
    return assessment.isDocumented(control, by: counterpart)
  }

  // MARK: C5, C6

  private static let c5 = GateRule.records(
    "C5", [.controls], of: [.risk], near: [.controlStatement], far: [.riskCriteria],
    Words(
      "every risk to be modified or shared has a residual rating; on or above the line it is accepted",
      "低減又は共有する各リスクに残留リスクの評価があり、受容線以上のものは受容されている")
  ) { risk, gate in
    guard gate.assessment.treats(risk, .modify, .share) else { return [] }
    guard let standing = gate.standing(of: risk, .residual) else {
      return [
        GateFault("no residual rating: rate what remains after treatment", "残留リスクの評価がない。対応後のリスクを評価する")
      ]
    }
    guard standing.isAboveLine else { return [] }
    return RiskGates.acceptanceFault(risk, .residual, standing, gate).map { [$0] } ?? []
  }

  private static let c6 = GateRule.records(
    "C6", [.controls], of: [.controlStatement], near: [.risk],
    Words("no excluded control treats a risk", "除外した管理策がリスクに対応していない")
  ) { control, gate in
    guard gate.assessment[control, ControlStatement.applicability] == .excluded,
      let risk = gate.assessment[control, ControlStatement.risks].first
    else { return [] }
    return [
      GateFault(
        "excluded, but said to treat “\(gate.assessment.quoted(risk))”: apply it or unlink the risk",
        "除外した管理策が「\(gate.assessment.quoted(risk))」に対応するとされている。適用するか関連を外す")
    ]
  }

  // MARK: C7, C8

  private static let c7 = GateRule.records(
    "C7", [.controls], warnsIn: .everywhere, of: [.controlStatement], near: [.risk],
    Words(
      "a control included to treat risks names one; none is past its due date",
      "リスク対応を理由とする管理策にリスクがあり、期限を過ぎた管理策がない")
  ) { control, gate in
    let assessment = gate.assessment
    guard assessment.applies(control) else { return [] }
    var faults: [GateFault] = []
    if assessment[control, ControlStatement.inclusionReasons]?.contains(.riskTreatment) == true,
      assessment[control, ControlStatement.risks].isEmpty
    {
      faults.append(
        GateFault(
          "included to treat a risk, but names none: link the risk", "適用の理由がリスク対応であるが、対応するリスクがない。関連付ける"))
    }
    if let due = assessment[control, ControlStatement.due], due < gate.today,
      assessment[control, ControlStatement.status] != .implemented
    {
      faults.append(
        GateFault(
          "due on \(due.text) and not implemented: act or set a new date",
          "期限（\(due.text)）を過ぎても実施されていない。実施するか期限を改める"))
    }
    return faults
  }

  private static let c8 = GateRule.records(
    "C8", [.controls], warnsIn: .everywhere, of: [.risk], near: [.controlStatement], far: [.riskCriteria],
    Words(
      "a residual level below the present one rests on a control planned or implemented",
      "現在より低い残留リスクレベルを、計画又は実施した管理策が裏付けている")
  ) { risk, gate in
    guard let residual = gate.standing(of: risk, .residual), let present = gate.standing(of: risk, .present),
      residual.level < present.level
    else { return [] }
    let works = gate.assessment.controls(treating: risk).contains {
      switch gate.assessment[$0, ControlStatement.status] {
      case .planned, .inProgress, .implemented:
        gate.assessment[$0, ControlStatement.applicability] != .excluded
      case nil, .notStarted: false
      }
    }
    guard !works else { return [] }
    return [
      GateFault(
        "residual level \(residual.level) is below the present \(present.level), but no control is planned or implemented: add one",
        "残留リスクレベル\(residual.level)が現在の\(present.level)より低いが、計画又は実施した管理策がない。管理策を加える")
    ]
  }

  // MARK: C9

  private static let c9 = GateRule.records(
    "C9", [.controls], warnsIn: .everywhere, of: [.evidence],
    Words("every evidence file is as it was when it was taken", "証拠のファイルが取得時のまま変わっていない")
  ) { evidence, gate in
    let assessment = gate.assessment
    let place = assessment[evidence, Evidence.place] ?? ""
    switch assessment.state(ofEvidence: evidence, gate.files) {
    case .changed:
      return [
        GateFault(
          "the file \(place) has changed since it was taken: look at it, then take it anew or bring the old one back",
          "ファイル \(place) が取得時から変わっている。内容を確かめ、取り直すか元に戻す")
      ]
    case .missing:
      return [
        GateFault(
          "the file \(place) is no longer there: bring it back or say where it is",
          "ファイル \(place) が見つからない。元に戻すか所在を改める")
      ]
    case .unreadable:
      return [
        GateFault(
          "the file \(place) cannot be read: allow it to be read", "ファイル \(place) を読み取れない。読み取りを許可する")
      ]
    case .unkept, .unchecked, .asTaken: return []
    }
  }.readingFiles()
}

extension Assessment {
  /// The statements that name a risk as treated.
  package func controls(treating risk: RecordID) -> [RecordID] {
    sources(of: risk, via: ControlStatement.risks)
  }

  /// Whether a control was found applicable.
  func applies(_ control: RecordID) -> Bool { self[control, ControlStatement.applicability] == .applicable }

  /// Whether a control is applicable and left to another party, wholly or in part.
  package func isLeft(_ control: RecordID) -> Bool { applies(control) && involvesOther(control) }

  /// Whether a control is left to or shared with another party.
  func involvesOther(_ control: RecordID) -> Bool {
    switch self[control, ControlStatement.responsibility] {
    case .other, .shared: true
    case nil, .own: false
    }
  }
}

extension GateContext {
  /// Controls of the party's catalogues, for its roles, without a decision.
  func undecidedControls(of party: RecordID) -> Int {
    let statements = statements(of: party)
    return assessment[party, Party.catalogues].compactMap { shelf[$0] }.reduce(0) { total, catalogue in
      total
        + controls(of: catalogue, for: party).count { control in
          let key = ControlKey(catalogue: catalogue.key, number: control.number)
          return statements[key].map { assessment.lacks($0, ControlStatement.applicability) } ?? true
        }
    }
  }

  /// A catalogue's controls that are for a party's roles.
  func controls(of catalogue: ControlCatalogue, for party: RecordID) -> [CatalogueControl] {
    let roles = assessment.roles(of: party, today: today)
    return catalogue.controls.filter { CatalogueShelf.isFor(roles, $0) }
  }

  /// What another party states on the same control, in the same edition or the corresponding one.
  func twin(of control: RecordID, at party: RecordID) -> RecordID? {
    guard let number = assessment[control, ControlStatement.control] else { return nil }
    let catalogue = assessment[control, ControlStatement.catalogue]
    if let same = statement(of: party, on: number, in: catalogue) { return same }
    let others = shelf.editions.newer(of: number) + shelf.editions.older(of: number)
    let catalogues = assessment[party, Party.catalogues].filter { $0 != catalogue }
    return others.lazy.flatMap { other in catalogues.map { (other, $0) } }
      .compactMap { statement(of: party, on: $0, in: $1) }.first
  }
}
