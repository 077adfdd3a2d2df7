/// A look with the screen's own colours put in, since a picture has no terminal to ask.
struct SVGLook {
  let foreground: Colour
  let background: Colour
  let attributes: Attributes

  init(_ look: Look, theme: Theme) {
    let text = look.foreground.pictured ?? theme.screenForeground
    let ground = look.background.pictured ?? theme.screenBackground
    let isReversed = look.attributes.contains(.reverse)
    foreground = isReversed ? ground : text
    background = isReversed ? text : ground
    attributes = look.attributes
  }

  /// What the text element says besides place and fill; begins with a space unless empty.
  var extras: String {
    (attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
      + (attributes.contains(.italic) ? " font-style=\"italic\"" : "")
      + (attributes.contains(.underline) ? " text-decoration=\"underline\"" : "")
      + (attributes.contains(.dim) ? " fill-opacity=\"0.65\"" : "")
  }
}
