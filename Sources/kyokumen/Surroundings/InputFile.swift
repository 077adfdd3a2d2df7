import Exchange
import Glibc

/// A file that comes from elsewhere, read as a whole as long as it is of a size that anyone exchanges.
struct InputFile {
  /// As it was named.
  let path: String
  let bytes: [UInt8]

  /// In MiB.
  private static let limit = 512

  /// - Parameter path: `-` is standard input.
  /// - Throws: `Failure` where there is none, for a folder, and for more than the limit.
  init(_ path: String) throws {
    self.path = path
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 || errno == ENOENT else { throw Self.unreadable(path) }
    guard descriptor >= 0 else {
      throw Failure(
        .noFile, "\(path): there is no such file to read; check its name and folder",
        "\(path): 読み込むファイルがありません。名前とフォルダを確かめてください")
    }
    defer { if path != "-" { close(descriptor) } }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.unreadable(path) }
      guard count > 0 else { break }
      guard all.count + count <= Self.limit << 20 else {
        throw Failure(
          .data, "\(path): is larger than \(Self.limit) MiB; that is nothing to import",
          "\(path): \(Self.limit) MiB を超えています。取り込めるファイルではありません")
      }
      all += buffer[..<count]
    }
    bytes = all
  }

  private static func unreadable(_ path: String) -> Failure {
    let reason = FileText.systemReason()
    return Failure(
      .inputOutput, "\(path): cannot be read (\(reason))",
      "\(path): 読めません（\(SystemReason.japanese(reason))）")
  }

  /// Without folder; standard input has the name of what it stands for.
  var name: String { path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path }

  /// The form of what is in it: a table is told by its name or by what a workbook begins with, the rest by content.
  var format: ImportFormat {
    if WorkbookReader.isMeant(bytes) { return .xlsx }
    let ending = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    if ["csv", "tsv", "txt", "xlsx", "xlsm"].contains(ending) { return .csv }
    if OSCALDocument.isLikely(bytes) || ["yaml", "yml"].contains(ending) { return .oscal }
    let begin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[begin...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || ending == "json" ? .json : .csv
  }
}
