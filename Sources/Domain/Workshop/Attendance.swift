extension Assessment {
  /// The days a participant was there.
  package func daysPresent(_ participant: RecordID) -> [Day] {
    self[participant, Participant.presentOn].compactMap { Day(text: $0) }
  }

  /// The value after somebody came or left on a day; nil when no day is left.
  package func presence(of participant: RecordID, _ isPresent: Bool, on day: Day) -> Value? {
    let others = daysPresent(participant).filter { $0 != day }
    let days = (others + (isPresent ? [day] : [])).sorted().map(\.text)
    return days.isEmpty ? nil : .list(days)
  }

  /// Days on which people met or an agenda was set, earliest first.
  package var workshopDays: [Day] {
    let present = ids(.participant).flatMap(daysPresent)
    let planned = ids(.agendaItem).compactMap { self[$0, AgendaItem.day] }
    return Set(present + planned).sorted()
  }

  /// Homework that is not done, what is due first before the rest.
  package var openHomework: [RecordID] {
    ids(.actionItem).filter { !has($0, ActionItem.doneOn) }
      .map { ($0, self[$0, ActionItem.due]?.number ?? .max) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Whether homework is open and past its due date.
  package func isOverdue(_ homework: RecordID, today: Day) -> Bool {
    !has(homework, ActionItem.doneOn) && (self[homework, ActionItem.due].map { $0 < today } ?? false)
  }
}
