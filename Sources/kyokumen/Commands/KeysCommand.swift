import ArgumentParser
import Domain
import Exchange
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
      // The list is how to mend them.
      let list = KeysList(keymap: surroundings.keymapToTell(), language: surroundings.language)
      try Output.write(Array((json ? list.json() : list.text).utf8))
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

    @Flag(help: .said("As JSON.", "JSON で出力する。"))
    var json = false

    func carryOut(in surroundings: Surroundings) throws {
      let keys = file.map(KeysFile.init) ?? surroundings.ownKeys
      let language = surroundings.language
      let found: [Misreading]
      do {
        let reader = try keys.read()
        found = reader.shadows.map(Misreading.init) + reader.faults.map(Misreading.init)
      } catch let misreading as Misreading {
        found = [misreading]
      }
      let isUsable = found.allSatisfy(\.isNote)
      if json {
        try Output.print(Self.json(found, keys.path, language))
      } else {
        for misreading in found { try Output.print(misreading.line(of: keys.path, language).printable) }
        let words = Words("\(keys.path): can be used", "\(keys.path): 使えます")
        if isUsable { try Output.print(words[language].printable) }
      }
      if !isUsable { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private static func json(_ found: [Misreading], _ path: String, _ language: Language) -> String {
      JSONWriter.text { writer in
        writer.array { writer in
          for misreading in found {
            writer.remark(
              in: path, line: misreading.place?.line, column: misreading.place?.column,
              severity: misreading.isNote ? "note" : "fault", misreading.words[language])
          }
        }
      }
    }
  }
}
