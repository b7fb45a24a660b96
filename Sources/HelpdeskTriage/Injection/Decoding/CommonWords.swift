/// The commonest English words, by which a decoded sentence is known to be one.
enum CommonWords {
    static let english: Set<UInt64> = Set(
        """
        the of and to a in is it you that he was for on are with as i his they be at one have this from or had by not but
        what all were we when your can said there use an each which she do how their if will up other about out many then
        them these so some her would make like him into time has look two more write go see no way could people my than first
        been call who its now find long down day did get come made may part over new after only little work know place year
        live me back give most very thing our just name good say great where through much before line right too mean old any
        same tell boy follow came want show also around form three small set put end does another well large must big even
        such because turn here why ask went men read need land home us move try kind hand again change off play house page
        letter mother answer found study still learn should customer customers password admin account code codes order orders
        price prices refund free system rules email staff send reply print prompt secret access approve data user users list
        every always never ignore forget policy key keys note message messages support please take let next last today
        without against between under until while product address phone number text word words check closed case cases
        instructions previous private member members recall cancelled is's money card cards pay open close ticket tickets
        """.split(whereSeparator: \.isWhitespace).map { ScalarHash.of(String($0)) })
}
