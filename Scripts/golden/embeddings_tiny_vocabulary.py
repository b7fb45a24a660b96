"""The vocabulary of the small models with random weights."""
WORDS = ("the a i my to is not can cannot reset pass ##word account locked invoice charge ##d ##s refund please help . , ? ! "
         "how do where error 1 2 3 ##0 ##1 ##2 x y z ##x").split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS
