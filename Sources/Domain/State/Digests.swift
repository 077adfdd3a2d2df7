import Crypto

/// Digests that bind an approval or acceptance to what was approved: SHA-256 over the fields in the order of the
/// description, each with its name and written form.
extension Assessment {
  /// Of a policy document as it stands, without what the approval itself writes.
  package func digest(ofDocument id: RecordID) -> String {
    let outside: Set<FieldKey> = [
      PolicyDocument.approvedDigest.key, PolicyDocument.approvedVersion.key, PolicyDocument.status.key,
      PolicyDocument.approvedOn.key, PolicyDocument.reviewDue.key, PolicyDocument.owner.key,
      SharedFields.tags.key, SharedFields.sharedWith.key, SharedFields.externalID.key,
    ]
    return digest(id, values(of: id).filter { !outside.contains($0.slot.key) })
  }

  /// Of a risk as accepted at present: objective, source, event, cause, loss, consequence, present rating,
  /// criteria version, treatment, owner.
  package func digest(ofPresentRisk id: RecordID) -> String {
    digest(id, values(of: id).filter { Self.presentFields.contains($0.slot.key) })
  }

  /// Of a residual risk as accepted: the present one, the residual rating, and the controls that treat it.
  package func digest(ofResidualRisk id: RecordID) -> String {
    let fields = Self.presentFields.union([
      Risk.residualLikelihood.key, Risk.residualConsequenceStep.key, Risk.residualCriteria.key,
    ])
    let controls = sources(of: id, via: ControlStatement.risks).map(\.text).sorted().joined(separator: " ")
    return digest(id, values(of: id).filter { fields.contains($0.slot.key) }, controls)
  }

  private static let presentFields: Set<FieldKey> = [
    Risk.objective.key, Risk.sources.key, Risk.event.key, Risk.cause.key, Risk.loss.key, Risk.consequence.key,
    Risk.likelihood.key, Risk.consequenceStep.key, Risk.criteria.key, Risk.treatment.key, Risk.owner.key,
  ]

  private func digest(_ id: RecordID, _ values: [(slot: Slot, value: Value)], _ more: String = "") -> String {
    var hash = SHA256()
    for (slot, value) in values {
      // Lengths keep fields apart, whatever they hold.
      let written = value.written
      hash.update(
        data: Array("\(slot.key.name)\(slot.party?.text ?? "")=\(written.utf8.count):\(written);".utf8))
    }
    hash.update(data: Array(more.utf8))
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
