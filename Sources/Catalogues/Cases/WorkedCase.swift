package import Domain

/// The talk's worked cases, built through the commands a person uses.
///
/// Their values are the talk's own words where it has them; names, dates and scores are ours. Dates lie around
/// `today`, so that a demonstration is never out of date; the same day gives the same case.
package enum WorkedCase: String, CaseIterable, Sendable {
  /// A customer and a provider (data centre), six phases.
  case cloud
  /// Four organisations that use and operate a shared space.
  case cyberspace
  /// One organisation with several management systems.
  case single

  package var title: Words {
    switch self {
    case .cloud: Words("Cloud migration assessment", "クラウド移行アセスメント")
    case .cyberspace: Words("Shared use of cyberspace", "サイバー空間の共同使用")
    case .single: Words("Integrated management systems", "統合マネジメントシステム")
    }
  }

  /// The acts that build the case, in order. Later acts point to records of earlier ones by their stand-ins;
  /// `build` resolves them.
  ///
  /// - Throws: What in the embedded tables cannot be read.
  package func batches(language: Language, today: Day) throws(CaseError) -> [CaseStep] {
    let founding = try founding(language, today)
    var writer = CaseWriter(founding: founding, language: language, today: today)
    for file in files { try writer.read(file.name, file.bytes) }
    return writer.steps
  }

  /// Builds the case with whatever performs commands: a store, or a bare assessment.
  ///
  /// - Parameters:
  ///   - language: Of the free texts.
  ///   - today: What the dates lie around.
  ///   - perform: Carries out one act of a person, on behalf of a party or of nobody, and returns its changes.
  /// - Throws: `CaseError`, or whatever `perform` throws; nothing after that act is carried out.
  package func build(
    language: Language, today: Day,
    into perform: (_ commands: [Command], _ actor: String, _ party: RecordID?) throws -> [Change]
  ) throws {
    try buildSteps(language: language, today: today) { step in
      try perform(step.commands, step.actor, step.party)
    }
  }

  /// The same for those who also want to know when an act was.
  package func buildSteps(
    language: Language, today: Day, into perform: (CaseStep) throws -> [Change]
  ) throws {
    var standIns = StandIns()
    for step in try batches(language: language, today: today) {
      let commands = step.commands.map { standIns.resolved($0) }
      let changes = try perform(
        CaseStep(
          actor: step.actor, party: step.party.map { standIns.resolved($0) }, commands: commands,
          isToday: step.isToday))
      standIns.note(changes, of: commands)
    }
  }

  private func founding(_ language: Language, _ today: Day) throws(CaseError) -> NewWorkspace {
    let year = today.parts.year
    do throws(NewWorkspaceError) {
      return try NewWorkspace(
        scope, title: title[language] + " " + String(year),
        entrants: entrants.map { Entrant($0.role, $0.name[language]) },
        catalogues: self == .cloud ? [CatalogueKey.edition2013, CatalogueKey.cloud] : nil,
        language: language, today: today.adding(-300))
    } catch {
      throw .founding(error)
    }
  }

  private var scope: Scope {
    switch self {
    case .cloud: .cloud
    case .cyberspace: .cyberspace
    case .single: .singleOrganization
    }
  }

  private var entrants: [(role: EntrantRole, name: Words)] {
    switch self {
    case .cloud:
      [
        (.csc, Words("Sample Trading", "サンプル商事")), (.csp, Words("Example Data Centre", "例示データセンター")),
      ]
    case .cyberspace:
      [
        (.user, Words("Sample Trading", "サンプル商事")), (.user, Words("Mihon Manufacturing", "見本製作所")),
        (.operator, Words("Example Network Operations", "例示ネットワーク運用")),
        (.operator, Words("Rei Regional Exchange", "例地域情報センター")),
      ]
    case .single:
      [(.standalone, Words("Mihon Industries", "見本工業"))]
    }
  }
}

/// One act of the case.
package struct CaseStep: Sendable {
  /// Who acts, as they are called.
  package let actor: String
  /// The stand-in of the party on whose behalf; nil for nobody's.
  package let party: RecordID?
  package let commands: [Command]
  /// Of the day of the demonstration; the rest was there before.
  package let isToday: Bool
}

/// What in the embedded tables of a case cannot be read.
package enum CaseError: Error, Hashable, Sendable {
  case founding(NewWorkspaceError)
  case unreadable(file: String)
  /// A word that names no kind, field, record, event or value.
  case unknown(String, file: String, line: Int)
}
