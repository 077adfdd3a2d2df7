import Canvas
import Domain

/// What `r` turns through: one of a risk's ratings, or the way from one to the next.
enum MatrixView: Int, CaseIterable {
  case present
  case residual
  case inherent
  case toResidual
  case toPresent

  static func shown(_ state: ScreenState) -> MatrixView {
    allCases[state.variant % allCases.count]
  }

  /// The rating by which risks stand in cells.
  var kind: RatingKind {
    switch self {
    case .present, .toResidual: .present
    case .residual: .residual
    case .inherent, .toPresent: .inherent
    }
  }

  /// The rating to which they move; nil where no movement is shown.
  var target: RatingKind? {
    switch self {
    case .present, .residual, .inherent: nil
    case .toResidual: .residual
    case .toPresent: .present
    }
  }

  /// The rating that picking up and dropping gives: in a movement its end.
  var rated: RatingKind { target ?? kind }

  func words(arrow: String) -> Words {
    guard let target else { return kind.words }
    return Words(
      "\(kind.words.en) \(arrow) \(target.words.en)", "\(kind.words.ja) \(arrow) \(target.words.ja)")
  }
}

/// Where the matrix keeps which risks: the numbers of the boxes in `ScreenState.groups`.
struct MatrixBoxes {
  let cells: Int
  let isMoving: Bool

  init(_ method: CriteriaMethod, _ view: MatrixView) {
    cells = method.likelihood.count * method.consequence.count
    isMoving = view.target != nil
  }

  var unrated: Int { cells }
  /// Under criteria that nothing maps to those of the matrix.
  var others: Int { cells + 1 }
  /// In a cell by a rating under an earlier version or a party's own criteria.
  var translated: Int { cells + 2 }
  /// Not for the eyes the projector is for.
  var hidden: Int { cells + 3 }
  var count: Int { cells + 4 + (isMoving ? cells * cells : 0) }

  /// Risks that go from one cell to another; the same twice for those that stay.
  func moving(from: Int, to: Int) -> Int { cells + 4 + from * cells + to }
}

extension MatrixBoxes {
  /// Sorts the risks shown, once per change.
  static func filled(
    _ model: Model, _ view: MatrixView, criteria: RecordID, _ method: CriteriaMethod
  ) -> [[RecordID]] {
    let boxes = MatrixBoxes(method, view)
    var groups = Array(repeating: [RecordID](), count: boxes.count)
    var translator = RatingTranslator(to: criteria, model.assessment)
    func cell(_ rating: Rating) -> Int? {
      translator.translated(rating).map {
        ($0.likelihood - 1) * method.consequence.count + $0.consequence - 1
      }
    }
    for risk in model.shownRisks {
      if let audience = model.audience, !audience.sees(risk, model.assessment) {
        groups[boxes.hidden].append(risk)
        continue
      }
      guard let rating = model.assessment.rating(risk, view.kind) else {
        groups[boxes.unrated].append(risk)
        continue
      }
      guard let place = cell(rating) else {
        groups[boxes.others].append(risk)
        continue
      }
      groups[place].append(risk)
      if rating.criteria != criteria { groups[boxes.translated].append(risk) }
      if let target = view.target, let end = model.assessment.rating(risk, target).flatMap(cell) {
        groups[boxes.moving(from: place, to: end)].append(risk)
      }
    }
    return groups
  }
}

/// The criteria a matrix is drawn over.
struct MatrixGround {
  let criteria: RecordID
  let method: CriteriaMethod

  /// Those of the party shown, or for all parties the joint ones; nil while there are none to compute with.
  init?(_ model: Model) {
    let assessment = model.assessment
    let found =
      assessment.criteriaInForce(for: model.party)
      ?? assessment.participants.lazy.compactMap { assessment.criteriaInForce(for: $0) }.first
    guard let found, let method = assessment.method(found) else { return nil }
    criteria = found
    self.method = method
  }

  var columns: Int { method.consequence.count }

  /// Whether there is such a cell.
  func holds(_ cell: Int) -> Bool { (0..<columns * method.likelihood.count).contains(cell) }

  func steps(_ cell: Int) -> (likelihood: Int, consequence: Int) {
    (cell / columns + 1, cell % columns + 1)
  }

  func level(_ cell: Int) -> Int { method.cells[cell / columns][cell % columns] }

  /// `6 中`: a level in number and word.
  func levelText(_ cell: Int, _ model: Model) -> String {
    let level = level(cell)
    return "\(level) " + model.say(method.band(level).label)
  }

  func role(_ cell: Int) -> Role {
    .riskLevel(method.bandIndex(level(cell)), of: method.bands.count)
  }

  /// The cell of a risk's rating as it reads under these criteria; nil when it has none or cannot be told.
  func cell(of risk: RecordID, _ kind: RatingKind, _ assessment: Assessment) -> Int? {
    guard let rating = assessment.rating(risk, kind),
      let here = assessment.translated(rating, to: criteria)
    else { return nil }
    return (here.likelihood - 1) * columns + here.consequence - 1
  }
}
