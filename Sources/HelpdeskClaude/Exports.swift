@_exported public import HelpdeskHTTP
@_exported public import HelpdeskLanguage
