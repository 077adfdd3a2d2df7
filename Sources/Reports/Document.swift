package import Domain

/// A report as what it says, before it is Markdown, HTML or lines on a screen.
package struct Document: Hashable, Sendable {
  package let language: Language
  package let title: String
  /// What stands under the title: scope, day.
  package let subtitle: [String]
  package let sections: [Section]

  /// A heading and what stands under it.
  package struct Section: Hashable, Sendable {
    package let heading: String
    package let blocks: [Block]

    package init(_ heading: String, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// One piece under a heading.
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    /// A smaller heading.
    case subheading(String)
    case list([Item])
    case table(header: [String], rows: [[String]])
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

  package init(language: Language, title: String, subtitle: [String], sections: [Section]) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
  }
}

/// Text from records on its way into a report: one line, nothing in it that steers a terminal or a reader's eye.
enum PlainText {
  static func line(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: kept.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
