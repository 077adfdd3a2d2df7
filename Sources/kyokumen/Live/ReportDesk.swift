import Domain
import Interface
import Reports
import Store

/// Reads from a workspace what a report that was asked for is made of.
struct ReportDesk {
  let workspace: Workspace
  let clock: Clock
  let language: Language

  /// - Parameters:
  ///   - order: Which report, for whose eyes, and of what.
  ///   - assessment: What it tells of, all of it.
  ///   - context: The day it is seen from.
  ///   - moment: The past moment that is told of, in words; nil for the present.
  /// - Returns: All it is made of.
  /// - Throws: `WorkspaceError` when the journal cannot be read.
  func material(
    _ order: ReportOrder, of assessment: Assessment, _ context: Context, at moment: Words? = nil
  ) throws -> ReportMaterial {
    let hidden = order.audience.map { Audience(party: $0, assessment).hidden(in: assessment) } ?? []
    var seen = assessment
    seen.hide(hidden)
    var kinds: [RecordKind: Int] = [:]
    for record in hidden { if let kind = assessment.kind(of: record) { kinds[kind, default: 0] += 1 } }
    var source = ReportSource(seen, context, language, audience: order.audience, hidden: kinds)
    source.moment = moment
    if order.kind == .cycle || order.kind == .all, assessment.cycle > 1, order.audience == nil {
      source.closedCycles = try workspace.closedCycles(day: clock.day(of:))
    }
    let unseen = Set(hidden)
    let audit = AuditReport(
      of: order.walk ?? seen.ids(.walk).last, in: seen, shelf: context.catalogues, language: language,
      hidden: unseen)
    return ReportMaterial(
      kind: order.kind, source: source, audit: audit,
      minutes: try minutes(order, seen, unseen, asOf: context.today),
      hidden: hidden.count)
  }

  /// Of the day wished for, or for a report of everything of all days people met.
  private func minutes(
    _ order: ReportOrder, _ assessment: Assessment, _ hidden: Set<RecordID>, asOf today: Day
  ) throws -> [Minutes] {
    let reader = MinutesReader(
      workspace: workspace, clock: clock, latest: today, assessment: assessment, language: language,
      audience: order.audience, hidden: hidden)
    switch order.kind {
    case .minutes: return [try reader.minutes(of: order.day)]
    case .all: return try reader.all()
    case .soa, .treatmentPlan, .register, .audit, .cycle: return []
    }
  }
}

/// All that a report is made of: from here on it needs the workspace no more, so that a worker can make it.
struct ReportMaterial: Sendable {
  let kind: ReportKind
  let source: ReportSource
  let audit: AuditReport
  let minutes: [Minutes]
  /// How many records its reader may not see.
  let hidden: Int

  var document: Document { ReportMaker(source).document(kind, audit: audit, minutes: minutes) }
}
