import ArgumentParser
import Canvas
import Domain
import Exchange

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
      for symptom in symptoms { try Output.print(Self.lines(symptom, surroundings.language).printable) }
    }
    if symptoms.contains(where: { $0.state == .problem }) { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private static func lines(_ symptom: Symptom, _ language: Language) -> String {
    let head = padded(symptom.state.words[language], to: 9) + padded(symptom.title[language], to: 17)
    let advice = symptom.advice.map { "\n" + padded("", to: 9) + "-> " + $0[language] } ?? ""
    return head + symptom.found[language] + advice
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
