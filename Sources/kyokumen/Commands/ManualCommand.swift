import ArgumentParser
import Domain

/// `kyokumen manual`
struct ManualCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Words("Write a page of the manual.", "手引のページを出力する。").said,
    discussion: Words(
      """
      The page is made from the program itself, with your own keys, for man:

        kyokumen manual | man -l -
      """,
      """
      ページはプログラム自身から、自分のキー割当てに従って作られる。man で読む:

        kyokumen manual | man -l -
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("Which page.", "どのページか。"))
  var page = ManualPage.kyokumen

  @Option(
    help: .said(
      "Write this language's pages below a folder, as man looks for them.", "この言語の全ページを、man の配置でフォルダに書き出す。",
      "folder"), completion: .directory)
  var output: String?

  func carryOut(in surroundings: Surroundings) throws {
    let (keymap, language) = (surroundings.keymapToTell(), surroundings.language)
    guard let output else { return try Output.write(Array(page.text(keymap, language).utf8)) }
    for page in ManualPage.allCases {
      let path = output + "/" + page.place(language)
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let text = try page.text(keymap, language)
      try DestinationFolder(parts.dropLast().joined(separator: "/")).write { put in
        try put(parts.last ?? page.rawValue) { try $0(Array(text.utf8)) }
      }
    }
  }
}
