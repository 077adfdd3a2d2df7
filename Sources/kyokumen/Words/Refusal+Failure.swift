import Domain
import Interface

extension Failure {
  /// A refusal as a failure of the command.
  init(_ status: ExitStatus, refusal: Refusal, _ assessment: Assessment) {
    self.init(
      status, Sentence.refusal(refusal, assessment, .english),
      Sentence.refusal(refusal, assessment, .japanese))
  }
}
