// Journal remembers. One act of a person is one batch of entries; nothing is ever updated or deleted;
// state is the fold of the entries; a chain of SHA-256 digests makes tampering visible.
