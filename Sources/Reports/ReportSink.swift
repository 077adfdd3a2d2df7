/// Where a report goes piece by piece, with how many rows of its tables are in the piece; what it throws ends the
/// writing.
package typealias ReportSink = (_ piece: String, _ rows: Int) throws -> Void

/// Gathers pieces until they are worth handing on.
struct PieceBuffer {
  private var text = ""
  private var rows = 0
  private let sink: ReportSink

  private static let enough = 1 << 16

  init(_ sink: @escaping ReportSink) { self.sink = sink }

  mutating func add(_ piece: String, rows: Int = 0) throws {
    text += piece
    self.rows += rows
    if text.utf8.count >= Self.enough { try flush() }
  }

  mutating func flush() throws {
    guard !text.isEmpty else { return }
    try sink(text, rows)
    text.removeAll(keepingCapacity: true)
    rows = 0
  }
}
