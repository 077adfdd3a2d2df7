/// A journal that can be asked for pieces of itself, so that nobody needs it whole in memory.
package protocol History {
  /// The entries before a position that open an actor's batches, latest first; fewer than `limit` mean that there
  /// are no more.
  func acts(of actor: String, before seq: Int64, limit: Int) throws -> [Entry]

  /// A whole batch, from its opening entry.
  func batch(openedBy first: Entry) throws -> Batch

  /// Entries after a position that others than the actor made, in order.
  func entries(after seq: Int64, notBy actor: String) throws -> [Entry]
}
