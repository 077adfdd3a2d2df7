import Domain
import Exchange
import Interface

/// A refused event as a machine reads it.
struct RefusedJSON {
  private let refusal: Refusal
  private let event: String
  private let phase: Phase?
  private let party: RecordID?
  private let assessment: Assessment

  /// What was ordered stands in where the refusal does not say.
  init(_ refusal: Refusal, event: String, phase: Phase?, party: RecordID?, _ assessment: Assessment) {
    self.refusal = refusal
    self.event = event
    if case .phase(let refused) = refusal {
      self.phase = refused.phase ?? phase
      self.party = refused.party ?? party
    } else {
      self.phase = phase
      self.party = party
    }
    self.assessment = assessment
  }

  /// The object of `--json`.
  func text(_ language: Language) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.key("refused")
        writer.object { writer in
          writer.member("event", event)
          writer.member("phase", phase?.rawValue)
          writer.member("party", party.map(assessment.label(of:)))
          writer.member("guard", guardName)
          writer.member("message", Sentence.refusal(refusal, assessment, language))
        }
      }
    }
  }

  private var guardName: String {
    switch refusal {
    case .phase(let refused): refused.guardName.rawValue
    case .readOnly, .audited, .keptByAudit: "readOnly"
    case .noSuchRecord, .noSuchField: "record"
    case .notAllowed, .wrongTarget, .cycle: "value"
    case .locked: "locked"
    case .pointedAt: "pointedAt"
    case .partyNeeded, .jointOnly: "party"
    case .duplicate: "duplicate"
    case .changedSince, .nothingToUndo, .nothingToRedo, .notUndoable: "undo"
    case .estimate: "estimate"
    }
  }
}
