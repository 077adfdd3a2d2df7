// Canvas is a grid of cells with roles instead of colours, the words for keys and terminal events,
// themes as values, display width, and writers for text, ANSI and SVG. It knows no terminal.
