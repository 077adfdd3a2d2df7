import ArgumentParser
import Canvas
import Domain
import Foundation
import Interface

/// `kyokumen keys`
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: Words("List every action with its keys, or check own keys.", "操作とキーの一覧、自分のキーの点検。").said,
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  /// `kyokumen keys list`
  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: Words("List every action with its keys.", "全ての操作とキーを示す。").said,
      discussion: Words(
        """
        The list is a keys file: what you take the # from and change is yours. Write it beside your own first, since \
        it is read while the list is made:

          kyokumen keys > keys.new && mv keys.new ~/.config/kyokumen/keys.yaml
        """,
        """
        一覧はそのままキーのファイルになる。行頭の # を外して書き換えた行が自分の割当てになる。\
        作成中に今のファイルを読むので、別の名前に書き出してから移す。

          kyokumen keys > keys.new && mv keys.new ~/.config/kyokumen/keys.yaml
        """
      ).said)

    @OptionGroup var options: GlobalOptions

    @Flag(help: .said("As JSON.", "JSON で出力する。"))
    var json = false

    func carryOut(in surroundings: Surroundings) throws {
      let list = KeysList(keymap: try keymap(surroundings), language: surroundings.language)
      try Output.write(Array((json ? list.json() : list.text).utf8))
    }

    /// The usual keys where the person's own make no sense: the list is how to mend them.
    private func keymap(_ surroundings: Surroundings) throws -> Keymap {
      do {
        return try surroundings.keymap()
      } catch let failure as Failure where failure.status == .data {
        Output.diagnose(failure.words[surroundings.language])
        return .usual
      }
    }
  }

  /// `kyokumen keys check`
  struct Check: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: Words("Say what is wrong with a keys file.", "キーのファイルの誤りを示す。").said,
      discussion: Words("Exit status 1 when something is.", "誤りがあれば終了ステータスは 1。").said)

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: .said("The file; without one, your own.", "ファイル。省略時は自分のもの。"),
      completion: .file(extensions: ["yaml"]))
    var file: String?

    func carryOut(in surroundings: Surroundings) throws {
      let keys = file.map(KeysFile.init) ?? surroundings.ownKeys
      let language = surroundings.language
      let reader: KeymapReader
      do {
        reader = try keys.read()
      } catch let failure as Failure where failure.status == .data {
        try Output.print(failure.words[language].printable)
        throw ExitCode(ExitStatus.found.rawValue)
      }
      for shadow in reader.shadows {
        let words = Words("note: \(shadow.words.en)", "参考: \(shadow.words.ja)")
        try Output.print(
          "\(keys.path):\(shadow.place.line):\(shadow.place.column): \(words[language])".printable)
      }
      guard reader.faults.isEmpty else {
        try Output.print(keys.sentences(reader.faults)[language].printable)
        throw ExitCode(ExitStatus.found.rawValue)
      }
      try Output.print(Words("\(keys.path): can be used", "\(keys.path): 使えます")[language].printable)
    }
  }
}
