/// A natural language, named by its BCP 47 code. Hosts may name others.
public struct Language: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The code in lower case, such as `en`.
    public var rawValue: String
    /// Creates a language from its code.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The code.
    public var description: String { rawValue }

    /// Albanian.
    public static let albanian = Language(rawValue: "sq")
    /// Arabic, standard and spoken.
    public static let arabic = Language(rawValue: "ar")
    /// Armenian.
    public static let armenian = Language(rawValue: "hy")
    /// Basque.
    public static let basque = Language(rawValue: "eu")
    /// Belarusian.
    public static let belarusian = Language(rawValue: "be")
    /// Bengali.
    public static let bengali = Language(rawValue: "bn")
    /// Bulgarian.
    public static let bulgarian = Language(rawValue: "bg")
    /// Burmese.
    public static let burmese = Language(rawValue: "my")
    /// Catalan.
    public static let catalan = Language(rawValue: "ca")
    /// Chinese, in simplified and traditional characters.
    public static let chinese = Language(rawValue: "zh")
    /// Croatian, and Bosnian and Serbian in Latin letters.
    public static let croatian = Language(rawValue: "hr")
    /// Czech.
    public static let czech = Language(rawValue: "cs")
    /// Danish.
    public static let danish = Language(rawValue: "da")
    /// Dutch.
    public static let dutch = Language(rawValue: "nl")
    /// English.
    public static let english = Language(rawValue: "en")
    /// Estonian.
    public static let estonian = Language(rawValue: "et")
    /// Finnish.
    public static let finnish = Language(rawValue: "fi")
    /// French.
    public static let french = Language(rawValue: "fr")
    /// Georgian.
    public static let georgian = Language(rawValue: "ka")
    /// German.
    public static let german = Language(rawValue: "de")
    /// Greek.
    public static let greek = Language(rawValue: "el")
    /// Gujarati.
    public static let gujarati = Language(rawValue: "gu")
    /// Hebrew.
    public static let hebrew = Language(rawValue: "he")
    /// Hindi.
    public static let hindi = Language(rawValue: "hi")
    /// Hungarian.
    public static let hungarian = Language(rawValue: "hu")
    /// Icelandic.
    public static let icelandic = Language(rawValue: "is")
    /// Indonesian.
    public static let indonesian = Language(rawValue: "id")
    /// Irish.
    public static let irish = Language(rawValue: "ga")
    /// Italian.
    public static let italian = Language(rawValue: "it")
    /// Japanese.
    public static let japanese = Language(rawValue: "ja")
    /// Kannada.
    public static let kannada = Language(rawValue: "kn")
    /// Khmer.
    public static let khmer = Language(rawValue: "km")
    /// Korean.
    public static let korean = Language(rawValue: "ko")
    /// Lao.
    public static let lao = Language(rawValue: "lo")
    /// Latvian.
    public static let latvian = Language(rawValue: "lv")
    /// Lithuanian.
    public static let lithuanian = Language(rawValue: "lt")
    /// Macedonian.
    public static let macedonian = Language(rawValue: "mk")
    /// Malayalam.
    public static let malayalam = Language(rawValue: "ml")
    /// Marathi.
    public static let marathi = Language(rawValue: "mr")
    /// Nepali.
    public static let nepali = Language(rawValue: "ne")
    /// Norwegian, Bokmål and Nynorsk.
    public static let norwegian = Language(rawValue: "no")
    /// Persian.
    public static let persian = Language(rawValue: "fa")
    /// Polish.
    public static let polish = Language(rawValue: "pl")
    /// Portuguese, of Portugal and Brazil.
    public static let portuguese = Language(rawValue: "pt")
    /// Punjabi in Gurmukhi letters.
    public static let punjabi = Language(rawValue: "pa")
    /// Romanian.
    public static let romanian = Language(rawValue: "ro")
    /// Russian.
    public static let russian = Language(rawValue: "ru")
    /// Serbian in Cyrillic letters.
    public static let serbian = Language(rawValue: "sr")
    /// Sinhala.
    public static let sinhala = Language(rawValue: "si")
    /// Slovak.
    public static let slovak = Language(rawValue: "sk")
    /// Slovenian.
    public static let slovenian = Language(rawValue: "sl")
    /// Spanish.
    public static let spanish = Language(rawValue: "es")
    /// Swedish.
    public static let swedish = Language(rawValue: "sv")
    /// Tamil.
    public static let tamil = Language(rawValue: "ta")
    /// Telugu.
    public static let telugu = Language(rawValue: "te")
    /// Thai.
    public static let thai = Language(rawValue: "th")
    /// Turkish.
    public static let turkish = Language(rawValue: "tr")
    /// Ukrainian.
    public static let ukrainian = Language(rawValue: "uk")
    /// Urdu.
    public static let urdu = Language(rawValue: "ur")
    /// Vietnamese.
    public static let vietnamese = Language(rawValue: "vi")
    /// Welsh.
    public static let welsh = Language(rawValue: "cy")
}
