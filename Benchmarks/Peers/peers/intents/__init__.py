"""Intents of questions."""

PEERS = ["peers.intents.scikit_learn_peer:WordsAndCharacters", "peers.intents.scikit_learn_peer:WordsAndEmbeddings",
         "peers.intents.scikit_learn_peer:LogisticRegression"]
