/// What the words around a number say about it.
extension PhoneScanner {
    enum Sense { case phone, other, none }

    /// What the nearest telling word says: the one before decides, else the one behind.
    func sense(_ start: Int, _ end: Int, reach: Int) -> Sense {
        let words = text.words(before: start, count: max(4, reach))
        var isReached = false
        for (distance, word) in words.enumerated() {
            if distance == 0, Self.labels.contains(word) { return .phone }
            if distance < reach, Self.phoneWords.contains(word) { return .phone }
            // "my number is 555 0123"
            if distance < 2, Self.numberWords.contains(word), distance + 1 < words.count,
                Self.ownerWords.contains(words[distance + 1])
            {
                return .phone
            }
            // "order 5550101234", "order number: …"; but "about my order on 07700 900999".
            if distance == 0, Self.prepositions.contains(word) { isReached = true }
            if distance < 3, !isReached, Self.otherWords.contains(word) { return .other }
        }
        if isLabelled(behind: end) { return .phone }
        return text.words(after: end, count: min(5, reach)).contains { Self.phoneWords.contains($0) } ? .phone : .none
    }

    /// Whether a word such as "office" or "fax" stands right behind.
    func isLabelled(behind end: Int) -> Bool {
        guard text[end] == 0x20 || text[end] == 0x2D || text[end] == 0x28 else { return false }
        return text.words(after: end, count: 1, reach: 12).contains {
            Self.labels.contains($0) || Self.labelsBehind.contains($0)
        }
    }

    /// Words that name a telephone only where nothing stands between.
    private static let labels = WordSet("office desk direct home work buro bureau privat dienstlich")

    private static let labelsBehind = WordSet("fax mobile cell phone tel landline handy")

    private static let numberWords = WordSet("number no nr nummer numero")
    private static let ownerWords = WordSet("my our his her their contact new old meine mi mon")
    private static let prepositions = WordSet("on at under via")

    private static let phoneWords = WordSet(
        """
        phone phones telephone telephones tel tele mobile mob cell cellphone cellular handy call calls called calling
        ring rang ringing text texts texted sms whatsapp fax hotline dial dialled dialed dialing landline voicemail
        phoned fon telefon telefono handynummer viber signal telegram reach reachable helpline switchboard callback
        pager gsm portable answering messages movil celular llamame llamar appelez appeler fixe rufen rufnummer festnetz
        telefoon cellulare telefone puhelin
        """)

    private static let otherWords = WordSet(
        """
        order orders invoice invoices ref reference ticket case serial tracking account iban card imei iccid isbn ssn
        version build part sku id article policy claim booking reservation license licence meter customer membership
        batch receipt transaction parcel shipment error code pin zip postcode build revision item model po amount sum
        passport bic ean barcode asin contract commit checksum timestamp uid uuid bestellung rechnung kundennummer vat
        social firmware driver nhs meeting webinar merge merged rev revision hash sha pull pedido factura commande
        facture artikel vorgang
        """)
}
