// Interface is the Elm loop as values: Model, Message, update, view. It draws frames and gives orders
// (effects); it performs none of them.
