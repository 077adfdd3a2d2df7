/// A way of looking at a screen that the room agreed to keep: what is shown, in which order, in which columns.
package enum SavedView {
  package static let title = Attribute.text("title", "Name", "名称")
  /// The screen's name on the command line.
  package static let screen = Attribute.text("screen", "Screen", "画面")
  /// The filter line as typed; empty for everything.
  package static let filter = Attribute.text("filter", "Filter", "絞り込み")
  /// The column's name, with `-` before it from the highest down.
  package static let sort = Attribute.text("sort", "Sorted by", "並べ替え")
  package static let columns = Attribute.list("columns", "Columns", "列")

  package static let description = KindDescription(
    .savedView, "V", "View", "ビュー", phase: nil, ownership: .joint,
    fields: [title.field, screen.field, filter.field, sort.field, columns.field])
}
