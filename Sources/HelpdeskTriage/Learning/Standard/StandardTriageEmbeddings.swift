enum StandardTriageEmbeddings { static let base64 = "" }
