package import Canvas
package import Domain

/// A report as what it says, before it is Markdown, HTML or lines on a screen.
package struct Document: Sendable {
  package let language: Language
  package let title: String
  /// What stands under the title: scope, day.
  package let subtitle: [String]
  package let parts: [Part]

  /// Sections under a title of their own; a report of one part has none.
  package struct Part: Sendable {
    package let title: String?
    package let sections: [Section]

    package init(_ title: String?, _ sections: [Section]) {
      self.title = title
      self.sections = sections
    }
  }

  /// A heading and what stands under it.
  package struct Section: Sendable {
    package let heading: String
    package let blocks: [Block]
    /// Whether its tables want a sheet turned on its side.
    package let isWide: Bool

    package init(_ heading: String, isWide: Bool = false, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
      self.isWide = isWide
    }
  }

  /// One piece under a heading.
  package enum Block: Sendable {
    case paragraph(String)
    /// A smaller heading.
    case subheading(String)
    case list([Item])
    /// Names with what is said of each.
    case facts([Fact])
    case table(Table)
    case figure(Figure)

    /// A table whose columns share the breadth as they need, named by the heading it stands under.
    package static func table(header: [String], rows: [[String]]) -> Block {
      .table(
        Table(
          "", header.map { Table.Column($0) }, rows: rows.map { Table.Row($0.map { Table.Cell($0) }) }))
    }
  }

  /// A point of a list, with finer points below it.
  package struct Item: Hashable, Sendable {
    package let text: String
    package let below: [String]

    package init(_ text: String, below: [String] = []) {
      self.text = text
      self.below = below
    }
  }

  /// A name and what is said of it.
  package struct Fact: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A picture, and what stands in its place where there are none.
  package struct Figure: Sendable {
    package let caption: String
    package let frame: Frame
    package let instead: [Block]

    package init(_ caption: String, _ frame: Frame, instead: [Block] = []) {
      self.caption = caption
      self.frame = frame
      self.instead = instead
    }
  }

  /// A report of one part.
  package init(language: Language, title: String, subtitle: [String], sections: [Section]) {
    self.init(language: language, title: title, subtitle: subtitle, parts: [Part(nil, sections)])
  }

  /// - Parameters:
  ///   - language: Of all words.
  ///   - title: Of the whole.
  ///   - subtitle: Lines under the title.
  ///   - parts: In their order.
  package init(language: Language, title: String, subtitle: [String], parts: [Part]) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.parts = parts
  }

  /// The same with more sections behind those of its last part.
  func adding(_ sections: [Section]) -> Document {
    let last = parts.last.map { Part($0.title, $0.sections + sections) } ?? Part(nil, sections)
    return Document(language: language, title: title, subtitle: subtitle, parts: parts.dropLast() + [last])
  }

  /// All sections of all parts.
  package var sections: [Section] { parts.flatMap(\.sections) }

  /// How many rows all tables have together: what writing it takes.
  package var rowCount: Int {
    sections.reduce(0) { sum, section in
      section.blocks.reduce(sum) { sum, block in
        if case .table(let table) = block { sum + table.rowCount } else { sum }
      }
    }
  }
}
