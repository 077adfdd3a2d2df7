package import Domain

/// A document of another tool as it would come in, looked at before it does.
package struct DocumentPreview: Sendable {
  /// What it is, as “OSCAL catalogue “NIST SP 800-53””.
  package let title: Words
  /// What would come in, counted; nil where all of it stands already.
  package let summary: Words?
  /// One line for each record to be, and one for each field of a known one.
  package let changes: [String]
  /// What a person should know of it all the same.
  package let notes: [String]
  /// Whose the records become, or who assesses against the catalogue; nil for nobody.
  package let party: RecordID?
  /// Who assesses against the catalogue already.
  package let assessors: [RecordID]
  /// It is a list of controls, or something else that is for all parties alike.
  package let isShared: Bool
  /// What it takes.
  package let commands: [Command]
  /// The assessment that it was compared with.
  package let revision: Int

  package init(
    title: Words, summary: Words?, changes: [String], notes: [String], party: RecordID?,
    assessors: [RecordID],
    isShared: Bool, commands: [Command], revision: Int
  ) {
    self.title = title
    self.summary = summary
    self.changes = changes
    self.notes = notes
    self.party = party
    self.assessors = assessors
    self.isShared = isShared
    self.commands = commands
    self.revision = revision
  }
}
