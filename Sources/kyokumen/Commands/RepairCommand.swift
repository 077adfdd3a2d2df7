import ArgumentParser
import Domain
import Exchange
import Store

/// `kyokumen repair`
struct RepairCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: Words(
      "Make a damaged file whole again as far as its journal goes.", "壊れたファイルを、履歴から分かる限り元に戻す。"
    ).said,
    discussion: Words(
      """
      Tables and indexes are made anew from the journal, in place and in one step. No entry is ever changed or \
      dropped: where the journal itself is at fault, what can be read of it goes to a new file (--output), and the \
      damaged one stays as it is; so also from a file that was cut short or can no longer be opened. Exit status 1 \
      when something stays that does not fit or is missing.
      """,
      """
      表と索引を履歴から作り直す。元のファイルの上で、一度に行う。履歴は変更も削除もしない。履歴そのものに問題があれば、\
      読める内容を新しいファイル（--output）に取り出し、元のファイルには触れない。途中で切れたファイルや開けなくなった\
      ファイルからも取り出す。問題又は欠落が残れば終了ステータスは 1。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Option(
    help: .said(
      "A new file for all that can be read; the damaged one is left alone.",
      "読める内容を取り出す新しいファイル。元のファイルには触れない。", "file"), completion: .file())
  var output: String?

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let progress = Progress(surroundings.language, words: Progress.entries)
    let repair: Repair
    do {
      repair = try Workspace.repair(at: file, to: output) { progress.tell(Int($0), of: 0) }
      progress.end()
    } catch let error as WorkspaceError where json {
      progress.end()
      try Output.print(Self.text(refusing: error.failure.words[surroundings.language], file))
      throw ExitCode(error.failure.status.rawValue)
    }
    if json {
      try Output.print(Self.text(repair, output ?? file))
    } else {
      for line in lines(repair, surroundings.language) { try Output.print(line.printable) }
    }
    if !repair.isWhole { throw ExitCode(ExitStatus.found.rawValue) }
  }

  // MARK: Words

  private func lines(_ repair: Repair, _ language: Language) -> [String] {
    let before = Verification(entries: repair.entries, firstBad: repair.found)
    var lines = ["\(file): " + VerifyCommand.sentence(before)[language]]
    let place = output ?? file
    if repair.deeds.isEmpty {
      let rest = repair.needsNewFile ? Self.needsNewFile(file) : Words("nothing to repair", "修復するものはありません")
      return lines + ["\(file): " + rest[language]]
    }
    lines.append("\(place): " + Self.deeds(repair)[language])
    lines += repair.missing.prefix(20).map { "\(place): " + Self.missing($0)[language] }
    if repair.missing.count > 20 {
      let more = repair.missing.count - 20
      lines.append("\(place): " + Words("\(more) more gaps", "他に欠落 \(more) か所")[language])
    }
    if repair.isEndUnknown { lines.append("\(place): " + Self.endUnknown[language]) }
    if repair.areOpeningsLost { lines.append("\(place): " + Self.openingsLost[language]) }
    let after = Verification(entries: repair.entries, firstBad: repair.remaining)
    lines.append("\(place): " + VerifyCommand.sentence(after)[language])
    return lines
  }

  private static func needsNewFile(_ file: String) -> Words {
    Words(
      """
      it cannot be mended in place and was left as it is; take a backup if there is one, or bring all that can be \
      read into a new file: kyokumen repair \(file) --output NEW
      """,
      """
      このファイルの上では修復できないため、変更していません。バックアップを使うか、読める内容を新しいファイルに取り出してください: \
      kyokumen repair \(file) --output 新しいファイル
      """)
  }

  private static let endUnknown = Words(
    "nobody can tell where the journal ended; there may have been more entries, and a backup may hold them",
    "履歴の末尾が分からず、この後にも履歴があった可能性があります。バックアップを確かめてください")
  private static let openingsLost = Words(
    "sealed estimates could not be read and are gone: their rounds cannot be revealed",
    "封をした見積りは読めず、失われました。その回は開票できません")

  private static func deeds(_ repair: Repair) -> Words {
    repair.deeds.contains(.journal)
      ? Words(
        "\(repair.entries) entries brought over as they stand; indexes and tables made from them",
        "履歴 \(repair.entries) 件をそのまま取り出し、索引と表を作りました")
      : Words(
        "indexes and tables made anew from \(repair.entries) entries, none of which was changed",
        "履歴 \(repair.entries) 件から索引と表を作り直しました。履歴は変更していません")
  }

  private static func missing(_ places: ClosedRange<Int64>) -> Words {
    let (from, to) = (places.lowerBound, places.upperBound)
    return from == to
      ? Words(
        "entry \(from) cannot be read or is gone; a backup may hold it",
        "履歴 \(from) 番目は読めないか失われています。バックアップを確かめてください")
      : Words(
        "entries \(from) to \(to) cannot be read or are gone; a backup may hold them",
        "履歴 \(from)〜\(to) 番目は読めないか失われています。バックアップを確かめてください")
  }

  // MARK: JSON

  private static func text(refusing message: String, _ file: String) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.member("ok", false)
        writer.member("file", file)
        writer.object("refused") { $0.member("message", message) }
      }
    }
  }

  private static func text(_ repair: Repair, _ file: String) -> String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.member("ok", repair.isWhole)
        writer.member("entries", repair.entries)
        writer.member("file", file)
        writer.finding("found", repair.found)
        writer.key("did")
        writer.strings(repair.deeds.map(\.rawValue))
        writer.key("missing")
        writer.array { writer in
          for places in repair.missing {
            writer.object { writer in
              writer.member("from", places.lowerBound)
              writer.member("to", places.upperBound)
            }
          }
        }
        writer.finding("remaining", repair.remaining)
        writer.member("needsOutput", repair.needsNewFile)
        writer.member("endUnknown", repair.isEndUnknown)
        writer.member("sealedEstimatesLost", repair.areOpeningsLost)
      }
    }
  }
}
