extension English {
    /// Charges, prices, plans and money that moved.
    static let familiesMoney: [[TriageRule]] = [
        family(
            "refund",
            [
                .category(.billing): 0.71, .category(.general): 0.18, .priority(.medium): 0.32,
                .priority(.high): 0.24, .escalation(.notNeeded): 0.16, .escalation(.legalThreat): 0.09,
                .escalation(.repeatedContact): 0.31,
            ],
            """
            refund*; money back; reimburse*; chargeback; (give|want|get|send|pay|have) …3 (money|deposit|it) back
            my money; return … (money|deposit)
            """),
        family(
            "charged",
            [
                .category(.bugReport): 0.54, .category(.featureRequest): 0.32, .priority(.medium): 0.25,
                .sentiment(.negative): 0.13, .escalation(.notNeeded): 0.15, .escalation(.humanRequested): 0.22,
                .escalation(.legalThreat): 0.2, .escalation(.disputedLargeSum): 0.42,
            ],
            """
            charged; charge (on|of|from|for|me|my|to); overcharg*; debited; deducted
            (taken|took|take|takes) … (#money|account|card|money|twice); billed
            (was|were|been|got|get) (charged|billed|invoiced|debited)
            """),
        family(
            "charged twice",
            [
                .category(.billing): 0.34, .category(.bugReport): 0.17, .priority(.medium): 0.15,
                .priority(.urgent): 0.28, .sentiment(.negative): 0.16, .escalation(.safety): 0.19,
                .escalation(.disputedLargeSum): 0.29,
            ],
            """
            (charged|paid|billed|debited|booked|taken|invoiced) …3 (twice|double|two times|again); double charge
            duplicate (charge|payment|invoice|booking); twice
            """),
        family(
            "invoice",
            [
                .category(.billing): 0.98, .category(.bugReport): 0.29, .category(.featureRequest): 0.36,
                .priority(.medium): 0.15, .priority(.high): 0.32, .sentiment(.neutral): 0.24,
                .escalation(.repeatedContact): 0.3, .escalation(.disputedLargeSum): 0.22,
            ],
            """
            invoice*; receipt; credit note; bill; billing; statement; pro forma; vat; tax; purchase order; po number
            payment reminder; dunning; quote; late fee; overdue
            """),
        family(
            "payment words",
            [
                .category(.billing): 0.73, .category(.featureRequest): 0.22, .priority(.medium): 0.35,
                .priority(.high): 0.36, .priority(.urgent): 0.62, .sentiment(.negative): 0.27,
                .escalation(.securityIncident): 0.37, .escalation(.outage): 0.15,
                .escalation(.disputedLargeSum): 0.2, .escalation(.accountAction): 0.12,
            ],
            """
            payment; pay; paid; paying; paypal; credit card; debit card; bank; direct debit; transfer; iban; sepa
            instalment; deposit; payout; wallet; card (expired|number|declined|on file|details); cards; mastercard
            visa; amex; apple pay; google pay; klarna; cash; cheque
            """),
        family(
            "prices",
            [
                .category(.billing): 1.22, .category(.bugReport): 0.28, .category(.featureRequest): 0.14,
                .priority(.low): 0.16, .priority(.high): 0.17, .sentiment(.negative): 0.45,
                .escalation(.repeatedContact): 0.17, .escalation(.disputedLargeSum): 0.39,
            ],
            """
            price*; pricing; cost; fee; discount*; coupon; voucher; promo*; code for; rate; rates; tariff; cheaper
            expensive; free; per (month|user|seat|year|person|head); how much; gift card; surcharge; budget; #money
            pence; cents
            """),
        family(
            "plans",
            [
                .category(.billing): 1.22, .category(.featureRequest): 0.53, .priority(.medium): 0.1,
                .priority(.high): 0.11, .sentiment(.negative): 0.59, .sentiment(.neutral): 0.46,
                .escalation(.notNeeded): 0.12, .escalation(.legalThreat): 0.1,
            ],
            """
            plan; subscription; membership; contract; trial; renew*; tier; premium; pro; basic; upgrade; downgrade
            seats; licen*; annual; yearly; monthly; package
            cancel* … (plan|subscription|contract|membership|account|trial); addon; add-on
            """),
        family(
            "cancels",
            [
                .category(.billing): 0.67
            ],
            """
            cancel*; terminate; cancellation; notice period; end (my|our|the) (contract|plan|subscription)
            not renew; quit; leave
            """),
        family(
            "balance and credit",
            [
                .category(.bugReport): 0.13, .category(.featureRequest): 0.1, .priority(.high): 0.13,
                .sentiment(.positive): 0.26, .escalation(.notNeeded): 0.18, .escalation(.repeatedContact): 0.4,
            ],
            """
            balance; credit; credits; credited; top up; topped up; points; loyalty; miles; cashback; refill; overage
            roaming; gift card
            """),
        family(
            "contested",
            [
                .priority(.low): 0.19, .priority(.high): 0.35, .sentiment(.negative): 0.41,
                .sentiment(.neutral): 0.19, .escalation(.humanRequested): 0.11,
                .escalation(.securityIncident): 0.19, .escalation(.disputedLargeSum): 0.37,
            ],
            """
            never (agreed|ordered|asked|authorized|signed|booked|bought|used|subscribed|approved|owned|had|received)
            (did not|do not|not) (order|authorize|recognize|owe|agree|ask|approve|accept|buy|use|sign); dispute
            contest; wrong amount; too (much|high); more than (agreed|quoted|usual|we|i|it)
            instead of (#money|#number|the); unexplained; unjustified; refuse to pay; will not pay
            should (be|have been) #money; not (mine|ours|what we)
            """),
        family(
            "large sum",
            [
                .category(.billing): 1.74, .category(.bugReport): 0.62, .category(.featureRequest): 0.75,
                .priority(.low): 0.09, .priority(.high): 1.02, .priority(.urgent): 0.73,
                .sentiment(.negative): 1.12, .sentiment(.neutral): 0.38, .escalation(.securityIncident): 0.38,
                .escalation(.dataLoss): 0.44, .escalation(.outage): 0.39, .escalation(.disputedLargeSum): 1.27,
            ],
            "#largesum; #largefigure; thousand; thousands; four figures; five figures"),
        family(
            "fraud",
            [
                .category(.billing): 0.25, .priority(.high): 0.15, .sentiment(.negative): 0.39,
                .escalation(.securityIncident): 0.18, .escalation(.disputedLargeSum): 0.16,
            ],
            """
            fraud*; unauthorized; (not|was not|never) (me|by me|authorized); stolen; scam*; (cloned|skimmed) card
            someone (used|bought|ordered|spent|withdrew|transferred|is using|is buying); emptied; drained
            transactions … (not|unknown|strange|do not recognize)
            """),
    ]
}
