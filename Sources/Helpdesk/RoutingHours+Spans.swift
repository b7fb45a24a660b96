/// Opening hours on the line of UTC.
extension RoutingHours {
    /// How far ahead openings are looked for: more than three years of closed days are taken for ever.
    static let horizon = 1_200 * 86_400

    /// Whether somebody is there at an instant.
    public func isOpen(at time: RoutingTime) -> Bool {
        let local = time.secondsSince1970 + timeZone.offset(at: time)
        let day = local.floorDivided(by: 86_400)
        let second = local - day * 86_400
        return localSpans(ofDay: day).contains { $0.contains(second) }
    }

    /// When somebody is there next: the instant itself where the hours are open; `nil` where nothing opens within 1,200
    /// days.
    public func opening(from time: RoutingTime) -> RoutingTime? {
        var opening: RoutingTime?
        forEachSpan(from: time) { span in
            opening = RoutingTime(secondsSince1970: span.lowerBound)
            return false
        }
        return opening
    }

    /// The instant at which that many seconds of open hours have passed; `nil` where they do not within 1,200 days.
    public func time(after seconds: Int, from time: RoutingTime) -> RoutingTime? {
        guard seconds > 0 else { return opening(from: time) }
        var rest = seconds
        var end: RoutingTime?
        forEachSpan(from: time) { span in
            if span.count >= rest {
                end = RoutingTime(secondsSince1970: span.lowerBound + rest)
                return false
            }
            rest -= span.count
            return true
        }
        return end
    }

    /// The open spans from an instant on, in seconds since 1970, in order, until `body` returns `false`.
    ///
    /// Between two changes of the offset local time runs evenly, so each such stretch is walked day by day and cut to
    /// its ends: an hour that is skipped is not open, one that comes twice is open twice.
    private func forEachSpan(from time: RoutingTime, _ body: (Range<Int>) -> Bool) {
        var start = time.secondsSince1970
        let end = start + Self.horizon
        var transition = timeZone.nextTransition(after: time)
        while start < end {
            let offset = transition == 0 ? timeZone.offset : timeZone.transitions[transition - 1].offset
            let stretchEnd =
                transition < timeZone.transitions.count
                ? min(end, timeZone.transitions[transition].at.secondsSince1970) : end
            var day = (start + offset).floorDivided(by: 86_400)
            while day * 86_400 - offset < stretchEnd {
                let midnight = day * 86_400 - offset
                for span in localSpans(ofDay: day) {
                    let lower = max(start, midnight + span.lowerBound)
                    let upper = min(stretchEnd, midnight + span.upperBound)
                    if lower < upper, !body(lower..<upper) { return }
                }
                day += 1
            }
            start = max(start, stretchEnd)
            transition += 1
        }
    }

    /// The open spans of a local day, in seconds after midnight, in order, none overlapping.
    private func localSpans(ofDay day: Int) -> [Range<Int>] {
        if !holidays.isEmpty, holidays.contains(RoutingDate(daysSince1970: day)) { return [] }
        let weekday = RoutingWeekday(daysSince1970: day)
        let before = RoutingWeekday(daysSince1970: day - 1)
        // Hours that began on a holiday did not take place, their rest after midnight included.
        let beforeIsHoliday = !holidays.isEmpty && holidays.contains(RoutingDate(daysSince1970: day - 1))
        var spans: [Range<Int>] = []
        for interval in intervals {
            let isOvernight = interval.closes <= interval.opens
            if interval.day == weekday {
                spans.append(interval.opens * 60..<(isOvernight ? 1_440 : interval.closes) * 60)
            }
            if isOvernight, interval.day == before, !beforeIsHoliday, interval.closes > 0 {
                spans.append(0..<interval.closes * 60)
            }
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
        return spans.reduce(into: []) { merged, span in
            if let last = merged.last, span.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                merged.append(span)
            }
        }
    }
}
