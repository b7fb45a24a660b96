import Helpdesk
import Testing

@Suite struct RoutingHoursTests {
    /// Monday to Friday, 9 to 17 o'clock, in a zone an hour east of UTC.
    static let office: RoutingHours = {
        var hours = RoutingHours(timeZone: RoutingTimeZone(offset: 3_600))
        hours.add(RoutingWeekday.workdays, from: 9 * 60, to: 17 * 60)
        return hours
    }()

    static func time(_ date: String, _ hour: Int, _ minute: Int = 0, offset: Int = 3_600) throws -> RoutingTime {
        RoutingTime(try RoutingDate(date), hour: hour, minute: minute, offset: offset)
    }

    @Test(arguments: [
        ("1970-01-01", RoutingWeekday.thursday, 0), ("2000-02-29", .tuesday, 951_782_400),
        ("2026-11-23", .monday, 1_795_392_000), ("1969-12-31", .wednesday, -86_400),
        ("0001-01-01", .monday, -62_135_596_800),
        ("9999-12-31", .friday, 253_402_214_400),
    ])
    func datesAreThoseOfTheCalendar(_ text: String, _ weekday: RoutingWeekday, _ seconds: Int) throws {
        let date = try RoutingDate(text)
        #expect(date.weekday == weekday)
        #expect(RoutingTime(date).secondsSince1970 == seconds)
        #expect(date.description == text)
        #expect(RoutingTime(secondsSince1970: seconds + 86_399).description == "\(text)T23:59:59Z")
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "", "2026-04-31", "x", "1900-02-29",
    ])
    func daysThatDoNotExistAreRefused(_ text: String) {
        #expect(throws: HelpdeskError.self) { try RoutingDate(text) }
    }

    @Test func opensAndClosesOnTheMinute() throws {
        let hours = Self.office
        #expect(try !hours.isOpen(at: Self.time("2026-11-23", 8, 59)))
        #expect(try hours.isOpen(at: Self.time("2026-11-23", 9)))
        #expect(try hours.isOpen(at: Self.time("2026-11-23", 16, 59)))
        #expect(try !hours.isOpen(at: Self.time("2026-11-23", 17)))
        #expect(try hours.opening(from: Self.time("2026-11-23", 12)) == Self.time("2026-11-23", 12))
    }

    @Test func weekendsAreSkipped() throws {
        let friday = try Self.time("2026-11-27", 16, 30)
        #expect(try Self.office.opening(from: Self.time("2026-11-27", 17)) == Self.time("2026-11-30", 9))
        // Half an hour on Friday, the other half on Monday.
        #expect(try Self.office.time(after: 3_600, from: friday) == Self.time("2026-11-30", 9, 30))
        // What ends with the day is due at its end, not on the next.
        #expect(try Self.office.time(after: 1_800, from: friday) == Self.time("2026-11-27", 17))
    }

    @Test func holidaysAreClosed() throws {
        var hours = Self.office
        hours.holidays = [try RoutingDate("2026-12-24"), try RoutingDate("2026-12-25")]
        #expect(try !hours.isOpen(at: Self.time("2026-12-24", 12)))
        #expect(try hours.opening(from: Self.time("2026-12-23", 17)) == Self.time("2026-12-28", 9))
    }

    @Test func overnightHoursReachIntoTheNextDay() throws {
        var hours = RoutingHours()
        hours.add([.friday], from: 22 * 60, to: 6 * 60)
        let friday = "2026-11-27"
        let saturday = "2026-11-28"
        #expect(try !hours.isOpen(at: Self.time(friday, 5, offset: 0)))
        #expect(try hours.isOpen(at: Self.time(friday, 22, offset: 0)))
        #expect(try hours.isOpen(at: Self.time(saturday, 0, offset: 0)))
        #expect(try hours.isOpen(at: Self.time(saturday, 5, 59, offset: 0)))
        #expect(try !hours.isOpen(at: Self.time(saturday, 6, offset: 0)))
        #expect(
            try hours.time(after: 3 * 3_600, from: Self.time(friday, 23, offset: 0))
                == Self.time(saturday, 2, offset: 0))
        // A holiday cuts at midnight on both sides.
        hours.holidays = [try RoutingDate(saturday)]
        #expect(try hours.isOpen(at: Self.time(friday, 23, 59, offset: 0)))
        #expect(try !hours.isOpen(at: Self.time(saturday, 0, offset: 0)))
        hours.holidays = [try RoutingDate(friday)]
        #expect(try !hours.isOpen(at: Self.time(friday, 23, offset: 0)))
        #expect(try !hours.isOpen(at: Self.time(saturday, 1, offset: 0)))
    }

    @Test func midnightIsTheEndOfTheDay() throws {
        var hours = RoutingHours()
        hours.add([.monday], from: 0, to: 1_440)
        hours.add([.tuesday], from: 8 * 60, to: 0)
        #expect(try hours.isOpen(at: Self.time("2026-11-23", 0, offset: 0)))
        #expect(try !hours.isOpen(at: Self.time("2026-11-24", 0, offset: 0)))
        #expect(try hours.isOpen(at: Self.time("2026-11-24", 23, 59, offset: 0)))
        #expect(try !hours.isOpen(at: Self.time("2026-11-25", 0, offset: 0)))
    }

    /// Clocks go forward at 02:00 (an hour is missing) and back at 03:00 (an hour comes twice).
    @Test func aChangeOfTheOffsetIsCounted() throws {
        let forward = try Self.time("2026-03-29", 2)
        let back = try Self.time("2026-10-25", 3, offset: 7_200)
        let zone = RoutingTimeZone(
            identifier: "Europe/Berlin", offset: 3_600,
            transitions: [
                RoutingTimeZone.Transition(at: forward, offset: 7_200),
                RoutingTimeZone.Transition(at: back, offset: 3_600),
            ])
        #expect(zone.offset(at: forward.adding(-1)) == 3_600)
        #expect(zone.offset(at: forward) == 7_200)
        var night = RoutingHours(timeZone: zone)
        night.add([.sunday], from: 0, to: 6 * 60)
        // Five hours from 0 to 6 o'clock in spring, seven in autumn.
        let spring = try Self.time("2026-03-29", 0)
        #expect(try night.time(after: 5 * 3_600, from: spring) == Self.time("2026-03-29", 6, offset: 7_200))
        let autumn = try Self.time("2026-10-25", 0, offset: 7_200)
        #expect(try night.time(after: 7 * 3_600, from: autumn) == Self.time("2026-10-25", 6))
        // Hours that lie in the missing hour do not take place; opening moves to what exists.
        var missing = RoutingHours(timeZone: zone)
        missing.add([.sunday], from: 2 * 60, to: 3 * 60)
        #expect(try missing.opening(from: spring) == Self.time("2026-04-05", 2, offset: 7_200))
        var partly = RoutingHours(timeZone: zone)
        partly.add([.sunday], from: 2 * 60 + 30, to: 4 * 60)
        #expect(partly.opening(from: spring) == forward)
        // Office hours keep their local time.
        var office = RoutingHours(timeZone: zone)
        office.add(RoutingWeekday.workdays, from: 9 * 60, to: 17 * 60)
        #expect(try office.opening(from: Self.time("2026-03-27", 18)) == Self.time("2026-03-30", 9, offset: 7_200))
    }

    @Test func whatStaysClosedDoesNotOpen() throws {
        var hours = RoutingHours()
        hours.add([.monday], from: 9 * 60, to: 10 * 60)
        var date = try RoutingDate("2026-11-23")
        while date < (try RoutingDate("2031-01-01")) {
            hours.holidays.insert(date)
            date = try Self.later(date, 7)
        }
        #expect(try hours.opening(from: Self.time("2026-11-23", 0, offset: 0)) == nil)
        #expect(try hours.time(after: 60, from: Self.time("2026-11-23", 0, offset: 0)) == nil)
        // Closed for months is not for ever.
        hours.holidays = hours.holidays.filter { $0.year < 2028 }
        #expect(try hours.opening(from: Self.time("2026-11-23", 0, offset: 0)) == Self.time("2028-01-03", 9, offset: 0))
    }

    @Test func overlappingHoursCountOnce() throws {
        var hours = RoutingHours()
        hours.add([.monday], from: 9 * 60, to: 12 * 60)
        hours.add([.monday], from: 11 * 60, to: 13 * 60)
        let monday = try Self.time("2026-11-23", 9, offset: 0)
        #expect(try hours.time(after: 4 * 3_600, from: monday) == Self.time("2026-11-23", 13, offset: 0))
    }

    private static func later(_ date: RoutingDate, _ days: Int) throws -> RoutingDate {
        let text = RoutingTime(date).adding(days * 86_400).description
        return try RoutingDate(String(text.prefix(10)))
    }
}

extension RoutingTime {
    func adding(_ seconds: Int) -> RoutingTime { RoutingTime(secondsSince1970: secondsSince1970 + seconds) }
}
