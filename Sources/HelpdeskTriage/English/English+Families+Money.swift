extension English {
    /// Charges, prices, plans and money that moved.
    static let familiesMoney: [[TriageRule]] = [
        family(
            "refund",
            [
                .category(.billing): 0.69, .category(.general): 0.11, .priority(.medium): 0.39,
                .priority(.high): 0.34, .sentiment(.negative): 0.18, .escalation(.notNeeded): 0.15,
                .escalation(.legalThreat): 0.14, .escalation(.repeatedContact): 0.34,
            ],
            """
            refund*; money back; reimburse*; chargeback; (give|want|get|send|pay|have) …3 (money|deposit|it) back
            my money; return … (money|deposit)
            """),
        family(
            "charged",
            [
                .category(.bugReport): 0.52, .category(.featureRequest): 0.29, .priority(.medium): 0.26,
                .sentiment(.negative): 0.2, .escalation(.notNeeded): 0.14, .escalation(.humanRequested): 0.2,
                .escalation(.legalThreat): 0.23, .escalation(.disputedLargeSum): 0.37,
            ],
            """
            charged; charge (on|of|from|for|me|my|to); overcharg*; debited; deducted
            (taken|took|take|takes) … (#money|account|card|money|twice); billed
            (was|were|been|got|get) (charged|billed|invoiced|debited)
            """),
        family(
            "charged twice",
            [
                .category(.billing): 0.33, .category(.bugReport): 0.25, .priority(.medium): 0.15,
                .priority(.urgent): 0.31, .sentiment(.negative): 0.13, .escalation(.safety): 0.27,
                .escalation(.disputedLargeSum): 0.3,
            ],
            """
            (charged|paid|billed|debited|booked|taken|invoiced) …3 (twice|double|two times|again); double charge
            duplicate (charge|payment|invoice|booking); twice
            """),
        family(
            "invoice",
            [
                .category(.billing): 0.95, .category(.bugReport): 0.32, .category(.featureRequest): 0.33,
                .priority(.low): 0.11, .priority(.medium): 0.17, .priority(.high): 0.38,
                .sentiment(.neutral): 0.2, .escalation(.repeatedContact): 0.33,
                .escalation(.disputedLargeSum): 0.23,
            ],
            """
            invoice*; receipt; credit note; bill; billing; statement; pro forma; vat; tax; purchase order; po number
            payment reminder; dunning; quote; late fee; overdue
            """),
        family(
            "payment words",
            [
                .category(.billing): 0.75, .category(.featureRequest): 0.26, .priority(.medium): 0.34,
                .priority(.high): 0.42, .priority(.urgent): 0.61, .sentiment(.negative): 0.33,
                .escalation(.securityIncident): 0.35, .escalation(.outage): 0.16,
                .escalation(.disputedLargeSum): 0.21, .escalation(.accountAction): 0.13,
            ],
            """
            payment; pay; paid; paying; paypal; credit card; debit card; bank; direct debit; transfer; iban; sepa
            instalment; deposit; payout; wallet; card (expired|number|declined|on file|details); cards; mastercard
            visa; amex; apple pay; google pay; klarna; cash; cheque
            """),
        family(
            "prices",
            [
                .category(.billing): 1.22, .category(.bugReport): 0.25, .category(.featureRequest): 0.23,
                .priority(.low): 0.14, .sentiment(.negative): 0.37, .escalation(.repeatedContact): 0.16,
                .escalation(.disputedLargeSum): 0.39,
            ],
            """
            price*; pricing; cost; fee; discount*; coupon; voucher; promo*; code for; rate; rates; tariff; cheaper
            expensive; free; per (month|user|seat|year|person|head); how much; gift card; surcharge; budget; #money
            pence; cents
            """),
        family(
            "plans",
            [
                .category(.billing): 1.22, .category(.featureRequest): 0.5, .priority(.medium): 0.09,
                .priority(.high): 0.15, .sentiment(.negative): 0.54, .sentiment(.neutral): 0.4,
                .escalation(.notNeeded): 0.13, .escalation(.legalThreat): 0.12,
                .escalation(.disputedLargeSum): 0.09,
            ],
            """
            plan; subscription; membership; contract; trial; renew*; tier; premium; pro; basic; upgrade; downgrade
            seats; licen*; annual; yearly; monthly; package
            cancel* … (plan|subscription|contract|membership|account|trial); addon; add-on
            """),
        family(
            "cancels",
            [
                .category(.billing): 0.69, .priority(.high): 0.12, .escalation(.securityIncident): 0.08,
            ],
            """
            cancel*; terminate; cancellation; notice period; end (my|our|the) (contract|plan|subscription)
            not renew; quit; leave
            """),
        family(
            "balance and credit",
            [
                .category(.bugReport): 0.15, .priority(.low): 0.14, .priority(.high): 0.14,
                .sentiment(.positive): 0.25, .escalation(.notNeeded): 0.15,
                .escalation(.repeatedContact): 0.36, .escalation(.disputedLargeSum): 0.11,
            ],
            """
            balance; credit; credits; credited; top up; topped up; points; loyalty; miles; cashback; refill; overage
            roaming; gift card
            """),
        family(
            "contested",
            [
                .category(.billing): 0.13, .priority(.low): 0.2, .priority(.high): 0.33,
                .sentiment(.negative): 0.39, .escalation(.humanRequested): 0.09,
                .escalation(.securityIncident): 0.28, .escalation(.disputedLargeSum): 0.39,
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
                .category(.billing): 1.61, .category(.bugReport): 0.53, .category(.featureRequest): 0.72,
                .priority(.low): 0.11, .priority(.high): 0.95, .priority(.urgent): 0.65,
                .sentiment(.negative): 1, .sentiment(.neutral): 0.36, .escalation(.securityIncident): 0.35,
                .escalation(.dataLoss): 0.45, .escalation(.outage): 0.37, .escalation(.disputedLargeSum): 1.22,
            ],
            "#largesum; #largefigure; thousand; thousands; four figures; five figures"),
        family(
            "fraud",
            [
                .category(.billing): 0.24, .sentiment(.negative): 0.39, .escalation(.securityIncident): 0.15,
                .escalation(.disputedLargeSum): 0.19,
            ],
            """
            fraud*; unauthorized; (not|was not|never) (me|by me|authorized); stolen; scam*; (cloned|skimmed) card
            someone (used|bought|ordered|spent|withdrew|transferred|is using|is buying); emptied; drained
            transactions … (not|unknown|strange|do not recognize)
            """),
    ]
}
