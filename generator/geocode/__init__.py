"""Where is it: the offline gazetteer, one provider, and the judging of answers."""
