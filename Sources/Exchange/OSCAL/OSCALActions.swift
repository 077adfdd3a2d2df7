import Domain

/// A party's plan of action and milestones: its register of risks with the treatment plan, and corrective action.
struct OSCALActions {
  let party: RecordID
  let source: OSCALSource
  let chains: OSCALChains
  private var assessment: Assessment { source.assessment }

  /// Whether there is a system security plan to refer to; a lone register stands for itself.
  private var hasPlan: Bool { source.planned.contains(party) }

  var document: OSCALValue {
    var draft = OSCALDraft(source, party: party)
    let name = source.title(party)
    let risks = source.risks(party)
    let findings = source.actionable(party)
    let known = Set(risks)
    let body = (
      observations: draft.observations(of: findings),
      risks: risks.map { draft.risk($0, links: chains.links(of: $0, &draft)) },
      findings: findings.map { draft.finding($0, risks: known) },
      items: items(risks, findings: Set(findings), &draft)
    )
    return draft.document(
      "plan-of-action-and-milestones", named: "plan-of-action-and-milestones/" + source.uuid(party),
      title: Words("Risk register and corrective action: \(name)", "リスク登録簿及び是正処置: \(name)"),
      body: [
        "import-ssp": hasPlan ? .object(["href": .text(source.file(.plan, of: party))]) : nil,
        "system-id": OSCALPlan.systemID(source.uuid(party)),
        "observations": .list(body.observations), "risks": .list(body.risks),
        "findings": .list(body.findings), "poam-items": .array(body.items),
      ])
  }

  // MARK: Items

  private func items(
    _ risks: [RecordID], findings: Set<RecordID>, _ draft: inout OSCALDraft
  ) -> [OSCALValue] {
    let planned = risks.filter { risk in
      assessment.has(risk, Risk.treatment) || draft.text(risk, Risk.planActions) != nil
    }
    let made =
      planned.map { item(of: $0, &draft) }
      + source.actions(party).map { item(ofAction: $0, findings: findings, &draft) }
    return made.isEmpty ? [open(risks, findings)] : made
  }

  private func item(of risk: RecordID, _ draft: inout OSCALDraft) -> OSCALValue {
    let chosen = (assessment[risk, Risk.treatment]?.members ?? []).map(\.words)
    let words = Words(
      chosen.map(\.en).joined(separator: ", "), chosen.map(\.ja).joined(separator: "・"))
    let title = source.title(risk)
    return .object([
      "uuid": .text(source.uuid(risk, "plan")),
      "title": .text(title),
      "description": .text(
        draft.text(risk, Risk.planActions) ?? (chosen.isEmpty ? title : OSCALSource.both(words))),
      "origins": draft.origin(source.reference(risk, Risk.owner)).map { .array([$0]) },
      "related-risks": .array([.object(["risk-uuid": .text(source.uuid(risk))])]),
    ])
  }

  private func item(
    ofAction action: RecordID, findings: Set<RecordID>, _ draft: inout OSCALDraft
  ) -> OSCALValue {
    let finding = source.reference(action, CorrectiveAction.finding).flatMap {
      findings.contains($0) ? $0 : nil
    }
    let title = source.title(action)
    let uuid = draft.mention(action)
    let isWorded = source.originals.isWorded(uuid, assessment[action, CorrectiveAction.action])
    return .object([
      "uuid": .text(uuid), "title": isWorded ? nil : .text(title),
      "description": isWorded ? nil : .text(draft.text(action, CorrectiveAction.action) ?? title),
      "props": draft.properties(of: action, texts: [CorrectiveAction.action.key]),
      "origins": draft.origin(source.reference(action, CorrectiveAction.owner)).map { .array([$0]) },
      "related-findings": finding.map {
        .array([.object(["finding-uuid": .text(source.uuid($0))])])
      },
    ])
  }

  /// A register in which nothing is decided yet is one thing to do.
  private func open(_ risks: [RecordID], _ findings: Set<RecordID>) -> OSCALValue {
    .object([
      "uuid": .text(source.uuid(party, "register")),
      "title": .text(OSCALSource.both(Words("Decide what is done", "対応を決める"))),
      "description": .text(OSCALSource.both(Words("Nothing is decided yet", "対応はまだ決まっていない"))),
      "related-findings": .list(
        findings.sorted().map { .object(["finding-uuid": .text(source.uuid($0))]) }),
      "related-risks": .list(risks.map { .object(["risk-uuid": .text(source.uuid($0))]) }),
    ])
  }
}
