extension English {
    /// Money: charges, invoices, refunds, payment methods, plans, prices, and money that moved without consent.
    static let billing: [TriageRule] = [
        rule(
            .category(.billing), "billing: refund", 0.86,
            "refund*; money back; (pay|give) (me|us|it) back; (my|our|the) money … (back|return)",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: charged", 0.52,
            """
            (be|get|got|have) …3 =charged; =charged (me|us|my|our|for|twice|double|again|a|an|the|#money|extra|full)
            overcharg*; charged (wrong*|incorrect*|too much|#money|#largefigure|two|three|to my|on my)
            =charging (me|us|my); charge (on|to|from|of|for) … (card|statement|account|#money|month)
            charge (me|us|my); =charges; charge (twice|double|again)
            """,
            unless: """
                battery; charger; charging (cable|case|station|pad|dock|port); usb; power bank; fully charged
                percent; wallbox; plugged in
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: charge, loosely", 1.28,
            "charge",
            unless: """
                battery; charger; charging (cable|case|station|pad|dock|port); usb; power bank; fully charged
                percent; wallbox; plugged in
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: amount taken", 0.55,
            """
            (take|took|debit|deduct|withdraw|withdrew|withdrawn|charge|bill|invoice|pay|paid|collect) …4 #largefigure
            (take|took|debit|deduct|withdraw|withdrew|withdrawn) … (#money|twice|from my|off my|out of my|money|account|card)
            (debited|deducted|deduction)
            (money|#money) … (gone|missing|left|disappear*|vanish*|taken|withdrawn|deducted|debited)
            pay … (twice|double|two times); paid … (twice|double|two times)
            (same|double|two|duplicate) (amount|payment|booking|debit)
            (wrong|different|higher|incorrect|full) (amount|price|sum|total|rate|fare)
            """,
            unless: """
                battery; charger; charging (cable|case|station|pad|dock|port); usb; power bank; fully charged
                percent; wallbox; plugged in
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: invoice", 0.95,
            "invoice*; credit note; receipt; billing; =bill; =bills; =billed; pro forma",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: statement", 0.45,
            "statement; overdue; outstanding",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: payment", 0.6,
            """
            payment*; pay (by|with|for|via|in|the|my|our|monthly|yearly|annual*); (have|had|already) paid
            paid (for|with|by|#money|in|the|extra); paypal; credit card; bank (transfer|card); direct debit
            standing order; (instalment|installment); iban; bank details; payout; pay out; prepaid; deposit
            down payment; purchase order
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: pay, loosely", 0.31,
            """
            =pay; =paid; =paying; pays; (two|three|both|different|my|new|old|another|bank|visa|mastercard) card
            cards; iban; wallet
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: card trouble", 0.2,
            """
            card … (declin*|refus*|expire*|reject*|block*|swallow*|replace*|on file|update*)
            (update|change|replace|remove|add) … card
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: fraud", 0.86,
            """
            (not|never) (make|authorize|approve|order|sign up|agree|subscribe|buy|recognize) … (this|these|that|it|them|any|#money|payment|transaction|charge)
            (someone|somebody|they|stranger) … (spend|spent|buy|bought|withdraw*|transfer*|order*) … (my|our)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: subscription", 0.14,
            """
            subscription*; =subscribe; auto-renew*; renew*; free trial
            (monthly|annual|yearly) (fee|rate|payment|billing)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: membership", 0.1,
            """
            contract; trial; tariff; licen* (fee|cost|renewal)
            (number of|more|fewer|extra|additional|#number) (seats|licenses|users)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: cancellation", 0.3,
            """
            cancel* … (subscription|plan|contract|membership|trial|policy|renewal|service|premium|pro|account|abo|insurance|line|broadband|tv)
            (how|where) … cancel; cancel (my|our|everything|it all); terminat* … contract
            (contract|subscription|plan|membership) … (terminat*|end|cancel*|leave|out of); notice period
            cancellation (fee|confirmation|period|notice); cancellation; ^ cancel; not renew
            """,
            unless: "cancel … (order|flight|booking|appointment|train|reservation|meeting)",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: price", 0.49,
            """
            price*; pricing; =cost; =costs; how much; discount*; voucher; cashback; gift (card|voucher); fee; fees
            (student|nonprofit|non-profit|educational|volume|bulk) (discount|price|pricing|rate|license); cheaper
            free of charge; per (seat|user|month|year|head|licen*); vat; tax; quote; exchange rate; surcharge
            =customs; budget
            """,
            unless: "at all cost",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: balance", 1.49,
            """
            top-up; top up; topped up; topping up; credited; (account|store|shop|call) credit; =credit; credits
            overage; roaming
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: sum", 0.96,
            "#money",
            unless: "budget",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: bank words", 0.27,
            "=bank; account number; mortgage; overdraft; accountant; bookkeep*",
            negation: .cancelsIfDenied),
        rule(
            .category(.billing), "billing: words that tell", 0.61,
            "account; cancel; give; my card; return",
            negation: .ignored,
            addsUp: true),
        rule(
            .category(.billing), "billing: words that hint", 0.2,
            """
            a person; bought; changed; claim; confirm; give me; in may; minutes; month; parking; please; rental
            sent; shop; ten minutes; the group; went through
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
