/// Longer messages with several kinds, and long ones with none.
extension PersonalDataCases {
    static let mixed = [
        """
        Hi team,

        order 4482-1190 (placed 2024-03-12, EUR 129.90) never came. Tracking says 1Z12345E0205271688.
        I am ⟦email|lucy@example.org⟧ / ⟦phone|+44 7700 900333⟧. Refund to ⟦iban|GB29NWBK60161331926819⟧ please.

        Lucy
        """,
        "a@b then ⟦email|c@example.com⟧ then ⟦ip_address|10.9.8.7⟧ then v1.2.3.4",
        "2024-05-06 07:08:09,123 ERROR [exec-5] ⟦email|w@example.com⟧ from ⟦ip_address|192.0.2.77⟧ (req 7c9e6679)",
        "host ⟦ip_address|10.0.0.5⟧:5432 user ⟦email|dba@example.com⟧",
        "ssn ⟦ssn|078-05-1120⟧, card ⟦credit_card|4242 4242 4242 4242⟧, phone ⟦phone|202-555-0119⟧",
        "call ⟦phone|+1 202 555 0119⟧ or ⟦phone|+1 202 555 0120⟧ or mail ⟦email|z@example.com⟧",
        "مرحبا، بريدي ⟦email|sara@example.com⟧ ورقمي ⟦phone|+971 50 555 0123⟧ شكرا",
        "שלום, המייל שלי הוא ⟦email|noa@example.com⟧ תודה",
        "e\u{301}te\u{301} ⟦email|zoe\u{308}@example.com⟧ n\u{303}",
        "👩🏽‍💻⟦ip_address|192.0.2.5⟧👍🏽",
        "zero\u{200B}width ⟦email|a\u{200B}nn@exa\u{200B}mple.com⟧ here",
        "x\r\n⟦phone|+44 20 7946 0001⟧\r\n⟦email|y@example.com⟧\r\n",
        "| name | mail |\n|---|---|\n| Al | ⟦email|al@example.com⟧ |\n| Bo | ⟦email|bo@example.com⟧ |",
        "'⟦email|al@example.com⟧','⟦phone|+15550100123⟧','⟦ip_address|192.0.2.3⟧'",
        "Signed,\nR. Roe\n⟦phone|(303) 555-0172⟧ | ⟦email|r.roe@example.com⟧ | https://example.com",
        "IBAN ⟦iban|DE89370400440532013000⟧ BIC COBADEFFXXX Card ⟦credit_card|4111111111111111⟧ 12/28",
        "my ip ⟦ip_address|2001:db8::42⟧ my mail ⟦email|q@example.com⟧ my phone ⟦phone|07700 900555⟧",
    ]

    static let clean = [
        "I have tried everything and nothing works. Please help!",
        "Since the update to 14.2.1 the export of 3,400 rows takes 12 minutes (before: 40 s).",
        "Can I move from the 9.99 plan to the 19.99 plan on 1 June?",
        "Step 1: open Settings > Billing. Step 2: nothing there.",
        "Windows 11 22H2 (22621.3155), 16 GB RAM, NVIDIA 551.61.",
        "Steps: 1) log in 2) click 'Save' 3) see error E-4012",
        "The barcode reader returns 0x1F 0x8B 0x08 0x00 for every scan.",
        "It worked on Mon 3/4, Tue 3/5 and failed on Wed 3/6.",
        "Paid $1,250.00 on 02/14/2024, receipt RCPT-2024-0214-7781.",
        "The sizes are 38-40, 42/44 and 46; colour code #FF8800.",
        "GET /v2/tickets/88213/comments?page=2&per_page=100 returns 429",
        "Température 21,5 °C, humidité 40–60 %, pression 1013 hPa",
        "Die Lieferung vom 12.03.2024 (Nr. 4711-0815) war unvollständig: 3 von 12 Teilen fehlen.",
        "El pedido 2024/000123 llegó roto el 14-02-2024 a las 17:45.",
        "注文番号 1234-5678 の件ですが、まだ届いていません。",
        "Mein Passwort hat 12 Zeichen, davon 2 Zahlen; das Formular will 16.",
        "I rate it 4/5, would be 5/5 with offline mode",
        "Kernel 6.8.0-31-generic x86_64, glibc 2.39, Python 3.12.3",
        "SELECT id, total FROM orders WHERE id BETWEEN 100000 AND 200000;",
        "uid=1000(ann) gid=1000(ann) groups=1000(ann),27(sudo)",
        "Batch 20231120, 12 units at 8.50, total 102.00, VAT 19% 19.38",
        "My GPS track: 52.520008,13.404954 -> 52.516275,13.377704",
        "p50 12ms p95 48ms p99 1203ms over 1,000,000 requests",
        "She was born in 1984 and lives at 42 Elm Street, Springfield 12345.",
    ]
}
