// One import gives a host the agent and everything it is put together from.
@_exported public import HelpdeskKnowledge
@_exported public import HelpdeskLanguage
@_exported public import HelpdeskTriage
@_exported public import SentenceEmbeddings
@_exported public import VectorSearch
