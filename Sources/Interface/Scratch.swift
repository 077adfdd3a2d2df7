// Stands in until Domain has the phase machine; whoever lands it deletes this file.
package import Domain
extension Assessment { package func nextEvent(for p: RecordID, _ f: Phase) -> PhaseEventKind? { .begin } }
