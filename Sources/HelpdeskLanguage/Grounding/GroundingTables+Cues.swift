extension GroundingTables {
    /// Words of politeness and of offers to help.
    static let courtesy = """
        thank thanks sorry apologise apologies apologize apology welcome hello hi hey dear regards greetings sincerely glad happy pleased pleasure \
        hope afraid understand understandable frustrating frustration annoying inconvenience appreciate patience great good wonderful morning afternoon evening day \
        question questions help assist assistance reaching contacting asking writing message further anything else know let feel free wish \
        luck enjoy kind best warm team support colleague colleagues cheers absolutely sure certainly course love lovely nice congratulations \
        concern concerned confusion trouble bear hear here touch reach out ask just reply drop line any more need needs hesitate \
        confirm quick short summary below following details steps follow answer case way how do
        """

    /// Words that a clause with a verb of its own has.
    static let verbal = """
        is are was were be can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must has have had do does did don't doesn't didn't \
        isn't aren't wasn't weren't you we it they i he she you'll we'll it'll they'll i'll you're we're it's they're you've we've that's there's there not never \
        hasn't haven't hadn't mustn't needn't i'm i've gets goes costs takes applies needs means
        """

    /// Words that part clauses.
    static let conjunctions = """
        and but or while whereas because since so if when unless until although though then which who where once otherwise nor however after before as whether
        """

    /// Words and phrases that tell how it was.
    static let past = """
        previously formerly used_to out_of_date no_longer_applies no_longer_apply struck_out no_longer_valid in_the_past until_recently earlier old former outdated obsolete archived deprecated superseded \
        retired historic legacy expired
        """

    /// Phrases that say how a number limits, and that no negation is in.
    static let bounds = """
        at_least at_most no_more_than not_more_than no_less_than not_less_than no_later_than not_later_than no_longer_than \
        or_more or_less or_later or_newer or_above or_fewer and_later and_above and_newer and_up up_to not_exceed as_early_as as_late_as \
        not_only no_matter no_problem no_worries
        """
}
