import ArgumentParser
import Catalogues
import Store

/// `kyokumen demo`
struct DemoCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open a worked case in a scratch copy.",
    discussion: """
      cloud: a customer and a data centre; cyberspace: four organisations; single: one organisation.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "cloud, cyberspace or single.")
  var demo: WorkedCase = .cloud

  @Option(help: ArgumentHelp("Write the case to a new file instead of opening it.", valueName: "file"))
  var save: String?

  func carryOut(in surroundings: Surroundings) throws {
    if let save {
      return try DemoBuilder(demo, surroundings).write(to: save).close()
    }
    let live = LiveSession(surroundings: surroundings)
    try live.admit()
    try live.openDemo(demo)
  }
}

extension WorkedCase: ExpressibleByArgument {}
