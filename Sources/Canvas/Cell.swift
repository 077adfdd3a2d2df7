/// One place of the screen grid.
package struct Cell: Hashable, Sendable {
  /// What is drawn; a space in the right half of a wide character.
  package var scalar: Unicode.Scalar
  /// The index into `Frame.clusters` of the whole combining sequence; 0 when `scalar` is all there is.
  package var cluster: UInt16
  /// 1, 2 for the left half of a wide character, or 0 for its right half.
  package var width: UInt8
  /// What the content is: gives foreground and attributes.
  package var role: Role
  /// What the content lies on: gives the background.
  package var ground: Role

  /// A cell of width 1 unless told otherwise.
  package init(
    _ scalar: Unicode.Scalar = " ", cluster: UInt16 = 0, width: UInt8 = 1, role: Role = .text,
    ground: Role = .background
  ) {
    self.scalar = scalar
    self.cluster = cluster
    self.width = width
    self.role = role
    self.ground = ground
  }
}
