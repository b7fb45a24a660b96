/// A sentence read, aligned and weighed.
struct GroundingExamination {
    /// What earlier sentences of the answer leave for the next one.
    struct Context {
        /// The words of the sentence before: what "it" may be.
        var tokens: [GroundingToken] = []
        /// The sentence of the sources on which the one before rests, or -1.
        var unit = -1
        /// How freely the earlier ones are worded, as sums.
        var novel = 0.0
        var exact = 0.0
        var count = 0.0

        /// The positions of the sources that are cited.
        var preferred: Set<Int> = []

        /// Takes note of a sentence.
        mutating func add(_ examination: GroundingExamination) {
            guard examination.claim == .statement else { return }
            unit = examination.aligner.best.last ?? unit
            tokens = Array(examination.reading.tokens.lazy.filter { $0.isContent && $0.weight >= 1 }.prefix(24))
            novel += examination.features[.novelShare]
            exact += examination.features[.exactShare]
            count += 1
        }

        /// Takes over what a later sentence left.
        mutating func add(_ later: Context) {
            if later.count > 0 { (tokens, unit) = (later.tokens, later.unit) }
            novel += later.novel
            exact += later.exact
            count += later.count
        }
    }

    let claim: GroundingClaim
    let reading: GroundingReading
    let aligner: GroundingAligner
    var features: GroundingFeatures
    var findings: [GroundingExaminer.Finding]
    /// Addresses that are in no source.
    let unknownLinks: [GroundingLink]

    /// Examines a range of UTF-8 text. O(its length), given the sources.
    init(
        _ bytes: [UInt8], _ range: Range<Int>, context: Context, sources: GroundingCheck.Sources
    ) {
        reading = GroundingReading(bytes, range)
        var last = range.upperBound
        while last > range.lowerBound, !(UTF8Text.isWordByte(bytes[last - 1]) || bytes[last - 1] == UInt8(ascii: "?")) {
            last -= 1
        }
        claim = GroundingClaim(reading, isQuestion: last > range.lowerBound && bytes[last - 1] == UInt8(ascii: "?"))
        aligner = GroundingAligner(reading, sources, context: context)
        let examiner = GroundingExaminer(reading, aligner, sources)
        features = examiner.features
        findings = examiner.findings
        let known = sources.links
        unknownLinks = reading.links.filter { link in !known.contains { link.isCovered(by: $0) } }
        features[.earlierNovelShare] = context.count > 0 ? context.novel / context.count : 0.15
        features[.earlierExactShare] = context.count > 0 ? context.exact / context.count : 0.6
        features[.addresses] = Double(min(3, unknownLinks.count))
    }
}
