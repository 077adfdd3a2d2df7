import Glibc

/// The pages of a database file as they lie on the disk, for a file of which SQLite itself can make nothing: cut short,
/// or with first pages that say nothing any more.
///
/// SQLite's file format, https://sqlite.org/fileformat2.html, sections 1.6 (pages of a tree), 2.1 (rows) and 4.1 (the
/// log). What a log holds counts as far as it was committed.
final class DamagedPages {
  private let file: Int32
  private let log: Int32
  private let pageSize: Int
  private let pageCount: Int
  /// Where in the log the committed pages lie, newest last.
  private var frames: [(page: Int, place: Int)] = []
  private var newest: [Int: Int] = [:]
  /// No row is longer than all pages together.
  private var room: Int { (pageCount + frames.count) * pageSize }

  /// Nil where the file cannot be opened at all.
  init?(_ path: String) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    log = open(path + "-wal", O_RDONLY | O_CLOEXEC)
    let head = Self.bytes(of: file, at: 16, 2)
    let said = head.count == 2 ? Int(head[0]) << 8 | Int(head[1]) : 0
    let isSize = said >= 512 && said & (said - 1) == 0
    // Pages of this program's own files, where the head is gone.
    pageSize = isSize ? said : 4096
    var status = stat()
    pageCount = fstat(file, &status) == 0 ? (Int(status.st_size) + pageSize - 1) / pageSize : 0
    readLog()
  }

  deinit {
    close(file)
    if log >= 0 { close(log) }
  }

  /// Reads every row of every page, a row perhaps more than once: what was written last comes first.
  func eachRow(_ take: (PageRow) throws -> Void) throws {
    for frame in frames.reversed() { try rows(of: Self.bytes(of: log, at: frame.place, pageSize), take) }
    // The first page holds the tables' names and no row of theirs.
    for number in stride(from: 2, through: pageCount, by: 1) {
      try rows(of: Self.bytes(of: file, at: (number - 1) * pageSize, pageSize), take)
    }
  }

  /// The page as it was when all was well.
  private func page(_ number: Int) -> [UInt8] {
    if let place = newest[number] { return Self.bytes(of: log, at: place, pageSize) }
    return number > 1 && number <= pageCount
      ? Self.bytes(of: file, at: (number - 1) * pageSize, pageSize) : []
  }

  /// Fewer where the file ends or the disk fails.
  private static func bytes(of descriptor: Int32, at place: Int, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(place + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        filled += read
      }
    }
  }

  private func readLog() {
    let head = PageBytes(Self.bytes(of: log, at: 0, 32))
    guard log >= 0, head.bytes.count == 32, head.integer(at: 8, 4) == pageSize else { return }
    var place = 32
    var open: [(page: Int, place: Int)] = []
    while true {
      let frame = PageBytes(Self.bytes(of: log, at: place, 24))
      // Frames of a turn before bear other salts.
      guard frame.bytes.count == 24, frame.bytes[8..<16] == head.bytes[16..<24] else { break }
      open.append((frame.integer(at: 0, 4), place + 24))
      if frame.integer(at: 4, 4) != 0 {
        frames += open
        open = []
      }
      place += 24 + pageSize
    }
    for frame in frames { newest[frame.page] = frame.place }
  }

  // MARK: Rows

  private func rows(of bytes: [UInt8], _ take: (PageRow) throws -> Void) throws {
    guard let kind = PageKind(rawValue: bytes.first ?? 0), bytes.count > 12 else { return }
    let page = PageBytes(bytes)
    let first = kind == .indexInside ? 12 : 8
    for place in 0..<min(page.integer(at: 3, 2), (pageSize - first) / 2) {
      guard let row = row(at: page.integer(at: first + 2 * place, 2), in: page, kind) else { continue }
      try take(row)
    }
  }

  private func row(at start: Int, in page: PageBytes, _ kind: PageKind) -> PageRow? {
    var place = kind == .indexInside ? start + 4 : start
    guard let length = page.number(&place), 0 < length, length <= room else { return nil }
    var number: Int64 = 0
    if kind == .table {
      guard let own = page.number(&place) else { return nil }
      number = own
    }
    guard let payload = payload(Int(length), at: place, in: page, kind) else { return nil }
    return PageRow(number: number, payload)
  }

  /// What a row holds, the part on other pages too.
  private func payload(_ length: Int, at place: Int, in page: PageBytes, _ kind: PageKind) -> PageBytes? {
    let most = kind == .table ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
    let least = (pageSize - 12) * 32 / 255 - 23
    let spread = least + (length - least) % (pageSize - 4)
    let here = length <= most ? length : spread <= most ? spread : least
    guard place + here + (here < length ? 4 : 0) <= page.bytes.count else { return nil }
    var payload = Array(page.bytes[place..<place + here])
    var next = here < length ? page.integer(at: place + here, 4) : 0
    while payload.count < length {
      let more = PageBytes(self.page(next))
      let count = min(length - payload.count, pageSize - 4)
      guard more.bytes.count >= 4 + count else { return nil }
      payload += more.bytes[4..<4 + count]
      next = more.integer(at: 0, 4)
    }
    return PageBytes(payload)
  }
}

