// Catalogues holds control lists, the clause list and edition correspondences as data (ids and titles
// only), and the worked cases of the talk, built through the commands a person uses.
