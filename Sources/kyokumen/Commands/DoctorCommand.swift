import ArgumentParser
import Canvas
import Domain
import Exchange
import Glibc

/// `kyokumen doctor`
struct DoctorCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Words(
      "Say what the terminal, the environment and the folders are like, and what to do.",
      "端末・環境・フォルダの様子と、すべきことを示す。"
    ).said,
    discussion: Words(
      """
      Asks the terminal about its colours, its background and how wide it draws ambiguous characters. Exit status 1 \
      when something does not work.
      """,
      """
      色、背景、幅の曖昧な文字の幅を端末に尋ねる。動かないものがあれば終了ステータスは 1。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  /// A configuration that makes no sense is what the doctor is for.
  static let isTolerant = true

  func carryOut(in surroundings: Surroundings) throws {
    let doctor = Doctor(surroundings: surroundings, facts: .asked(surroundings.environment))
    let symptoms = doctor.symptoms()
    if json {
      try Output.print(Self.json(symptoms, surroundings.language))
    } else {
      // Elsewhere lines are for programs, which want them whole.
      let columns = isatty(STDOUT_FILENO) == 1 ? doctor.facts.size?.columns : nil
      for symptom in symptoms {
        try Output.print(Self.text(symptom, columns ?? .max, surroundings.language).printable)
      }
    }
    if symptoms.contains(where: { $0.state == .problem }) { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private static func text(_ symptom: Symptom, _ columns: Int, _ language: Language) -> String {
    let head = padded(symptom.state.words[language], to: 9) + padded(symptom.title[language], to: 17)
    let found = block(symptom.found[language], behind: head, columns)
    let advice = symptom.advice.map { "\n" + block($0[language], behind: padded("", to: 9) + "-> ", columns) }
    return found + (advice ?? "")
  }

  /// A text that goes on below where it began, whole words in each line.
  private static func block(_ text: String, behind head: String, _ columns: Int) -> String {
    let indent = DisplayWidth.width(of: head)
    guard columns > indent + 20 else { return head + text }
    return head
      + DisplayWidth.wrap(text, to: columns - indent).joined(separator: "\n" + padded("", to: indent))
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.width(of: text)))
  }

  private static func json(_ symptoms: [Symptom], _ language: Language) -> String {
    JSONWriter.text { writer in
      writer.array { writer in
        for symptom in symptoms {
          writer.object { writer in
            writer.member("check", symptom.id)
            writer.member("state", symptom.state.rawValue)
            writer.member("found", symptom.found[language])
            writer.member("advice", symptom.advice?[language])
          }
        }
      }
    }
  }
}
