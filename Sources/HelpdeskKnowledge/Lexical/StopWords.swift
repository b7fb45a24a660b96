/// Words that tell nothing about what a text is about.
enum StopWords {
    /// Lucene's English list without "no" and "not", and pronouns, auxiliaries and the plainest question words: "how do I"
    /// begins half of all support questions.
    static let english: Set<String> = [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "of", "on", "or",
        "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with", "i",
        "me",
        "my", "we", "us", "our", "you", "your", "he", "she", "his", "her", "its", "them", "am", "been", "were", "do",
        "does", "did", "has", "have", "had", "how", "what", "can", "could", "would", "should", "from", "so", "than",
        "when", "which", "who", "please",
    ]
}
