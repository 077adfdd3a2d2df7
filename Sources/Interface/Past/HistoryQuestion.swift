import Domain

/// What the lines of a history are the answer to; when it is no longer the same, they are asked for anew.
struct HistoryQuestion: Hashable, Sendable {
  /// Nil for the history of the whole.
  let record: RecordID?
  let revision: Int
  let filter: HistoryFilter
}

extension Model {
  /// What must be read from the journal for the history in front, asked for once.
  mutating func historyOrders() -> [Effect] {
    guard screen == .history else { return [] }
    let question = HistoryQuestion(record: focus, revision: present.revision, filter: historyFilter)
    guard question != historyAsked else { return [] }
    historyAsked = question
    return [.readHistory(of: focus)]
  }
}
