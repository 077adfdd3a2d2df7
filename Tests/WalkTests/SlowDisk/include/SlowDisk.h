// Nothing is called by name: the library stands in for what the system has.
