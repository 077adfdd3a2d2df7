// Themes are YAML files that turn roles into colours and name the glyphs, embedded in the program.
