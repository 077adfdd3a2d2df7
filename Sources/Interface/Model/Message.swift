package import Canvas
package import Domain

/// What reached the program: what a person did, or what came of an order.
package enum Message: Sendable {
  case terminal(TerminalEvent)
  /// An order to change the assessment was carried out, or refused.
  case performed(Outcome, Origin)
  /// Another program on the same file changed it; the facts are folded in already.
  case changedElsewhere([Change])
  /// The editor came back; nil when it failed or nothing changed.
  case edited(String?, EditTarget)
  /// The entries of a record's or the whole assessment's history, latest first.
  case historyRead([HistoryLine], of: RecordID?)
  /// The assessment as it stood at a moment, and when that was where the person is.
  case pastRead(PastState, at: LocalTime)
  /// How the closed cycles stood, each just before it was closed.
  case cyclesRead([CycleStanding])
  /// The minutes of a day, ready to show.
  case minutesRead(Day, [ReportLine])
  /// The history of a record shown on a walk, latest first.
  case stopRead([HistoryLine], of: RecordID)
  /// What was changed since a day.
  case changedRead(Set<RecordID>, since: Day)
  /// The auditor's own file can be written to.
  case notesOpened(String)
  /// The report on a walk, ready to show.
  case auditRead(RecordID, [ReportLine])
  /// Where a report was to go a file lies already.
  case reportExists(ReportOrder, String)
  /// How far a worker is with what it was told to do.
  case worked(WorkNews)
  /// The clock as it stands: before what a person did, and while an agenda item runs at every full minute.
  case clockRead(Moment)
  /// What lies at places that evidence names.
  case evidenceRead([String: EvidenceFiles.Reading])
  /// How far the reading of a file that is to come in has come, or what it came to.
  case importRead(ImportAnswer)
  /// The person asked for something by its name or number, where no key stands for it.
  case asked(Wish)
  /// Something outside went wrong or well, said in a sentence.
  case noticed(Notice)
}

/// What a person may ask for by name or number.
package enum Wish: Hashable, Sendable {
  /// Only that the sentence said last is over.
  case silence
  /// An action by its stable name, with a word behind it where it takes one.
  case action(String, word: String)
  /// The line of the list at this place.
  case line(Int)
  /// The record at fault in the finding at this place.
  case finding(Int)
  /// What stands in the way of the phase.
  case gate
  case screen(ScreenID)
  /// Nil for all parties together.
  case party(RecordID?)
  /// The record, on the screen it lives on.
  case record(RecordID)
}

/// How an order ended.
package enum Outcome: Sendable {
  case done([Change])
  case refused(Refusal)
  /// The file could not be written; the sentence says why. Nothing changed.
  case failed(String)
}

/// Who gave an order, so that its end reaches the right place.
package enum Origin: Hashable, Sendable {
  case form
  case entryLine
  case phaseEvent
  case removal
  case undo
  case redo
  case action
  /// One of many that a layer orders one after another, such as a rating of a run.
  case step
  /// The yes to a question: an approval, an acceptance. `.` never repeats one unasked.
  case decision
  /// An auditor's walk: begun, a stop kept, ended.
  case walk
  /// A blind round: opened, cast in, revealed, decided on.
  case estimate
}

/// Where text from the editor belongs.
package enum EditTarget: Hashable, Sendable {
  case field(RecordID, Slot)
  /// The form on top, at its present field.
  case form
}

/// One line of a history, ready to show.
package struct HistoryLine: Hashable, Sendable {
  /// More than anyone scrolls through; a filter finds what lies before them.
  package static let limit = 5000

  package let seq: Int
  /// Where the person is.
  package let at: LocalTime
  package let actor: String
  package let record: RecordID?
  package let change: HistoryChange

  package init(seq: Int, at: LocalTime, actor: String, record: RecordID?, change: HistoryChange) {
    self.seq = seq
    self.at = at
    self.actor = actor
    self.record = record
    self.change = change
  }
}

/// What one journal entry says.
package enum HistoryChange: Hashable, Sendable {
  case change(Change)
  case undone
  case redone
}

/// A sentence at the foot of the screen until the next key.
package struct Notice: Hashable, Sendable {
  package enum Tone: Hashable, Sendable {
    case info
    case success
    case warning
    case error
  }

  package let text: String
  package let tone: Tone

  package init(_ text: String, _ tone: Tone = .info) {
    self.text = text
    self.tone = tone
  }
}
