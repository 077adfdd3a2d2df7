import Glibc

/// Where the program keeps what is not in a workspace (XDG Base Directory Specification).
struct Folders {
  /// `config.yaml` and `themes/`.
  let configuration: String
  /// Recent files, drafts, demos.
  let state: String
  private let home: String

  init(environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    // The specification has relative paths ignored.
    func folder(_ name: String, _ fallback: String) -> String {
      let set = environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (set ?? home + fallback) + "/kyokumen"
    }
    configuration = folder("XDG_CONFIG_HOME", "/.config")
    state = folder("XDG_STATE_HOME", "/.local/state")
    self.home = home
  }

  /// What a person set.
  var configurationFile: String { configuration + "/config.yaml" }

  /// A person's own themes.
  var themes: String { configuration + "/themes" }

  /// A path as a person types it inside the program: `~` is home, and `-` a name like any other.
  func expanded(_ path: String) -> String {
    path == "-" ? "./-" : path == "~" ? home : path.hasPrefix("~/") ? home + path.dropFirst(1) : path
  }

  /// Makes a folder and those above it, for its owner alone.
  ///
  /// - Throws: `Failure` when it cannot be made.
  static func make(_ path: String) throws {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 else { continue }
      let reason = FileText.systemReason()
      throw Failure(
        .cannotCreate, "\(made): the folder cannot be made (\(reason)); set XDG_STATE_HOME to one that can",
        "\(made): フォルダを作成できません（\(SystemReason.japanese(reason))）。XDG_STATE_HOME を設定してください")
    }
  }
}
