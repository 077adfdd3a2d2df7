import Foundation
import Glibc
import Store

/// Where an export goes: a file that appears when it is whole, or standard output.
struct Destination {
  private let path: String
  private let isReplacing: Bool

  /// - Parameters:
  ///   - path: Where it goes; `-` is standard output.
  ///   - replacing: Whether a file that is there may go.
  init(_ path: String, replacing: Bool = true) {
    self.path = path
    isReplacing = replacing
  }

  /// Writes piece by piece; a failure leaves whatever was there before.
  func write(_ pieces: Pieces) throws {
    guard path != "-" else { return try pieces(Output.write) }
    guard !FileText.isDevice(path) else { return try Self.pour(into: path, pieces) }
    try Self.admit(path, replacing: isReplacing)
    let draft = path + ".new-\(getpid())"
    defer { unlink(draft) }
    try DraftFiles.with(draft) {
      try Self.fill(draft, for: path, pieces)
      guard rename(draft, path) == 0 else { throw Self.failure(.cannotCreate, path) }
    }
  }

  /// Looks whether it can be written to, before anything is made for it.
  ///
  /// - Throws: `Failure` where there is no such folder, or a file that is not to be replaced.
  func admit() throws {
    guard path != "-", !FileText.isDevice(path) else { return }
    try Self.admit(path, replacing: isReplacing)
    guard access(Workspace.folder(of: path), W_OK) == 0 else { throw Self.failure(.cannotCreate, path) }
  }

  /// - Throws: `Failure` where something is that is not to be replaced.
  static func admit(_ path: String, replacing: Bool) throws {
    guard !replacing, FileText.exists(path) else { return }
    throw Failure(
      .cannotCreate,
      "\(path): the file exists already and was left as it is; choose another name, or --force",
      "\(path): 既に存在するため、上書きしていません。別の名前にするか、--force を付けてください")
  }

  /// A device or pipe takes what comes, and never makes way for a file.
  private static func pour(into path: String, _ pieces: Pieces) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
    defer { close(descriptor) }
    try put(pieces, into: descriptor, path)
  }

  private static func put(_ pieces: Pieces, into descriptor: CInt, _ path: String) throws {
    try pieces { bytes in
      guard FileText.writeAll(bytes, to: descriptor) else { throw failure(.inputOutput, path) }
    }
  }

  /// Whether it is a terminal, in which nothing else should be written meanwhile.
  var isScreen: Bool { path == "-" && isatty(STDOUT_FILENO) == 1 }

  /// What writes a file piece by piece.
  typealias Pieces = (@escaping ([UInt8]) throws -> Void) throws -> Void

  /// Makes a file that is safe on the disk when this returns.
  ///
  /// - Parameters:
  ///   - draft: Where it is made.
  ///   - path: What it will be, for the sentence of a failure.
  ///   - pieces: What it holds.
  /// - Throws: `Failure` where it cannot be written; what `pieces` throws.
  static func fill(_ draft: String, for path: String, _ pieces: Pieces) throws {
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
    defer { close(descriptor) }
    try put(pieces, into: descriptor, path)
    guard fsync(descriptor) == 0 else { throw failure(.inputOutput, path) }
  }

  /// That it cannot be written, and why.
  static func failure(_ status: ExitStatus, _ path: String) -> Failure {
    let reason = FileText.systemReason()
    return Failure(
      status, "\(path): cannot be written (\(reason)); check folder and room",
      "\(path): 書き込めません（\(SystemReason.japanese(reason))）。フォルダと空き容量を確かめてください")
  }
}

/// A folder for several files that appear together: they are made in a folder of their own and move when the last is
/// whole. What else lies in the folder stays.
final class DestinationFolder {
  private let path: String
  private let isReplacing: Bool
  private let draft: String
  private var names: [String] = []
  private var places: [Int32] = []

  /// - Parameters:
  ///   - path: The folder; made where there is none.
  ///   - replacing: Whether files of the same names that are there may go.
  init(_ path: String, replacing: Bool = true) {
    isReplacing = replacing
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    // Inside one that is there: it may lie on another disk than its neighbours.
    draft = FileText.isFolder(path) ? "\(path)/.new-\(getpid())" : path + ".new-\(getpid())"
  }

  /// Writes all files; what fails before the last of them is made leaves the folder as it was.
  ///
  /// - Parameter files: Puts one file after another, each by its name and what writes it.
  /// - Throws: `Failure` where something cannot be written; what `files` throws.
  func write(_ files: ((String, Destination.Pieces) throws -> Void) throws -> Void) throws {
    try make(draft)
    places.append(DraftFiles.add(draft))
    defer { clear() }
    try files(put)
    if !FileText.exists(path) {
      guard rename(draft, path) == 0 else { throw Destination.failure(.cannotCreate, path) }
      return
    }
    try make(path)
    // Seen before the first moves, so that none does.
    for name in names where FileText.isFolder(path + "/" + name) {
      errno = EISDIR
      throw Destination.failure(.cannotCreate, path + "/" + name)
    }
    try Interrupt.held {
      for name in names where rename(draft + "/" + name, path + "/" + name) != 0 {
        throw Destination.failure(.cannotCreate, path + "/" + name)
      }
    }
  }

  private func put(_ name: String, _ pieces: Destination.Pieces) throws {
    try Destination.admit(path + "/" + name, replacing: isReplacing)
    let file = draft + "/" + name
    places.append(DraftFiles.add(file))
    names.append(name)
    try Destination.fill(file, for: path + "/" + name, pieces)
  }

  private func clear() {
    for name in names { unlink(draft + "/" + name) }
    rmdir(draft)
    for place in places { DraftFiles.remove(place) }
  }

  private func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .cannotCreate,
        "\(path): the folder cannot be made; check its place and whether a file has that name",
        "\(path): フォルダを作成できません。場所と、同じ名前のファイルがないかを確かめてください")
    }
  }
}
