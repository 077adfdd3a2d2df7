import Foundation
import Glibc

/// The person's own editor on a piece of long text.
struct Editor {
  private let command: String
  private let folder: String

  init(environment: [String: String]) {
    command = Self.command(environment)
    folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The command that the environment names, `vi` where it names none.
  static func command(_ environment: [String: String]) -> String {
    let names = ["KYOKUMEN_EDITOR", "VISUAL", "EDITOR"]
    return names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  /// Lets the person edit, the terminal being lent out.
  ///
  /// - Returns: The text as it was left; nil when it was not changed.
  /// - Throws: `Failure` when the editor failed; the file is then kept and named.
  func edit(_ text: String) throws -> String? {
    let path = try makeFile(text)
    let status = run(on: path)
    guard status == 0, let edited = FileText.read(path) else {
      throw Failure(
        .inputOutput, "the editor “\(command)” failed (status \(status)); what was typed is in \(path)",
        "エディタ「\(command)」が失敗しました（状態 \(status)）。入力した文章は \(path) にあります")
    }
    unlink(path)
    // Composed, since macOS editors may leave か and its dakuten apart.
    var composed = edited.precomposedStringWithCanonicalMapping
    // Editors end a file with a line feed that nobody typed.
    if !text.hasSuffix("\n") { while composed.hasSuffix("\n") { composed.removeLast() } }
    return composed == text ? nil : composed
  }

  private func makeFile(_ text: String) throws -> String {
    var name = Array((folder + "/kyokumen-XXXXXX.txt").utf8CString)
    let descriptor = mkstemps(&name, 4)
    guard descriptor >= 0 else {
      let reason = FileText.systemReason()
      throw Failure(
        .cannotCreate, "\(folder): no file for the editor can be made (\(reason))",
        "\(folder): エディタ用のファイルを作成できません（\(SystemReason.japanese(reason))）")
    }
    defer { close(descriptor) }
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard FileText.writeAll(Array(text.utf8), to: descriptor) else {
      throw Failure(.inputOutput, "\(path): cannot be written", "\(path): 書き込めません")
    }
    return path
  }

  /// Through the shell, since people set EDITOR to a command with options.
  private func run(on path: String) -> Int32 {
    let words: [String] = ["sh", "-c", command + " \"$1\"", "sh", path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
