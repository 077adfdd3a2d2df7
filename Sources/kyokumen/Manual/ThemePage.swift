import Canvas
import Domain
import Themes

/// `kyokumen-theme(5)`: how a theme file is written, with every role and mark there is.
struct ThemePage {
  let language: Language

  func text() -> String {
    var page = Roff("kyokumen-theme", section: 5, manual: ManualPage.manual, language)
    page.section(ManualPage.name)
    page.plain("kyokumen-theme - " + Words("themes of kyokumen", "局面のテーマ")[language])
    page.section(ManualPage.description)
    page.paragraphs(Self.description)
    page.example(Self.example)
    page.section(Words("Parts", "構成"))
    for (key, words) in Self.parts { page.term(key, words) }
    page.section(Words("Styles", "書き方"))
    page.paragraphs(Self.styles)
    page.section(Words("Themes of the program", "付属のテーマ"))
    page.paragraphs(ThemeLibrary().names.joined(separator: ", "))
    page.section(Words("Roles", "役割"))
    page.paragraphs(Self.roles)
    page.paragraphs(Role.allCases.map(\.name).joined(separator: ", "))
    page.section(Words("Marks", "記号"))
    page.paragraphs(Self.marks)
    page.paragraphs(Glyph.allCases.map(\.name).joined(separator: ", "))
    page.section(ManualPage.files)
    page.term("~/.config/kyokumen/themes/NAME.yaml", Words("a theme of your own", "自分のテーマ"))
    page.term(
      "~/.config/kyokumen/config.yaml",
      Words("theme: NAME chooses it, as --theme does", "theme: 名前 で選ぶ（--theme と同じ）"))
    page.section(ManualPage.seeAlso)
    page.plain("kyokumen(1), kyokumen-keys(5)")
    return page.text
  }

  private static let description = Words(
    """
    A theme says what the parts of a screen look like. It is a YAML file; with inherits: only what is different need \
    be said. `kyokumen theme check FILE` says what is wrong with one, line by line. Colour never tells anything alone: \
    a mark and a word say the same.
    """,
    """
    テーマは画面の各部の見た目を決める YAML ファイルである。inherits: を使えば、違う点だけを書けばよい。誤りは\
    `kyokumen theme check ファイル` が行ごとに示す。色だけで意味を示すことはなく、記号と語が同じことを示す。
    """)

  private static let example = """
    name: ours
    inherits: default-dark
    palette:
      sky: { hex: "#9ad1ff", ansi256: 117, ansi16: brightCyan }
      night: { hex: "#1f3a52", ansi256: 236, ansi16: blue }
    roles:
      ui.title: "sky +bold"
      ui.selection: { style: "bright on night", mono: "+reverse" }
    glyphs: { set: neutral }
    """

  private static let parts: [(String, Words)] = [
    ("name", Words("what it is called", "名前")),
    ("inherits", Words("the theme from which the rest is taken", "残りを引き継ぐテーマ")),
    (
      "screen",
      Words(
        "foreground and background the terminal is taken to have, in pictures and for contrast",
        "図とコントラスト比の計算で仮定する、端末の前景色と背景色")
    ),
    (
      "colours",
      Words("how many it is made for: 16, 256 or all", "何色まで使うテーマか: 16、256、all")
    ),
    (
      "palette",
      Words(
        "colours by name: hex, and how they look with 256 (ansi256) and 16 colours (ansi16)",
        "名前を付けた色。hex、256色（ansi256）、16色（ansi16）での値")
    ),
    ("roles", Words("a style for a role, or for a group of roles", "役割、又は役割の集まりの書き方")),
    ("glyphs", Words("set: neutral or ascii, and single marks", "set: neutral 又は ascii、個々の記号")),
  ]

  private static let styles = Words(
    """
    COLOUR on COLOUR +attribute, every part optional. Attributes are bold, dim, italic, underline, reverse; default is \
    the terminal's own colour. A role may have three: style, ansi16 for 16 colours, mono for none. The sixteen are \
    black, red, green, yellow, blue, magenta, cyan, white, and each with bright before it, as brightBlue.
    """,
    """
    「色 on 色 +属性」。どの部分も省ける。属性は bold、dim、italic、underline、reverse。default は端末自身の色。役割ごとに style、\
    ansi16（16色）、mono（色なし）の三通りを書ける。16色は black、red、green、yellow、blue、magenta、cyan、white と、それぞれに \
    bright を付けたもの（brightBlue など）。
    """)

  private static let roles = Words(
    "A role not named takes the style of its group: phase.agreed that of phase.",
    "書かれていない役割はその集まりの書き方に従う（phase.agreed は phase）。")

  private static let marks = Words(
    "Each is one narrow character that the theme's glyph set draws and a line here replaces.",
    "いずれも半角1文字。書けば glyphs の set の記号に置き換わる。")
}
