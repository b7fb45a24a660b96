"""Triage: category, priority, sentiment and escalation of customers' messages."""
PEERS = ["peers.triage.scikit_learn_peer:Embedded", "peers.triage.scikit_learn_peer:Words",
         "peers.triage.scikit_learn_peer:KeywordLists"]
