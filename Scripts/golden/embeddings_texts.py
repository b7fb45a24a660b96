"""The texts of the golden embeddings: made here, so that they may be committed, and the same on every run."""
import random

OPENINGS = [
    "Hi,", "Hello team,", "Good morning!", "Dear support,", "hey", "URGENT:", "", "", "", "To whom it may concern,",
    "Hi there 👋", "Second time I write:",
]
PROBLEMS = [
    "I cannot sign in since the update to version {n}.{m}",
    "the export of {n} rows stops at {m} %",
    "my card was charged {n}.{m} EUR twice on the same day",
    "we never got the reset e-mail for user{n}@example.com",
    "the webhook for order #{n}{m} answers with status 50{k}",
    "how do I move {n} seats from the yearly to the monthly plan?",
    "could you add a dark mode to the mobile app",
    "the invoice PDF shows the wrong VAT number DE{n}{m}",
    "your API returns `429 Too Many Requests` after {n} calls/min",
    "please cancel my subscription before the {k}th",
    "the import of customers.csv fails with \"unexpected token at line {n}\"",
    "screen readers skip the 'Save' button on the settings page",
    "is there a way to restore a deleted project after {k} days?",
    "SSO with SAML loops back to the log-in page",
    "the daily report arrived {k} hours late & without attachments",
    "don't send me newsletters any more!!!",
    "C:\\Program Files\\Acme\\agent.exe crashes with 0x{n:08X}",
    "https://status.example.com/incidents/{n}?lang=en#t{m} says all is well, but it isn't",
]
ENDINGS = [
    "", "", "Thanks!", "Please help ASAP.", "What should I do?", "Regards, J. O'Neill", "(we are on the Pro plan)",
    "It worked yesterday...", "See the screenshot attached.", "No hurry :-)", "– sent from my phone", "🙏🙏",
]
OTHER_SCRIPTS = [
    "Ich kann mich seit gestern nicht mehr anmelden, das Passwort wird abgelehnt.",
    "Überweisung für Größe XL: Straße, Fußgänger, ÄÖÜ äöü ß ẞ",
    "Je n'ai pas reçu l'e-mail de réinitialisation ; où est-il passé ?",
    "¿Cómo puedo cancelar mi suscripción? ¡Gracias!",
    "Não consigo exportar o relatório, a página fica em branco.",
    "Nie mogę się zalogować: żółć, gęś, jaźń, Łódź",
    "İstanbul'daki şubenin ığdır faturası eksik",
    "Não há atenção à promoção",
    "Πώς αλλάζω τον κωδικό μου; ΟΔΟΣ ΣΙΣΥΦΟΣ",
    "Не приходит письмо для сброса пароля. Что делать?",
    "Йод, ёлка, Київ, Љубљана, Ћирилица",
    "パスワードをリセットできません。助けてください。",
    "カタカナとひらがなと漢字を混ぜた文章",
    "我忘记了密码,怎么办?",
    "請問發票在哪裡下載?",
    "비밀번호를 재설정하는 방법을 알려주세요.",
    "ลืมรหัสผ่าน ทำอย่างไรดี",
    "मैं अपना पासवर्ड भूल गया हूँ",
    "আমি লগ ইন করতে পারছি না",
    "எனது கணக்கில் உள்நுழைய முடியவில்லை",
    "لا أستطيع تسجيل الدخول إلى حسابي",
    "لَا أَسْتَطِيعُ الدُّخُولَ",
    "שכחתי את הסיסמה שלי",
    "שָׁלוֹם עֲלֵיכֶם",
    "պարոլս մոռացել եմ",
    "დამავიწყდა პაროლი",
    "የይለፍ ቃሌን ረሳሁ",
    "ខ្ញុំភ្លេចពាក្យសម្ងាត់",
    "ང་གསང་གྲངས་བརྗེད་སོང་།",
    "𝕬𝖈𝖈𝖔𝖚𝖓𝖙 𝓵𝓸𝓬𝓴𝓮𝓭 𝟙𝟚𝟛",
    "Ａｃｃｏｕｎｔ　ｌｏｃｋｅｄ",
    "ﬁnd the ﬂow of the oﬃce",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "mixed: hello 世界 مرحبا мир 🌍",
]
ODD = [
    "", " ", "\n\n\t ", "a", "?", "7", "é", "世", "🙂", "\u200b", "\ufeff", "\x00", "\x00\x01\x02", "\ufffd", "[CLS]", "[SEP]",
    "[MASK] me", "[UNK]", "[PAD] [PAD]", "##ing", "the", "The", "THE", "cafe", "café", "cafe\u0301", "don't", "dont", "...",
    "!!!!!!!!!!!!!!!!!!!!!!", "-----BEGIN PGP MESSAGE-----", "0", "3.14159265358979", "1,000,000.00", "#1", "@you", "$5", "50%",
    "€ 12,50", "£1 ¥2 ₿3", "a b c d e f g h i j k l m n o p q r s t u v w x y z", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "x" * 99, "x" * 100, "x" * 101, "x" * 5000, "Donaudampfschifffahrtsgesellschaftskapitän", "line one\r\nline two\rline three",
    "tab\tseparated\tvalues", "non\u00a0breaking\u202fspaces\u3000here", "soft\u00adhyphen", "zero\u200bwidth\u200djoiner",
    "👨‍👩‍👧‍👦", "🏳️‍🌈 🇩🇪 👍🏽 1️⃣", "☎️ ✉️ ⚠️", "<b>bold</b> &amp; <script>alert(1)</script>", "{\"key\": [1, 2.5e-3, null]}",
    "SELECT * FROM users WHERE id = 1; DROP TABLE users; --", "def f(x):\n    return x ** 2", "| a | b |\n|---|---|\n| 1 | 2 |",
    "rm -rf / --no-preserve-root", "^(\\d{3})-\\s*[A-Z]+$", "\ue000\ue001\uf8ff", "\U000e0041\U000e0042", "\U0010fffd",
    "\u0301\u0302\u0303", "ſtraße ſ K Å", "ＦＵＬＬ", "½ ² ₃ Ⅳ ①", "“quoted” ‘text’ «guillemets» „unten“", "a—b–c‐d−e",
    "yes", "no", "refund", "refund refund refund refund", "not urgent", "urgent",
]


def texts():
    random.seed(20261123)
    result = list(ODD) + list(OTHER_SCRIPTS)
    words = " ".join(PROBLEMS).format(n=12, m=34, k=5).split()

    def message():
        n, m, k = random.randrange(2, 9999), random.randrange(10, 99), random.randrange(1, 10)
        parts = [random.choice(OPENINGS), random.choice(PROBLEMS).format(n=n, m=m, k=k), random.choice(ENDINGS)]
        return " ".join(part for part in parts if part)

    for _ in range(280):
        result.append(message())
    for _ in range(60):
        result.append(" ".join(message() for _ in range(random.randrange(2, 12))))
    for _ in range(30):
        result.append(" ".join(random.choice(OTHER_SCRIPTS + [message()]) for _ in range(random.randrange(2, 9))))
    for length in [2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 200, 240, 250, 251, 252, 253, 254, 255, 256, 257, 258, 300, 512, 2000]:
        result.append(" ".join(random.choice(words) for _ in range(length)))
    for length in [253, 254, 255, 256, 600]:
        result.append(" ".join(["a"] * length))
    for length in [1, 2, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 96, 127, 128, 129]:
        result.append(" ".join(["help"] * length))
    for _ in range(20):
        result.append("".join(chr(random.choice([random.randrange(32, 127), random.randrange(0xA1, 0x2FFF)])) for _ in range(40)))
    return result
