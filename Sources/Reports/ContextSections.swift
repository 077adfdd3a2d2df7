import Domain

/// Who takes part, in which context, and who does what in which phase.
struct ContextSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    [parties] + source.parties.compactMap(context) + [shares].compactMap(\.self)
  }

  // MARK: Parties

  private var parties: Document.Section {
    let columns = [
      source.column(Words("Party", "組織"), 26), source.column(Words("Role", "役割"), 20),
      source.column(Words("Participation", "参加形態"), 14),
      source.column(Words("Top management", "トップマネジメント"), 20), source.column(Words("CISO", "CISO"), 20),
    ]
    let rows = source.parties.map { party in
      Document.Table.Row([
        Document.Table.Cell(source.party(party)), Document.Table.Cell(source.text(party, Party.role) ?? ""),
        Document.Table.Cell(
          lines: [
            source.text(party, Party.participation) ?? "", source.labelled(party, Party.representedBy) ?? "",
            source.labelled(party, Party.leftOn) ?? "",
          ]),
        Document.Table.Cell(source.title(assessment[party, Party.topManagement])),
        Document.Table.Cell(source.title(assessment[party, Party.ciso])),
      ])
    }
    let purpose = assessment.head.flatMap { source.labelled($0, AssessmentRecord.jointPurpose) }
    return source.section(
      Words("Parties", "組織"),
      (purpose.map { [.paragraph($0)] } ?? []) + [.table(Document.Table("", columns, rows: rows))])
  }

  // MARK: Context

  /// A party's scope, issues and interested parties; nil while nothing is said.
  private func context(_ party: RecordID) -> Document.Section? {
    let scopes = assessment.ids(.scopeStatement, of: party).map { scope in
      Document.Item(
        source.title(scope), below: [source.labelled(scope, ScopeStatement.services)].compactMap(\.self))
    }
    let issues = assessment.ids(.issue, of: party).map { issue in
      Document.Item(source.joined([source.text(issue, Issue.kind), source.title(issue)]))
    }
    let interested = assessment.ids(.interestedParty, of: party).map { one in
      Document.Item(source.title(one), below: source.lines(one, InterestedParty.needs))
    }
    let parts: [(Words, [Document.Item])] = [
      (Words("Scope", "適用範囲"), scopes), (Words("Issues", "課題"), issues),
      (Words("Interested parties and their needs", "利害関係者のニーズ及び期待"), interested),
    ]
    let lists = parts.filter { !$0.1.isEmpty }.flatMap { words, items -> [Document.Block] in
      [.subheading(source.say(words)), .list(items)]
    }
    let climate = source.fact(party, Party.climateDecision).map { [Document.Block.facts([$0])] } ?? []
    let blocks = lists + climate
    guard !blocks.isEmpty else { return nil }
    return Document.Section(
      source.say(Words("Context of ", "組織の状況：")) + source.party(party), blocks)
  }

  // MARK: Who does what

  /// Phase by phase what each party does, takes and gives; nil while nothing is said.
  private var shares: Document.Section? {
    let all = assessment.ids(.phaseShare)
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("Party", "組織"), 20), source.column(PhaseShare.does.field.words, 32),
      source.column(PhaseShare.takes.field.words, 24), source.column(PhaseShare.gives.field.words, 24),
    ]
    let rows = Phase.allCases.flatMap { phase -> [Document.Table.Row] in
      let own = all.filter { assessment[$0, PhaseShare.phase] == phase.rawValue }
      guard !own.isEmpty else { return [] }
      let heading = "\(phase.rawValue) " + source.say(phase.words(in: assessment.scope))
      return [Document.Table.Row(heading: heading)]
        + own.map { share in
          Document.Table.Row(
            [Document.Table.Cell(assessment.party(of: share).map { source.party($0) } ?? "")]
              + [PhaseShare.does, PhaseShare.takes, PhaseShare.gives].map {
                Document.Table.Cell(lines: source.lines(share, $0))
              })
        }
    }
    return source.section(
      Words("Who does what", "局面ごとの分担"), [.table(Document.Table("", columns, rows: rows))])
  }
}
