"""CheckReport -> text: what the writers beside this room do for two articles, for one against many."""
