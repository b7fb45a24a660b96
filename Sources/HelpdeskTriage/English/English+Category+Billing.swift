extension English {
    private static func billing(
        _ name: String, _ weight: Double, _ text: String, requires: String = "", unless: String = "",
        negation: TriageRule.Negation = .cancelsIfDenied
    ) -> TriageRule {
        rule(
            .category(.billing), "billing: \(name)", weight, text, requires: requires, unless: unless,
            negation: negation)
    }

    private static let power = """
        battery; charger; charging (cable|case|station|pad|dock|port); usb; power bank; fully charged; percent; wallbox; plugged in
        """

    /// Money: charges, invoices, refunds, payment methods, plans, prices, and money that moved without consent.
    static let billing: [TriageRule] = [
        billing(
            "refund", 3,
            "refund*; money back; (pay|give) (me|us|it) back; (want|get|need) … my money; reimburse*; chargeback; charge back; (my|our|the) money … (back|return)"
        ),
        billing("compensation", 1.2, "compensat*; goodwill; (owe|owed) (me|us)"),
        billing(
            "charged", 3,
            """
            (be|get|got|have) …3 =charged; =charged (me|us|my|our|for|twice|double|again|a|an|the|#money|extra|full); overcharg*
            charged (wrong*|incorrect*|too much|#money|#largefigure|two|three|to my|on my); double charge; doubly charged; =charging (me|us|my)
            (unknown|strange|unexpected|mysterious|extra|additional|wrong|surprise|weird|unexplained|duplicate|second|late|hidden|#money) (charge|debit|fee|booking fee)
            charge (on|to|from|of|for) … (card|statement|account|#money|month); (why|what) … charge; charge (me|us|my); =charges
            charge (twice|double|again)
            """, unless: power),
        billing("charge, loosely", 1.2, "charge", unless: power),
        billing(
            "amount taken", 3,
            """
            (take|took|debit|deduct|withdraw|withdrew|withdrawn|charge|bill|invoice|pay|paid|collect) …4 #largefigure
            (take|took|debit|deduct|withdraw|withdrew|withdrawn) … (#money|twice|from my|off my|out of my|money|account|card)
            (debited|deducted|deduction); (money|#money) … (gone|missing|left|disappear*|vanish*|taken|withdrawn|deducted|debited)
            pay … (twice|double|two times); paid … (twice|double|two times); (same|double|two|duplicate) (amount|payment|booking|debit)
            too much; (wrong|different|higher|incorrect|full) (amount|price|sum|total|rate|fare); more than (agreed|quoted|advertised|usual|last month)
            """, unless: power),
        billing(
            "invoice", 2.5,
            "invoice*; credit note; receipt; billing; =bill; =bills; =billed; pro forma; proforma; dunning; payment reminder"
        ),
        billing("statement", 1.2, "statement; (past|over) due; overdue; outstanding; arrears; late fee"),
        billing(
            "payment", 2,
            """
            payment*; pay (by|with|for|via|in|the|my|our|monthly|yearly|annual*); (have|had|already) paid; paid (for|with|by|#money|in|the|extra)
            paypal; apple pay; google pay; klarna; credit card; debit card; bank (transfer|card); wire transfer; direct debit; sepa
            standing order; (instalment|installment); iban; bank details; payout; pay out; prepaid; deposit; down payment; purchase order; po number
            """),
        billing(
            "pay, loosely", 1.2,
            "=pay; =paid; =paying; pays; (two|three|both|different|my|new|old|another|bank|visa|mastercard) card; cards; mastercard; visa card; amex; (split|spread) … (cards|payments|months); iban; wallet"
        ),
        billing(
            "card trouble", 2,
            "card … (declin*|refus*|expire*|reject*|block*|swallow*|replace*|on file|update*); (update|change|replace|remove|add) … card"
        ),
        billing(
            "card gone", 3.5,
            """
            (lost|stolen|steal|cloned|skim*) … (card|wallet|purse); (card|wallet|purse) … (stolen|lost|cloned|skim*); lose … card
            block … card; freeze … card; (use|using|used) … my card; my card … (use|used|using)
            """),
        billing(
            "fraud", 3.5,
            """
            (#money|#largefigure|money) …2 (gone|missing|vanished|left|moved) …2 (account|savings); swallowed …2 (coins|money|note|card)
            (unauthorize*|unauthorised|fraud*|suspicious|unknown|unrecognize*) … (transaction|payment|transfer|charge|purchase|withdrawal|debit|order)
            (transaction|payment|transfer|charge|purchase|withdrawal|debit) … (not me|not mine|not from me|none of … me|not recognize|not (make|authorize|approve|order))
            (not|never) (make|authorize|approve|order|sign up|agree|subscribe|buy|recognize) … (this|these|that|it|them|any|#money|payment|transaction|charge)
            (empty|emptied|drain*|clear*) … (account|savings); (someone|somebody|they|stranger) … (spend|spent|buy|bought|withdraw*|transfer*|order*) … (my|our)
            (transfer|transfers|withdrawals|transactions) … (leaving|going out|out of) … account; (money|savings) … (moved|moving|transferred)
            (buying|bought|ordering|ordered) … (account|card|tablet|phone) … (child|son|daughter|kid); (son|daughter|child|kid*|year old) … (buy|spend|spent|order|purchas*)
            in-app purchas*; identity theft; direct debit … (not|never)
            """),
        billing(
            "subscription", 2.5,
            "subscription*; =subscribe; subscribed; subscriber; auto-renew*; autorenew*; renew*; free trial; (monthly|annual|yearly) (fee|rate|payment|billing)"
        ),
        billing(
            "membership", 1.5,
            "member*; contract; trial; tariff; seat license; licen* (fee|cost|renewal); (number of|more|fewer|extra|additional|#number) (seats|licenses|users)"
        ),
        billing(
            "cancellation", 3,
            """
            cancel* … (subscription|plan|contract|membership|trial|policy|renewal|service|premium|pro|account|abo|insurance|line|broadband|tv)
            (how|where) … cancel; (want|like|need|wish|going|decided|trying) to cancel; cancel (my|our|everything|it all); terminat* … contract
            (contract|subscription|plan|membership) … (terminat*|end|cancel*|leave|out of); notice period; cancellation (fee|confirmation|period|notice)
            get out of … contract; cancellation; ^ cancel; not renew; stop … (renew*|subscription|membership)
            """, unless: "cancel … (order|flight|booking|appointment|train|reservation|meeting)"),
        billing(
            "plan change", 2.7,
            """
            (upgrade|downgrade|switch|change|move|go|going|step|drop) … (plan|tier|package|tariff|annual|yearly|monthly billing|premium|basic|business plan|starter|family plan|enterprise|team plan)
            downgrad*; (smaller|bigger|larger|cheaper|higher|lower|free|family|pro|premium|basic|starter|team|business|current|annual|monthly) (plan|tier|package|tariff|edition|one)
            (my|our|your|which|what|the) plan; pause … (plan|subscription|membership|contract)
            """, unless: "floor plan; what are … plans; any plans"),
        billing(
            "price", 2.2,
            """
            price*; pricing; =cost; =costs; how much; discount*; coupon; voucher; promo*; rebate; cashback; gift (card|voucher); fee; fees
            (student|nonprofit|non-profit|educational|volume|bulk) (discount|price|pricing|rate|license); cheaper; expensive; free of charge
            per (seat|user|month|year|head|licen*); vat; tax; sales tax; gst; quote; exchange rate; surcharge; =customs; shipping cost; budget
            """, unless: "at all cost"),
        billing(
            "balance", 2,
            "balance; top-up; top up; topped up; topping up; credited; (account|store|shop|call) credit; =credit; credits; (usage|overage|data|roaming) (charge|fee|cost); overage; roaming"
        ),
        billing("sum", 1.2, "#money", unless: "budget"),
        billing(
            "bank words", 1,
            "=bank; account number; mortgage; loan; interest rate; overdraft; accountant; bookkeep*"
        ),
        billing(
            "transfer missing", 2,
            "(transfer|payment|deposit|top-up|salary|wire) … (not|never) … (arrive|receive|credit|show|come|land|book)"),
    ]
}
