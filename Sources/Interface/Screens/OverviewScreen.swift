import Canvas
import Domain

/// The overview (概況): where are we, what stops us, who does what next.
struct OverviewScreen: Screen {
  let id = ScreenID.overview

  func title(_ model: Model) -> String { model.say(Words("Overview", "概況")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.assessment.ids(.party).map { Row($0) }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let party = row.record else { return }
    let (name, cells) = line.splitLeft(line.columns * 2 / 5)
    pen.put(model.name(of: party), at: name.origin, width: name.columns - 1)
    for (index, phase) in Phase.allCases.enumerated() {
      let state = model.assessment.phases[party, phase]
      let place = cells.origin.moved(columns: index * cells.columns / 6)
      pen.put(
        pen.glyphs[state.glyph] + " " + model.say(state.words), at: place, role: state.role,
        width: cells.columns / 6 - 1)
    }
  }

  func emptyText(_ model: Model) -> Words {
    Words("No party takes part yet.", "参加する組織がまだありません。")
  }
}
