enum StandardTriageWords { static let base64 = "" }
