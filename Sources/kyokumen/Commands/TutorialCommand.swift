import ArgumentParser
import Catalogues
import Domain

/// `kyokumen tutorial`
struct TutorialCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutorial",
    abstract: Words("Learn the program in ten minutes, by doing.", "手を動かして約十分で使い方を覚える。").said,
    discussion: Words(
      """
      Opens the worked cloud case in a scratch copy and says, above the footer, what to try next. Nothing of it is kept.
      """,
      """
      クラウドの事例を一時的な写しで開き、次に試すことをフッターの上に示す。変更は残らない。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  func carryOut(in surroundings: Surroundings) throws {
    guard !surroundings.isPlain else {
      throw Failure(
        .usage,
        "tutorial: it is about the drawn screen; `kyokumen demo --plain` and ? lead through the lines",
        "tutorial: 描画する画面の手引です。行単位では `kyokumen demo --plain` を開き ? を入力してください")
    }
    let live = LiveSession(surroundings: surroundings)
    try live.admit()
    try live.openDemo(.cloud, as: .learner)
  }
}
