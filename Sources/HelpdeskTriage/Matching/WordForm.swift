/// Brings words to a common form, so that a rule and a message meet whatever the case, the accents, the apostrophe, the
/// inflection, and the side of the Atlantic.
///
/// The stem need not be a word ("charge" becomes "charg"); it only has to be the same for all forms of one word and
/// different for words that rules must tell apart. Inflection only: "payment" and "pay" stay two.
enum WordForm {
    /// Longer words are known to no rule and are not looked at.
    static let longest = 48

    /// Folds one scalar: lower case, no accent, half width. 0 stands for a mark that is left out.
    static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value + 0x20 : value }
        switch value {
        case 0xC0...0x17F: return latin[Int(value - 0xC0)]
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return 0
        case 0xFF21...0xFF3A: return value - 0xFF21 + 0x61
        case 0xFF41...0xFF5A, 0xFF10...0xFF19: return value - 0xFEE0
        case 0x1E00...0x1EFF, 0x370...0x58F:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? (lower.first?.value ?? value) : value
        default: return value
        }
    }

    /// Whether the scalar belongs to words.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 {
            return (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A)
                || (value >= 0x30 && value <= 0x39)
        }
        if value < 0x300 {
            return value >= 0xC0 && value != 0x2BC && value != 0xD7 && value != 0xF7 || value == 0xAA || value == 0xAD
        }
        if value < 0x370 { return true }
        if value >= 0x2000 && value < 0x2C00 { return value >= 0x200B && value <= 0x200D || value == 0x2060 }
        if value >= 0x1F000 && value < 0x20000 || value >= 0xE000 && value < 0xF900 { return false }
        return scalar.properties.isAlphabetic || value >= 0xFF10 && value <= 0xFF19
    }

    /// Whether the scalar is an apostrophe in one of its forms.
    static func isApostrophe(_ value: UInt32) -> Bool {
        value == 0x27 || value == 0x2019 || value == 0x2018 || value == 0x2BC || value == 0xFF07 || value == 0xB4
            || value == 0x60
    }

    /// The folded word with American spelling.
    static func normalize(_ word: inout [UInt8]) {
        guard word.count >= 6, let last = word.last,
            last == e || last == d || last == s || last == g || last == r || last == n
        else {
            if let american = words[word] { word = american }
            return
        }
        for (ending, replacement) in endings where word.count >= ending.count + 3 && word.hasSuffix(ending) {
            word.removeLast(ending.count)
            word.append(contentsOf: replacement)
            return
        }
        if let american = words[word] { word = american }
    }

    /// The stem of a normalized word.
    static func stem(_ word: [UInt8]) -> [UInt8] {
        if let base = irregular[word] { return base }
        var stem = word
        let count = stem.count
        guard count >= 4, stem.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return stem }
        if count > 4, stem.hasSuffix(ies) || stem.hasSuffix(ied) {
            stem.removeLast(3)
            stem.append(y)
        } else if stem[count - 1] == s, stem[count - 2] != s, stem[count - 2] != u, stem[count - 2] != i {
            stem.removeLast()
            if count > 5, stem.last == e, isHissing(stem[stem.count - 3], stem[stem.count - 2]) { stem.removeLast() }
        }
        if let base = irregular[stem] { return base }
        if stem.count >= 5, stem.hasSuffix(ing), hasVowel(stem, stem.count - 3),
            stem.count >= 6 || !isVowel(stem[0])
        {
            stem.removeLast(3)
        } else if stem.count >= 5, stem.hasSuffix(ed), !stem.hasSuffix(eed), hasVowel(stem, stem.count - 2) {
            stem.removeLast(2)
        }
        if let base = irregular[stem] { return base }
        if stem.count >= 4, stem.last == e { stem.removeLast() }
        if stem.count >= 4, let last = stem.last, last == stem[stem.count - 2], !isVowel(last) { stem.removeLast() }
        return stem
    }

    /// Whether a plural in "es" follows these last two letters.
    private static func isHissing(_ first: UInt8, _ last: UInt8) -> Bool {
        last == x || last == z || first == s && (last == s || last == h) || first == c && last == h
    }

    private static func hasVowel(_ word: [UInt8], _ count: Int) -> Bool {
        for index in 0..<count where isVowel(word[index]) { return true }
        return false
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == e || letter == i || letter == 0x6F || letter == u || letter == y
    }

    private static let e = UInt8(ascii: "e")
    private static let i = UInt8(ascii: "i")
    private static let s = UInt8(ascii: "s")
    private static let u = UInt8(ascii: "u")
    private static let y = UInt8(ascii: "y")
    private static let c = UInt8(ascii: "c")
    private static let d = UInt8(ascii: "d")
    private static let g = UInt8(ascii: "g")
    private static let n = UInt8(ascii: "n")
    private static let r = UInt8(ascii: "r")
    private static let h = UInt8(ascii: "h")
    private static let x = UInt8(ascii: "x")
    private static let z = UInt8(ascii: "z")
    private static let ies = Array("ies".utf8)
    private static let ied = Array("ied".utf8)
    private static let ing = Array("ing".utf8)
    private static let ed = Array("ed".utf8)
    private static let eed = Array("eed".utf8)

    /// British endings and what they become; the first that fits is taken. Applied to rules and messages alike, so it
    /// does no harm that "promise" becomes "promize".
    private static let endings: [([UInt8], [UInt8])] = [
        ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
        ("ise", "ize"), ("ysed", "yzed"), ("yse", "yze"), ("ysing", "yzing"), ("oured", "ored"), ("ouring", "oring"),
        ("ourite", "orite"), ("ourites", "orites"), ("ours", "ors"), ("our", "or"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Whole words with two spellings, and misspellings that are common in messages.
    private static let words: WordMap<[UInt8]> = {
        let pairs = """
            licence license;licences licenses;defence defense;offence offense;centre center;centres centers
            programme program;programmes programs;catalogue catalog;instalment installment;instalments installments
            fulfil fulfill;enquiry inquiry;enquiries inquiries;cancelation cancellation;cheque check;cheques checks
            grey gray;tyre tire;tyres tires;ageing aging;acknowledgement acknowledgment;judgement judgment
            mum mom;parcell parcel;recieve receive;recieved received;pasword password;passwort password;pw password
            pwd password;acount account;accont account;accout account;refnd refund;refud refund;reciept receipt
            chagred charged;chraged charged;chargd charged;invoce invoice;invioce invoice;cancle cancel;cancled canceled
            canel cancel;plese please;pls please;plz please;pleas please;thx thanks;thnx thanks;ty thanks;tnx thanks
            sombody somebody;somone someone;shiping shipping;delivry delivery;adress address;crad card;cant can't
            wether whether;definately definitely;immediatly immediately;imediately immediately;urgant urgent
            asap asap;setings settings;settigns settings;loging logging;probelm problem;problm problem;eror error
            erorr error;buton button;fature feature;feture feature;subscribtion subscription;subsciption subscription
            paymant payment;payed paid;moeny money;montly monthly;manger manager;becuase because;wrok work;wroks works
            wokring working;workign working;doesnt doesn't;notifcations notifications;ther there;teh the;tommorow tomorrow
            tomorow tomorrow;tommorrow tomorrow;2morrow tomorrow;u you;ur your;r are;recipt receipt;upadte update;updat update
            """
        var table: [(word: [UInt8], value: [UInt8])] = []
        for pair in pairs.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let both = pair.split(separator: " ").map { Array($0.utf8) }
            if both.count == 2, both[0] != both[1] { table.append((both[0], both[1])) }
        }
        return WordMap(table)
    }()

    /// Forms that the endings do not tell, the base form first. A group of one word keeps it from being cut.
    private static let irregular: WordMap<[UInt8]> = {
        let groups = """
            be is are was were been being am;have has had having;do does did doing done;go goes went gone going
            get gets got gotten getting;lose loses lost losing;pay pays paid paying;send sends sent sending
            break breaks broke broken breaking;steal steals stole stolen stealing;take takes took taken taking
            buy buys bought buying;tell tells told telling;say says said saying;speak speaks spoke spoken speaking
            write writes wrote written writing;ring rings rang rung ringing;keep keeps kept keeping
            make makes made making;come comes came coming;see sees saw seen seeing;give gives gave given giving
            find finds found finding;know knows knew known knowing;think thinks thought thinking
            freeze freezes froze frozen freezing;hang hangs hung hanging;fall falls fell fallen falling
            run runs ran running;begin begins began begun beginning;wake wakes woke woken waking
            stick stuck sticks sticking;burn burns burnt burned burning;bleed bleeds bled bleeding
            catch catches caught catching;teach teaches taught;choose chooses chose chosen choosing
            forget forgets forgot forgotten forgetting;hear hears heard hearing;hold holds held holding
            spend spends spent spending;wear wears wore worn wearing;throw throws threw thrown throwing
            bring brings brought bringing;sell sells sold selling;meet meets met meeting;sit sits sat sitting
            use uses used using;sue sues sued suing;die dies died dying;lie lies lied lying;tie ties tied tying
            note notes noted;plane planes;site sites;care cares cared caring;here;fine fines fined;rate rates rated rating
            hope hopes hoped hoping;tape tapes;bite bites bitten bit;hate hates hated hating;wine wines;one ones;none
            there;these;those;where;more;some;same;time times;date dates dated;late later;note;core;done;cute;cure
            this;his;its;us;yes;plus;bus buses;gas;always;perhaps;news;us;is;as;was;has;does;unless;less;address addresses addressed
            child children;person people persons;man men;woman women;life lives;thief thieves;half halves;foot feet
            need needs needed needing;feed;speed;indeed;exceed exceeds exceeded;agree agrees agreed;free freed
            thing things;nothing;something;anything;everything;king;bring;spring springs;string strings;during
            morning mornings;evening evenings;wedding weddings;red;bed beds;led;hundred hundreds;need
            see;bee;fee fees;tree trees;seed;breed;shed;sled;speed;ad ads;add adds added adding;odd;egg eggs;off
            all;call calls called calling;will;well;still;fill fills filled filling;till tills;bill bills billed billing
            pull;full;tell;sell;small;wall;install installs installed installing;car cars;star stars;scar
            planner;plan plans planned planning;charge charges charged charging;live;care;wage;wag
            log logs logged logging;two twos;to;too;add;bad;as
            """
        var forms: [[UInt8]: [UInt8]] = [:]
        for group in groups.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let words = group.split(separator: " ").map { Array($0.utf8) }
            guard let base = words.first else { continue }
            for word in words where forms[word] == nil { forms[word] = base }
        }
        return WordMap(forms.map { (word: $0.key, value: $0.value) })
    }()

    /// The base letters of U+00C0 to U+017F.
    private static let latin: [UInt32] = {
        let upper = "aaaaaaaceeeeiiiidnooooo×ouuuuyts"
        let lower = "aaaaaaaceeeeiiiidnooooo÷ouuuuyty"
        var table = (upper + lower).unicodeScalars.map(\.value)
        let runs: [(Character, Int)] = [
            ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 12), ("j", 2), ("k", 3), ("l", 10),
            ("n", 9), ("o", 8), ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
        ]
        for (letter, count) in runs {
            table += Array(repeating: UInt32(letter.asciiValue ?? 0), count: count)
        }
        return table
    }()
}

extension [UInt8] {
    /// Whether the bytes end so.
    @inline(__always)
    func hasSuffix(_ suffix: [UInt8]) -> Bool {
        guard count >= suffix.count else { return false }
        let start = count - suffix.count
        for index in suffix.indices where self[start + index] != suffix[index] { return false }
        return true
    }
}
