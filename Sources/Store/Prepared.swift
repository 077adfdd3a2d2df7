import GRDB
import GRDBSQLite

/// A prepared statement by position: binding and reading without a value made on the way, for bulk.
struct Prepared {
  private let statement: Statement
  private let pointer: OpaquePointer
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  // MARK: Binding, positions from 1

  func bind(_ position: Int, _ integer: Int64?) {
    if let integer {
      sqlite3_bind_int64(pointer, Int32(position), integer)
    } else {
      sqlite3_bind_null(pointer, Int32(position))
    }
  }

  func bind(_ position: Int, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(pointer, Int32(position))
      return
    }
    _ = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // An empty buffer has no address, and no address would mean NULL.
        $0.isEmpty
          ? sqlite3_bind_text(pointer, Int32(position), "", 0, Self.transient)
          : sqlite3_bind_text(pointer, Int32(position), $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  func bind(_ position: Int, _ number: Double) { sqlite3_bind_double(pointer, Int32(position), number) }

  func bind(_ position: Int, blob: [UInt8]) {
    sqlite3_bind_blob(pointer, Int32(position), blob, Int32(blob.count), Self.transient)
  }

  // MARK: Running

  /// Goes to the next row; false when there is none.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(pointer)
      return false
    default: throw failure()
    }
  }

  /// Runs a statement that yields no rows, and readies it for the next.
  func run() throws {
    guard sqlite3_step(pointer) == SQLITE_DONE else { throw failure() }
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  private func failure() -> DatabaseError {
    let connection = sqlite3_db_handle(pointer)
    let error = DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
    sqlite3_reset(pointer)
    return error
  }

  /// Ends reading before the last row.
  func reset() { sqlite3_reset(pointer) }

  // MARK: Reading, positions from 0

  func isNull(_ position: Int) -> Bool { type(position) == SQLITE_NULL }
  func isInteger(_ position: Int) -> Bool { type(position) == SQLITE_INTEGER }
  func isText(_ position: Int) -> Bool { type(position) == SQLITE_TEXT }
  func isNumber(_ position: Int) -> Bool { type(position) == SQLITE_FLOAT || isInteger(position) }

  private func type(_ position: Int) -> Int32 { sqlite3_column_type(pointer, Int32(position)) }

  func integer(_ position: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(position)) }
  func number(_ position: Int) -> Double { sqlite3_column_double(pointer, Int32(position)) }

  /// The bytes of a text or blob, good until the next step.
  func bytes(_ position: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(pointer, Int32(position))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, Int32(position))))
  }

  func text(_ position: Int) -> String { String(decoding: bytes(position), as: UTF8.self) }
}
