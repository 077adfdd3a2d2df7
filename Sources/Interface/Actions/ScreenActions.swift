/// Actions that belong to certain screens.
enum ScreenActions {
  static let all: [Action] = [
    RegisterActions.all,
    MatrixActions.all,
    ChainActions.all,
    EstimateActions.all,
    CriteriaActions.all,
    ConsentActions.all,
    LetterActions.all,
    ContextActions.all,
    WholeActions.all,
    ComparisonActions.all,
    DocumentActions.all,
    PolicyActions.all,
    TreeActions.all,
    ControlActions.all,
    EvaluationActions.all,
    ReviewActions.all,
    TraceActions.all,
    PastActions.all,
  ].flatMap(\.self)
}
