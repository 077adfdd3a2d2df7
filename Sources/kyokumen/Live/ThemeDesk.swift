import Canvas
import Domain
import Interface
import Terminal
import Themes

/// The theme on screen, which follows what the terminal tells of itself and what a person writes in their theme's file.
final class ThemeDesk {
  /// What a second look found.
  enum Look {
    case same
    /// Another theme is on screen now.
    case changed(Theme, isRewritten: Bool)
    /// The file cannot be used; what was on screen stays.
    case broken(Words)
  }

  private let session: Session
  private var choice: ThemeChoice
  private let watch: FolderWatch?
  /// What is on screen.
  private(set) var theme: Theme
  private var isStandingIn = false

  /// Shows the theme that suits the terminal, as far as it has told of itself.
  ///
  /// - Throws: `ThemeError`.
  init(_ session: Session, _ surroundings: Surroundings) throws {
    self.session = session
    choice = surroundings.themeChoice
    watch = FolderWatch(surroundings.folders.themes)
    theme = try choice.theme(depth: session.depth, answers: session.answers)
    show(theme)
  }

  /// Readable when a theme file may have changed.
  var descriptor: CInt? { watch?.descriptor }

  /// Looks again, after an answer of the terminal or a change in the folder.
  func look() -> Look {
    watch?.drain()
    do {
      let found = try choice.theme(depth: session.depth, answers: session.answers)
      guard found != theme || isStandingIn != choice.needsASCII(session.answers) else { return .same }
      // The same one looks otherwise, and not for anything the terminal said: its file was written, whoever noticed.
      let isRewritten = found.name == theme.name && isStandingIn == choice.needsASCII(session.answers)
      show(found)
      return .changed(found, isRewritten: isRewritten)
    } catch {
      return .broken(Failure(error).words)
    }
  }

  /// The names to choose from.
  var names: [String] { choice.library.names }

  /// Shows another theme from now on, whatever the ground; one that cannot be used changes nothing.
  func choose(_ name: String) -> Look {
    let before = choice.asked
    choice.asked = ThemeChoice.Asked(name)
    let look = look()
    if case .broken = look { choice.asked = before }
    return look
  }

  private func show(_ theme: Theme) {
    self.theme = theme
    isStandingIn = choice.needsASCII(session.answers)
    session.use(theme, standsIn: isStandingIn)
  }
}
