/// A piece of a passage that can be quoted: a sentence, a step, a list item, a block of code, a row of a table.
package struct PassageUnit: Hashable, Sendable {
    /// What a unit is.
    package enum Kind: Hashable, Sendable {
        /// A sentence of a paragraph.
        case sentence
        /// An item of a list.
        case item
        /// A block of code, kept whole.
        case code
        /// A row of a table, or a part of a cell.
        case row
    }

    /// Whose words a unit is, where the passage tells.
    package enum Voice: Hashable, Sendable {
        /// The passage doesn't tell.
        case unknown
        /// The one who asks: a problem, a question.
        case asker
        /// The one who answers: a resolution.
        case answerer
    }

    /// Where the unit stands in the passage, in UTF-8 offsets.
    package var range: Range<Int>
    /// Where its marker begins, for list items; else `range.lowerBound`.
    package var markerStart: Int
    /// The marker as people see it ("2.", "-"), with two spaces before it for every level it is nested; empty where
    /// there is none.
    package var marker = ""
    /// The words without mark-up.
    package var text: String
    /// What it is.
    package var kind: Kind
    /// Whose words it is.
    package var voice = Voice.unknown
    /// The paragraph, list, code block or row it belongs to; units of one block stand side by side.
    package var block: Int
    /// The nearest heading before it, as a position in ``PassageStructure/headings``.
    package var heading: Int?
    /// The question it follows, as a position in ``PassageStructure/units``.
    package var question: Int?
    /// The list it belongs to, as a position in ``PassageStructure/lists``.
    package var list: Int?
    /// The number of the step it belongs to.
    package var number: Int?
    /// Whether it asks something.
    package var isQuestion = false
    /// Whether it ends with a colon: what follows belongs to it.
    package var isLeadIn = false
    /// Whether it is a greeting, thanks, or a signature.
    package var isCourtesy = false
    /// Whether it doesn't end like a sentence.
    package var isFragment = false
}

/// What the parser made of a passage.
package struct PassageStructure: Sendable {
    /// A heading and the one above it.
    package struct Heading: Hashable, Sendable {
        /// The words without mark-up.
        package var text: String
        /// 1 for the highest.
        package var level: Int
        /// The heading above it, as a position in ``PassageStructure/headings``.
        package var parent: Int?
    }

    /// A list of items or steps.
    package struct List: Hashable, Sendable {
        /// Whether the items are steps.
        package var isOrdered: Bool
        /// The number of the first step.
        package var firstNumber: Int
        /// The number of the last step.
        package var lastNumber: Int
        /// The unit that introduces the list.
        package var leadIn: Int?
    }

    /// What can be quoted, in order.
    package var units: [PassageUnit] = []
    /// The headings, in order.
    package var headings: [Heading] = []
    /// The lists, in order.
    package var lists: [List] = []
}