/// Pages on which rows lie, by the byte they begin with.
private enum PageKind: UInt8 {
  case table = 13
  case indexLeaf = 10
  case indexInside = 2
}

/// Bytes with numbers in them, the greatest byte first.
struct PageBytes {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A number of a fixed width; 0 where the bytes end before.
  func integer(at place: Int, _ width: Int) -> Int {
    guard place + width <= bytes.count else { return 0 }
    return bytes[place..<place + width].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The same with its sign.
  func signed(at place: Int, _ width: Int) -> Int64 {
    let bits = 64 - 8 * width
    return Int64(truncatingIfNeeded: integer(at: place, width) << bits) >> bits
  }

  /// A number that takes as many bytes as it needs, up to nine; moves on behind it. Nil where the bytes end before.
  func number(_ place: inout Int) -> Int64? {
    var number: UInt64 = 0
    for turn in 0..<9 {
      guard bytes.indices.contains(place) else { return nil }
      let byte = bytes[place]
      place += 1
      if turn == 8 { return Int64(bitPattern: number << 8 | UInt64(byte)) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: number)
  }
}

/// A row as it lies on a page.
struct PageRow {
  /// What stands in a column.
  enum Cell {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
  }

  /// The row's number; 0 where the table has none.
  let number: Int64
  let cells: [Cell]

  /// Nil where the bytes make no row, and for numbers with a fraction, which no row that is looked for holds.
  init?(number: Int64, _ payload: PageBytes) {
    self.number = number
    var place = 0
    guard let end = payload.number(&place), (Int64(place)...Int64(max(place, payload.bytes.count))) ~= end
    else { return nil }
    var types: [Int64] = []
    while place < end {
      guard types.count < 64, let type = payload.number(&place) else { return nil }
      types.append(type)
    }
    place = Int(end)
    var cells: [Cell] = []
    for type in types {
      guard let width = Self.width(type), width <= payload.bytes.count - place else { return nil }
      cells.append(Self.cell(type, Array(payload.bytes[place..<place + width]), payload, place))
      place += width
    }
    self.cells = cells
  }

  private static func width(_ type: Int64) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: Int(type)
    case 5: 6
    case 6: 8
    case 12...: Int((type - 12) / 2)
    default: nil
    }
  }

  private static func cell(_ type: Int64, _ bytes: [UInt8], _ payload: PageBytes, _ place: Int) -> Cell {
    switch type {
    case 0: .null
    case 8, 9: .integer(type - 8)
    case 1...6: .integer(payload.signed(at: place, bytes.count))
    case _ where type.isMultiple(of: 2): .blob(bytes)
    default: .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}
