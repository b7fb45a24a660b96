extension GroundingTables {
    /// Number words and their values.
    static let numbers: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "couple": 2, "half": 0.5,
        "twice": 2, "thrice": 3, "double": 2, "triple": 3, "pair": 2, "single": 1, "fortnight": 14, "fortnightly": 14,
        "both": 2, "tenth": 0.1, "quarter": 0.25, "fourth": 4, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "eleventh": 11, "twelfth": 12, "eighteenth": 18,
    ]

    /// Words that multiply the number before them.
    static let multipliers: [String: Double] = [
        "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "k": 1_000,
        "m": 1_000_000, "bn": 1_000_000_000, "mn": 1_000_000,
    ]

    /// Units, as written: the dimension and what one is worth in it.
    static let units: [(words: String, dimension: Quantity.Dimension, factor: Double)] = [
        ("second seconds sec secs s sekunde sekunden seconde secondes segundos", .duration, 1),
        ("minute minutes min mins minuten minutos minuti", .duration, 60),
        ("hour hours hr hrs h stunde stunden heure heures hora horas ora ore", .duration, 3_600),
        ("day days tag tage tagen jour jours día días dia dias giorno giorni dagen", .duration, 86_400),
        ("week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane", .duration, 604_800),
        ("month months mth mths monat monate monaten mois mes meses mese mesi", .months, 1),
        ("quarter quarters", .months, 3),
        ("year years yr yrs jahr jahre jahren ans année années año años anno anni", .months, 12),
        ("decade decades", .months, 120),
        ("percent % pct prozent pourcent", .percent, 1),
        ("€ euro euros eur", .currency("EUR"), 1), ("$ dollar dollars usd bucks", .currency("USD"), 1),
        ("£ gbp pounds pound quid", .currency("GBP"), 1), ("chf franc francs franken", .currency("CHF"), 1),
        ("¥ yen jpy", .currency("JPY"), 1), ("₹ rupee rupees inr rs", .currency("INR"), 1),
        ("kr krona kronor kroner sek nok dkk", .currency("KR"), 1), ("zł zloty pln", .currency("PLN"), 1),
        ("cent cents c", .currency("CENT"), 0.01), ("pence penny p", .currency("GBP"), 0.01),
        ("mg milligram milligrams", .mass, 0.001), ("g gram grams gramme grammes", .mass, 1),
        ("kg kgs kilo kilos kilogram kilograms kilogramm", .mass, 1_000), ("tonne tonnes ton tons", .mass, 1_000_000),
        ("lb lbs", .mass, 453.592), ("oz ounce ounces", .mass, 28.3495),
        ("mm millimetre millimetres millimeter millimeters", .length, 0.001),
        ("cm centimetre centimetres centimeter centimeters", .length, 0.01),
        ("m metre metres meter_length metern", .length, 1),
        ("km kilometre kilometres kilometer kilometers", .length, 1_000),
        ("mile miles mi", .length, 1_609.344), ("foot feet ft", .length, 0.3048), ("inch inches", .length, 0.0254),
        ("ml millilitre millilitres milliliter milliliters", .volume, 0.001), ("cl", .volume, 0.01),
        ("l litre litres liter liters", .volume, 1), ("gallon gallons", .volume, 3.785),
        ("byte bytes", .data, 1), ("kb kilobyte kilobytes kib", .data, 1e3),
        ("mb megabyte megabytes mib meg", .data, 1e6),
        ("gb gigabyte gigabytes gib gig gigs", .data, 1e9), ("tb terabyte terabytes tib", .data, 1e12),
        ("kbps kbit", .rate, 1e3), ("mbps mbit megabit megabits", .rate, 1e6),
        ("gbps gbit gigabit gigabits", .rate, 1e9),
        ("w watt watts", .power, 1), ("kw kilowatt kilowatts", .power, 1_000), ("wh", .energy, 1),
        ("kwh", .energy, 1_000),
        ("v volt volts", .voltage, 1), ("a amp amps ampere", .current, 1), ("hz hertz", .frequency, 1),
        ("khz", .frequency, 1_000), ("mhz", .frequency, 1e6), ("ghz", .frequency, 1e9),
        ("° degree degrees °c celsius", .temperature, 1), ("bar", .pressure, 1), ("dpi", .resolution, 1),
        ("px pixel pixels", .pixels, 1), ("ms millisecond milliseconds", .duration, 0.001),
        ("person people persons", .people, 1),
    ]
}
