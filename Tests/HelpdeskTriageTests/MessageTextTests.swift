import HelpdeskTriage
import Testing

/// Only what the customer wrote now sets a label.
@Suite struct MessageTextTests {
    private let triager = RuleTriager()

    @Test("parts cover the whole message, in order")
    func cover() {
        let message = "Hi\n\n> old\n> older\nmore\n```\ncode\n```\n-- \nAnn"
        let text = MessageText(message)
        #expect(text.parts.map(\.kind) == [.newest, .quotedHistory, .newest, .code, .signature])
        #expect(text.parts.first?.range.lowerBound == 0)
        #expect(text.parts.last?.range.upperBound == message.unicodeScalars.count)
        for (first, second) in zip(text.parts, text.parts.dropFirst()) {
            #expect(first.range.upperBound == second.range.lowerBound)
        }
        #expect(text.text(of: .quotedHistory) == "> old\n> older\n")
    }

    @Test(
        "history below the message is cut",
        arguments: [
            "Thank you!\n\n> URGENT refund, the server is down",
            "Thank you!\n\nOn 11/05 at 16:20 you wrote:\n> URGENT refund, the server is down",
            "Thank you!\n\nOn Mon, 5 May 2025, Support <a@example.com>\nwrote:\n> URGENT refund",
            "Thank you!\n\n-----Original Message-----\nFrom: Ann\nURGENT refund, the server is down",
            "Thank you!\n\nFrom: Ann <a@example.com>\nSent: Monday\nTo: Bo\nSubject: URGENT refund\n\nThe server is down",
            "Thank you!\n\nOn Tuesday Ann Example wrote:\n\nURGENT refund, the server is down",
            "Thank you!\n-- \nUrgent Refunds Ltd, Manager",
            "Thank you!\n\nBest regards,\nJo Crash\nRefund Manager",
            "Thank you!\n\nAutomatic reply: I'm out of office. In urgent cases call my manager.",
            "Thank you!\r\n\r\n> URGENT refund\r\n> the server is down\r\n",
            "Thank you!\n\nSent from my iPhone",
        ])
    func history(message: String) {
        let triage = triager.triage(message)
        #expect(triage.category == .general)
        #expect(triage.priority <= .medium)
        #expect(!triage.needsHuman)
        #expect(MessageText(message).newest.hasPrefix("Thank you!"))
    }

    @Test("answers between quoted lines count")
    func inline() {
        let text = MessageText("> Is it plugged in?\nYes.\n> Which error do you see?\nError 500.\n")
        #expect(text.newest == "Yes.\nError 500.\n")
    }

    @Test("faces and comparisons are not quotations")
    func faces() {
        #expect(MessageText(">:( it broke").newest == ">:( it broke")
        #expect(MessageText(">500 files are affected").newest == ">500 files are affected")
    }

    @Test("a fence that is never closed hides nothing")
    func openFence() {
        #expect(MessageText("```\nplease refund me").newest == "```\nplease refund me")
    }

    @Test("stack traces are set aside, and are a sign of a bug")
    func traces() {
        let message = """
            Since yesterday:

            Traceback (most recent call last):
              File "urgent.py", line 3, in refund
                raise ValueError
            ValueError: refund

            What is that?
            """
        let text = MessageText(message)
        #expect(text.newest == "Since yesterday:\n\n\nWhat is that?")
        #expect(triager.triage(message).category == .bugReport)
        let java =
            "Look:\njava.lang.Exception: x\n\tat com.example.Refund.run(Refund.java:12)\n\tat com.example.Main.main(Main.java:3)"
        #expect(MessageText(java).text(of: .stackTrace).contains("Refund.run"))
    }

    @Test("words between quotation marks set no priority and call nobody")
    func quotationMarks() {
        #expect(
            triager.triage("My mail with the subject \"URGENT: site down\" was not delivered to you.").priority
                == .medium)
        #expect(triager.triage("How do I rename the role \"speak to a manager\"?").needsHuman == false)
    }
}
