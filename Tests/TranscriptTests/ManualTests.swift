import Foundation
import ProgramDriver
import Testing

/// The manual as it is made from the program, read by the formatter that people's `man` uses.
struct ManualTests {
  /// One page in one language.
  struct Page: Sendable, CustomStringConvertible {
    let name: String
    let language: String

    var description: String { name + " " + language }
  }

  private static let pages = ["kyokumen", "kyokumen-theme", "kyokumen-keys"].flatMap { name in
    ["en", "ja"].map { Page(name: name, language: $0) }
  }

  @Test("a page is set without a warning, no line wider than the screen", arguments: pages)
  func pageIsSet(_ page: Page) throws {
    let desk = try ScratchDesk()
    let outcome = try desk.run(
      "kyokumen manual \(page.name) --lang \(page.language) > page && "
        + "timeout 60 groff -k -ww -man -Tutf8 -P-c -rLL=78n page | sed 's/.\\x08//g'")
    #expect(outcome.status == 0)
    #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 40)
    #expect(outcome.output.contains(page.language == "ja" ? "説明" : "DESCRIPTION"))
    let wide = lines.filter { $0.count > 78 && !$0.contains("kyokumen ") }
    #expect(wide.isEmpty, "\(wide.joined(separator: "\n"))")
  }

  @Test("help before a command's name says what --help says behind it, in either language")
  func helpIsTold() throws {
    let desk = try ScratchDesk()
    for (words, same) in [
      ("help", "--help"), ("help new", "new --help"), ("help theme check", "theme check --help"),
      ("--lang ja help", "--lang ja --help"), ("help check --lang ja", "check --help --lang ja"),
    ] {
      let (told, known) = (try desk.run("kyokumen " + words), try desk.run("kyokumen " + same))
      #expect(told.status == 0 && told.output == known.output && !told.output.isEmpty, "\(words)")
    }
    let slip = try desk.run("kyokumen help chekc")
    #expect(slip.status == 64 && slip.diagnostics.contains("check"))
  }

  @Test("every command, option and argument is told in Japanese too")
  func nothingIsUntranslated() throws {
    let desk = try ScratchDesk()
    let japanese = try desk.run("kyokumen manual --lang ja").output
    let english = try desk.run("kyokumen manual --lang en").output
    #expect(Self.said(japanese).count == Self.said(english).count)
    let isSame = zip(Self.said(english), Self.said(japanese)).filter { $0.1 == $1.1 && $0.1.contains(" ") }
    #expect(isSame.isEmpty, "\(isSame.map { "\($0.0.0): \($0.0.1)" }.joined(separator: "\n"))")
  }

  /// Terms with what is said of them.
  private static func said(_ page: String) -> [(String, String)] {
    let lines = page.replacing("\\:", with: "").split(separator: "\n").map(String.init)
    return lines.indices.dropLast(2).filter { lines[$0].hasPrefix(".TP") }.map {
      (lines[$0 + 1], lines[$0 + 2])
    }
  }

  @Test("every command of the program stands in the manual, and its pages lie where man looks")
  func everyCommandIsThere() throws {
    let desk = try ScratchDesk()
    let page = try desk.run("kyokumen manual --lang en").output
    let help = try desk.run("kyokumen --help").output
    let commands = help.components(separatedBy: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap {
      line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
    #expect((commands?.count ?? 0) > 14)
    for command in commands ?? [] where !["help", "See"].contains(command) {
      #expect(page.contains("kyokumen \(command)"), "the command \(command)")
    }
    let written = try desk.run("kyokumen manual --lang ja --output man && find man -type f | sort").output
    #expect(
      written == "man/ja/man1/kyokumen.1\nman/ja/man5/kyokumen-keys.5\nman/ja/man5/kyokumen-theme.5\n")
  }
}
