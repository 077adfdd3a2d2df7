import Domain
package import Interface

/// Makes every kind of report.
package struct ReportMaker {
  private let source: ReportSource

  package init(_ source: ReportSource) { self.source = source }

  /// - Parameters:
  ///   - kind: Which.
  ///   - audit: The report on a walk.
  ///   - minutes: Of the days that are told of.
  /// - Returns: The report; tables make their rows as they are written.
  package func document(_ kind: ReportKind, audit: AuditReport, minutes: [Minutes]) -> Document {
    switch kind {
    case .soa: single(kind, ApplicabilityReport(source: source).sections + waivers)
    case .treatmentPlan: single(kind, TreatmentReport(source: source).sections + waivers)
    case .register: single(kind, RegisterReport(source: source).sections + waivers)
    case .cycle: single(kind, CycleReport(source: source).sections)
    case .audit: audit.document.adding([source.waivers()].compactMap(\.self))
    case .minutes: minutes.last?.document ?? single(kind, [])
    case .all: everything(audit, minutes)
    }
  }

  /// On its side like the tables before it, so that it needs no sheet of its own.
  private var waivers: [Document.Section] { [source.waivers(isWide: true)].compactMap(\.self) }

  private func single(_ kind: ReportKind, _ sections: [Document.Section]) -> Document {
    source.document(kind, [Document.Part(nil, sections)])
  }

  /// Phase by phase, then what audits and workshops came to.
  private func everything(_ audit: AuditReport, _ minutes: [Minutes]) -> Document {
    var pictures = ReportPictures(source.assessment, source.context, source.language)
    let objectives = ObjectiveSections(source: source)
    let parts: [(String, [Document.Section])] = [
      (
        phase(.agreement),
        ContextSections(source: source).sections + AgreementSections(source: source).sections
      ),
      (phase(.policy), PolicySections(source: source).sections),
      (phase(.objectives), objectives.sections(&pictures) + [objectives.pairs].compactMap(\.self)),
      (phase(.riskManagement), RegisterReport(source: source).sections),
      (source.say(ReportKind.treatmentPlan.words), TreatmentReport(source: source).sections),
      (phase(.controls), ApplicabilityReport(source: source).sections),
      (phase(.evaluation), CycleReport(source: source, isPart: true).sections),
      (source.say(ReportKind.audit.words), audit.document.sections),
    ]
    let days = minutes.map {
      Document.Part(source.say(ReportKind.minutes.words) + " " + $0.day.text, $0.sections)
    }
    return source.document(
      .all, parts.filter { !$0.1.isEmpty }.map { Document.Part($0.0, $0.1) } + days)
  }

  private func phase(_ phase: Phase) -> String {
    "\(phase.rawValue) " + source.say(phase.words(in: source.assessment.scope))
  }
}
