package import Domain
import Journal

extension Workspace {
  /// Casts estimates under seal as one act: the journal learns that, what they say is kept aside, both or neither.
  ///
  /// - Throws: As `perform`.
  package func cast(
    _ openings: [Opening], on assessment: inout Assessment, in context: Context, at moment: Moment
  ) throws -> [Change] {
    try act(on: &assessment, in: context, at: moment) { assessment, context in
      Decision(changes: try assessment.perform(openings.map(Command.cast), in: context)) {
        try Openings.write(openings, $0)
      }
    }
  }

  /// Opens all estimates of a round at once; what was kept aside is then in the journal and nowhere else.
  ///
  /// `leavingOut` goes on without those whose opening is not in this file or does not fit.
  ///
  /// - Throws: As `perform`; `EstimateRefusal.unopened` names whose openings are missing.
  package func reveal(
    _ round: RecordID, leavingOut: Bool = false, on assessment: inout Assessment, in context: Context,
    at moment: Moment
  ) throws -> [Change] {
    try act(on: &assessment, in: context, at: moment) { assessment, context in
      let openings = try self.reading { try Openings.read(of: round, $0) }
      let command = Command.reveal(round, openings, leavingOut: leavingOut)
      return Decision(changes: try assessment.perform([command], in: context)) {
        try Openings.delete(of: round, $0)
      }
    }
  }
}
