import Canvas
import Domain

/// What Enter means where lines are ways to other records.
enum TraceActions {
  static let all: [Action] = [
    Action("trace-on", "trace from here / open", "ここから追跡・開く", keys: [.enter], screens: [.trace], footer: 5) {
      RecordActions.open(&$0)
    },
    Action("to-record", "to the record", "その記録へ", keys: [.enter], screens: [.history], footer: 5) {
      RecordActions.open(&$0)
    },
  ]
}
