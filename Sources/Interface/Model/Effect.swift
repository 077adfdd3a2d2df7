package import Domain

/// An order to the world outside; the runner carries it out and answers with a message.
package enum Effect: Hashable, Sendable {
  /// Carry out one act and write it before the next frame.
  case perform([Command], Origin)
  /// Put estimates into their round under seal, as one act.
  case cast([Ballot])
  /// Open all estimates of a round; `leavingOut` those whose opening is lost.
  case reveal(RecordID, leavingOut: Bool)
  case undo
  case redo
  case readHistory(of: RecordID?)
  /// The whole assessment as it stood at a past moment.
  case readPast(PastPoint)
  /// How each closed cycle stood when it was closed.
  case readCycles
  /// Long text into `$EDITOR`.
  case edit(String, EditTarget)
  /// Onto the clipboard of the terminal.
  case copy(String)
  case redraw
  case suspend
  case toggleMouse
  /// Shows the theme of that name from now on.
  case useTheme(String)
  /// Save a changed demo under this path.
  case saveCopy(String)
  /// The minutes of a day, or of nil the latest there is something to tell of.
  case readMinutes(Day?)
  /// Read what lies at these places again; the answer comes later, from a worker.
  case readEvidence([String])
  /// The history of a record shown on an auditor's walk.
  case readStop(RecordID)
  /// Which records the journal says were changed on that day or later.
  case readChanged(since: Day)
  /// The auditor's own file, made where it is not there.
  case openNotes(String)
  /// A line into the auditor's own file, under a heading.
  case writeNote(String, about: String)
  /// What a walk came to.
  case readAudit(RecordID)
  /// A report into a file, by a worker; one that is there is replaced only when asked for.
  case writeReport(ReportOrder, to: String, replacing: Bool)
  /// Have the worker leave off what it does.
  case stopWork
  /// Read a file that is to come in, or understand anew what was read; the answers come later, from a worker.
  case readImport(ImportRequest)
  /// Nobody waits for that any more.
  case cancelImport
  /// Ring the terminal's bell once.
  case bell
  case quit
}
