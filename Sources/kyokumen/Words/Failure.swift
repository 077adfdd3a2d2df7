import Catalogues
import Domain
import Exchange
import Store
import Terminal
import Themes

/// Exit statuses (`sysexits.h` where it has one).
enum ExitStatus: Int32 {
  /// A check or verification found something, or a guard refused.
  case found = 1
  case usage = 64
  case data = 65
  case noFile = 66
  case cannotCreate = 73
  case inputOutput = 74
}

/// Why a command ended before its end: a sentence and an exit status.
struct Failure: Error {
  let status: ExitStatus
  let words: Words

  init(_ status: ExitStatus, _ words: Words) {
    self.status = status
    self.words = Words(words.en.brief, words.ja.brief)
  }

  init(_ status: ExitStatus, _ en: String, _ ja: String) {
    self.init(status, Words(en, ja))
  }

  /// Puts any error of the rooms below into words.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as WorkspaceError: self = error.failure
    case let error as NewWorkspaceError: self.init(.usage, error.words)
    case let error as ThemeError: self.init(.data, error.briefWords)
    case let error as SessionError: self.init(.usage, error.words)
    case let fault as JSONFault: self.init(.data, fault.words)
    case let error as CaseError: self.init(.data, "the demo is damaged: \(error)", "デモのデータが壊れています: \(error)")
    default: self.init(.inputOutput, "\(error)", "\(error)")
    }
  }
}
