extension English {
    /// The lists that the matching itself goes by; see ``ContextList``.
    static let contextLists: [String: [String]] = [
        "negation": phrases("not; no; never; without; neither; nor; none; hardly; nobody; nothing"),
        "denial": phrases(
            "ask; about; look; request; want; need; regard; concern; after; interest; complain; seek; demand; mean"),
        "turn": phrases(
            "but; however; although; though; because; since; yet; except; unless; until; while; and; so; =or"),
        "request": phrases(
            """
            (can|could|would|will) (you|someone|somebody|anyone|anybody|i|we); please; kindly; how (do|can|to|could|should|would)
            (i|we) (want|need|demand|expect|insist|request); (i|we) would like; (i|we) am asking; is there (a|any) (way|chance)
            (help|tell|give|send) (me|us); my question; main (thing|question|problem|issue|point|reason|request|concern)
            (mainly|chiefly|actually); above all; most important*; (real|actual) (question|issue|problem); what i (want|need)
            """),
        "remark": phrases(
            """
            by the way; btw; ^ (ps|p.s.); side note; incidentally; as an aside; apart from that; unrelated; other than that
            (otherwise|aside from) … (happy|fine|great)
            """),
    ]

    /// The lists that the rules share.
    static let wordLists: [String: [String]] = [
        "device": phrases(
            """
            phone; smartphone; iphone; laptop; notebook; macbook; computer; pc; tablet; ipad; printer; scanner; router; modem
            camera; webcam; doorbell; headphone; headset; earbud; earphone; speaker; soundbar; watch; smartwatch; tracker; tv
            television; monitor; keyboard; mouse; charger; battery; console; controller; joystick; thermostat; =lock; vacuum
            robot; mower; washing machine; washer; dryer; dishwasher; fridge; freezer; oven; microwave; hob; heater; boiler
            heating; radiator; drill; saw; kettle; toaster; coffee machine; espresso machine; blender; mixer; toothbrush; shaver
            car; bike; e-bike; ebike; scooter; drone; lamp; bulb; sensor; dock; adapter; adaptor; cable; hub; remote; gps; sat nav
            terminal; till; card reader; meter; inverter; wallbox; projector; treadmill; scale; hearing aid; alarm; baby monitor
            garage door; gate opener; lift; elevator; receiver; set-top box; amplifier; machine; device; unit; appliance; e-reader
            """),
        "software": phrases(
            """
            app; application; site; website; web site; page; program; software; portal; dashboard; platform; system; service
            server; tool; plugin; plug-in; extension; add-on; widget; client; game; form; checkout; editor; database; feed; inbox
            calendar; map; search; sync; backup; export; import; integration; connector; player; video; stream; report; chart
            button; link; menu; tab; list; filter; upload; download; notification; push; webhook; api; endpoint; wifi; wi-fi
            internet; connection; network; signal; shop; webshop; cart; basket; queue; feature; function; update; version; assistant
            chatbot; module; table; field; dropdown; template; screen; home screen; login page; login; sign-in; bot; sdk; library
            """),
        "count": phrases(
            "two; three; four; five; six; seven; eight; nine; ten; twelve; several; many; multiple; countless; numerous; #number"
        ),
        "numbers": phrases(
            """
            one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; fifteen; twenty; thirty; forty; fifty
            few; couple of; #number
            """),
        "interface": phrases(
            """
            button; menu; tab; row; column; cell; header; footer; field; cursor; icon; label; tooltip; popup; pop-up; sidebar
            toolbar; preview; thumbnail; slider; checkbox; dialog; window; scrollbar; landing page; =total; totals; subtotal
            animation; font; layout; landscape; pdf; printout; attachment; avatar; badge; counter; timer; clock; voice; volume
            playlist; subtitle; caption; legend; axis; formula; chart; results; =list; lists; order of; paste; copy
            """),
        "minutes": phrases("minute; =min; =mins; =seconds"),
        "weekday": phrases("monday; tuesday; wednesday; thursday; friday; saturday; sunday; weekend"),
        "people": phrases(
            """
            everyone; everybody; nobody; no one; all of us; none of us; the whole team; whole team; our team; all users; users
            our users; customers; our customers; clients; patients; guests; passengers; students; pupils; residents; tenants
            drivers; colleagues; staff; employees; members; people; subscribers; visitors; teachers; nurses; doctors; agents
            """),
        "human": phrases(
            """
            human; =person; human being; someone; somebody; =agent; =representative; =rep; manager; supervisor; =adviser; =advisor
            =operator; =engineer; =technician; =specialist; =expert; boss; =colleague; =employee; =consultant; real person; live person
            member of staff; team leader; team lead; head of; anyone; anybody; actual person; actual human; staff; department
            """),
        "records": phrases(
            """
            data; file; photo; picture; image; record; document; drawing; message; chat; note; contact; recording; vault; database
            history; project; entry; login; post; booking; song; playlist; folder; mailbox; inbox; email; mail; appointment
            calendar; library; archive; spreadsheet; workspace; repository; score; progress; savegame; save; video; work; backup
            conversation; transcript; thesis; patient record; customer record; order history; board; page; site; ticket
            """),
    ]
}
