import Canvas
import Domain
import Interface

/// `kyokumen(1)`: the commands from their definitions, the keys from the registry as they are bound.
struct ProgramPage {
  let keymap: Keymap
  let language: Language

  func text() throws -> String {
    let root = try CommandTree.read()
    let commands = (root.subcommands ?? []).filter { $0.commandName != "help" }
    var page = Roff("kyokumen", section: 1, manual: ManualPage.manual, language)
    page.section(ManualPage.name)
    page.plain("kyokumen - " + (root.abstract ?? ""))
    page.section(Words("Synopsis", "書式"))
    page.paragraphs("kyokumen [WORKSPACE]\nkyokumen COMMAND [ARGUMENT…]")
    page.section(ManualPage.description)
    page.paragraphs(ProgramWords.description)
    page.section(Words("Commands", "コマンド"))
    for command in commands { write(command, under: "kyokumen", &page) }
    writeGlobal(root, &page)
    page.section(Words("Quick entry", "簡易入力"))
    page.paragraphs(keymap.say(ProgramWords.entry, language))
    for (token, words) in ProgramWords.tokens { page.term(token, words) }
    page.section(Words("Keys", "キー"))
    page.paragraphs(keymap.say(ProgramWords.keys, language))
    writeKeys(&page)
    page.section(Words("Line by line", "行単位の表示"))
    page.paragraphs(ProgramWords.plain)
    for (typed, words) in ProgramWords.plainWays { page.term(typed, words) }
    page.section(ManualPage.files)
    for (file, words) in ProgramWords.files { page.term(file, words) }
    page.section(Words("Environment", "環境変数"))
    for (name, words) in ProgramWords.environment { page.term(name, words) }
    page.section(Words("Exit status", "終了ステータス"))
    for (status, words) in ProgramWords.statuses { page.term(status, words, width: 6) }
    page.section(ManualPage.seeAlso)
    page.plain("kyokumen-keys(5), kyokumen-theme(5)")
    return page.text
  }

  private func write(_ command: CommandTree.Command, under path: String, _ page: inout Roff) {
    let path = path + " " + command.commandName
    let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
    guard inner.isEmpty else { return inner.forEach { write($0, under: path, &page) } }
    page.part(([path] + command.own.map(\.synopsis)).joined(separator: " "))
    page.paragraphs(command.abstract ?? "")
    if let discussion = command.discussion { page.paragraphs(discussion) }
    for argument in command.own { page.term(argument.spelling, sentence(argument), width: 8) }
  }

  private func sentence(_ argument: CommandTree.Argument) -> String {
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty, values.contains(where: { !text.contains($0) }) {
      text += " (" + values.joined(separator: ", ") + ")"
    }
    if argument.kind == .option, let value = argument.defaultValue {
      text += Words(" [usually \(value)]", "［既定: \(value)］")[language]
    }
    return text
  }

  private func writeGlobal(_ root: CommandTree.Command, _ page: inout Roff) {
    page.section(Words("Options of every command", "共通オプション"))
    let any = root.subcommands?.first { $0.commandName == "open" }
    for argument in any?.arguments ?? [] where argument.kind == .option {
      page.term(argument.spelling, sentence(argument), width: 8)
    }
    page.term("--help", Words("Tells how the command is called.", "使い方を示す。"), width: 8)
    page.term("--version", Words("Tells which version this is.", "版を示す。"), width: 8)
    page.term(
      "--generate-completion-script SHELL",
      Words("Writes what bash, zsh or fish need to complete words.", "bash、zsh、fish の補完スクリプトを出力する。"), width: 8
    )
  }

  private func writeKeys(_ page: inout Roff) {
    let bound = ActionRegistry.actions.filter { !keymap.keys(of: $0).isEmpty }
    page.part(Words("Everywhere", "どの画面でも"))
    for action in bound where action.screens == nil { write(action, &page) }
    for screen in Screens.all.map(\.id) {
      let own = bound.filter { $0.screens?.contains(screen) == true }
      if own.isEmpty { continue }
      page.part(screen.rawValue)
      for action in own { write(action, &page) }
    }
    let rest = ActionRegistry.actions.filter { keymap.keys(of: $0).isEmpty }
    page.part(Words("By name, after : alone", "キーなし（: の後に名前）"))
    for action in rest { page.term(action.id, action.words) }
  }

  private func write(_ action: Action, _ page: inout Roff) {
    page.term(keymap.keys(of: action).map(\.name).joined(separator: ", "), action.words)
  }
}
