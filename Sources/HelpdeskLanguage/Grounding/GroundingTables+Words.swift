extension GroundingTables {
    /// Forms that no suffix rule brings together: a base form and its forms, a line each.
    static let irregularForms = """
        buy bought
        bring brought
        break broke broken
        begin began begun
        become became
        catch caught
        choose chose chosen
        come came
        drive drove driven
        eat ate eaten
        fall fell fallen
        feel felt
        find found
        fly flew flown
        forget forgot forgotten
        freeze froze frozen
        get got gotten
        give gave given
        go went gone goes going
        grow grew grown
        hang hung
        hear heard
        hide hid hidden
        hold held
        keep kept
        know knew known
        lead led
        leave left
        lend lent
        lose lost losing
        make made making
        mean meant
        meet met
        pay paid
        ride rode ridden
        rise rose risen
        run ran
        see saw seen
        sell sold
        send sent
        shake shook
        show shown
        speak spoke spoken
        spend spent
        stand stood
        steal stole stolen
        take took taken
        teach taught
        tell told
        think thought
        wear wore worn
        win won
        withdraw withdrew withdrawn
        write wrote written
        person people persons
        child children
        email mail mails emailed emails
        app apps application
        use used using uses
        lie lies lying
        die dies dying
        set
        stop stopped
        low lower
        high higher
        long longer
        short shorter
        fast faster
        have has had having
        do does did doing done
        be is are was were been being am isn't aren't wasn't weren't
        bill billed billing
        cancel cancelled cancelling canceled cancellation
        refund refunded refunds refundable refunding
        deliver delivery deliveries delivered
        pay payable payment
        store storage stored
        arrive arrival arriving
        depart departure
        renew renewal
        remove removal
        approve approval
        receive reception
        expire expiry expiration
        maintain maintenance
        apply
        permit permission
        subscribe subscription
        describe description
        lose loss losses
        choose choice
        complain complaint
        proof proven prove
        weigh weight weighs
        long length
        high height
        wide width
        sell sale
        fly flight
        advise advice
        confirm confirmation
        day days
        bus buses
        licence license licensed
        cheque
        programme program
        colour color
        centre center
        authorise authorize authorisation authorization
        organise organize
        cancelation cancellations
        """

    /// Words that carry no claim.
    static let stopWords = """
        a an the this that these those there here it its it's they them their theirs he she his her him we us our ours you your \
        yours i me my mine myself yourself itself themselves ourselves who whom whose which what where when why how whether \
        is are was were be been being am i'm you're we're they're he's she's that's there's here's what's let's do does did done doing \
        have has had having i've you've we've they've i'd you'd we'd they'd i'll you'll we'll they'll it'll that'll will would shall should can could may might must \
        of in on at to for from by with about into onto upon over under out up down off through across per via as than then so \
        and or but nor yet also too both either neither if because since while though although until till unless \
        not no isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't haven't hasn't \
        hadn't mustn't needn't never none nothing without just only even still already again very quite rather really simply \
        please kindly thanks thank hello hi hey dear sorry yes okay ok well etc s t re ve ll d m e.g i.e such like same other \
        another any some all each every more most much many few one ones own back away now once ever however therefore thus \
        hence otherwise instead meanwhile besides moreover furthermore additionally
        """

    /// Words that carry little: their absence from a source says next to nothing.
    static let lightWords = """
        get make take give go come let use need want have put set keep see look find know tell say mean be do become happen work \
        able available possible sure certain way thing case order time matter fact part point kind sort bit lot number \
        help question information detail article page customer here there new good best great fine right happy glad note remember simply easy easily quick quickly \
        straight directly currently usually normally generally typically about around approximately roughly exactly simply \
        actually basically particular specific general own current regular whole entire well long far ahead forward \
        follow following apply regard regarding concern relevant respective respectively provide offer allow require contact \
        try start begin ask choose change check long back afterwards later first next finally last then now today once soon \
        must should would could might shall will can may ready people person someone anyone everyone everything \
        anything something nothing thing stuff within during until before after per each every option feature service \
        stay remain cover covered mention mentioned state stated yours yourself necessary enough less either whichever \
        whenever wherever whatever plus including include such via depending simple normal normally place want wish like \
        pull bear turn throw hold drop cost mind worth trouble worry expect leave care shame matter point side count happen hang bring run place live sit stand \
        stop treat belong mere merely somebody anybody nobody folk folks whoever whichever today tomorrow bit extra mean normal ordinary usual standard \
        word spell principle idea head lot past ahead along around exactly firmly roughly around depending unfortunately sadly luckily head fit \
        shout hear news lovely certain gone behind beforehand anymore further right tie set add clock exception \
        prefer decide done finish end far sort along together apart however though although wait handle handled deal count
        """

    /// Words that turn a statement round, as they are written.
    static let negators = """
        stay_away_from steer_clear_of keep_away_from rather_than instead_of refrain_from \
        not no never none nothing nobody nowhere neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't \
        couldn't haven't hasn't hadn't mustn't needn't without unable hardly barely rarely ain't cant dont doesnt isnt wont
        """

    /// Words and phrases that limit a statement.
    static let limits = """
        only only_if if unless except provided as_long_as subject_to depend depends depending may might usually normally generally typically up_to \
        at_most maximum at_least minimum until within when once after before where in_most_cases in_some in_certain selected eligible some certain \
        planned exclusively solely otherwise on_request where_available while_stocks_last in_areas for_the_first \
        provided_that except_for excluding with_the_exception apart_from other_than most sometimes can_take can_be must
        """

    /// Words and phrases that claim more than most sources do.
    static let absolutes = """
        always never every all any anyone anywhere anytime any_time everyone everything completely entirely fully guarantee guaranteed promise \
        assure certainly definitely unlimited forever without_exception in_all_cases immediately instantly at_once right_away straight_away automatically automatic \
        permanently everywhere whenever whatever whichever regardless no_matter each under_no_circumstances \
        unconditionally worldwide all_the_time in_full free any_reason no_questions_asked without_any
        """

    /// Words and phrases that give a reason.
    static let reasons = """
        because since as_this as_it as_they due_to owing_to so_that in_order thanks_to therefore which_is_why reason to_protect to_prevent to_avoid to_ensure to_help \
        for_security for_safety to_keep to_make_sure that's_why to_comply
        """

    /// Words and phrases that promise what somebody will do.
    static let promises = """
        we'll i'll they'll guarantee guaranteed promise promised our_team our_agents our_colleagues our_staff our_experts our_engineers someone_will \
        we_will will_be_happy rest_assured make_sure ensure compensate compensation priority personally \
        you_will_receive you_will_get proactively as_soon_as_possible on_your_behalf for_you
        """

    /// Words that exclude each other where they stand in the same place: a set a line.
    static let contrasts = """
        card wallet cash paypal bank_transfer voucher gift_card cheque direct_debit store_credit original_payment invoice apple_pay google_pay credit_card debit_card account_balance crypto
        ios android windows mac macos linux web chromebook iphone ipad browser desktop mobile tablet laptop tv console
        chrome firefox safari edge opera
        free basic starter standard plus pro premium business enterprise team teams family student light flex classic gold silver bronze platinum essential essentials advanced professional personal individual comfort economy first
        phone email chat post text_message in_person letter sms fax form whatsapp branch counter ticket
        app website store shop branch portal terminal locker kiosk
        admin owner member user guest viewer editor manager administrator parent teacher student tenant landlord employer employee customer supplier seller buyer sender recipient driver courier
        monday tuesday wednesday thursday friday saturday sunday weekend weekday
        january february march april may june july august september october november december
        spring summer autumn winter
        morning afternoon evening night noon midnight
        red green blue yellow orange white black grey purple pink amber
        dog cat bird rabbit fish horse
        monthly weekly daily yearly annual annually quarterly hourly month week day year hour quarter minute second
        domestic international european overseas
        eu uk usa us germany france spain italy switzerland austria canada ireland belgium netherlands europe
        csv pdf xlsx json xml docx png jpg excel word zip txt
        water vinegar acid alcohol bleach oil soap
        hot cold warm lukewarm
        adult child senior student infant baby
        left right
        top bottom front back side
        north south east west
        upload download
        withdrawal payment deposit transfer
        sms email push
        usb bluetooth wifi ethernet hdmi
        small medium large
        breakfast lunch dinner
        licence passport id_card identity_card birth_certificate utility_bill
        bus train tram taxi plane ferry car bike bicycle scooter van
        electricity gas water heating
        house flat office garage garden kitchen bathroom bedroom
        cabin checked hold
        print digital electronic paper
        hardware software
        public private
        buy rent
        visa mastercard amex
        cotton wool silk leather plastic metal glass wood paper
        standard express priority economy
        first second third fourth fifth
        primary secondary
        home settings profile account billing security privacy notifications orders help support dashboard
        """

    /// Verbs that tell the reader to do something.
    static let imperatives = """
        access activate add adjust agree allow apply arrange ask assign attach avoid back_up begin book bring browse buy call cancel change charge check \
        choose clean clear click close collect complete confirm connect contact continue copy create cut delete deselect detach disable \
        disconnect do dial download drag drop email enable ensure enter erase expand export fasten fill find fit flip follow format forward gather generate get give go \
        grab hand head hit hold hover import include insert inspect install invite join keep launch leave let lift locate lock log logout look make mark message \
        measure mount move name navigate note notify obtain open order pack paste pause pay pick place plug point pop post pour prepare press print provide pull \
        push put quit re-enter reach read rebuild reboot receive reconnect record refer refresh reinstall reload remove rename renew repeat replace reply report \
        request reset restart restore retry return review rinse ring rotate run save scan schedule scroll search select send set share ship show shut sign \
        slide specify start stop store submit subscribe swap swipe switch switch_off take tap tell test text tick tighten toggle touch track transfer try turn type unblock \
        uncheck uninstall unlock unplug unscrew untick update upgrade upload use validate verify view visit wait wash wipe withdraw write bring tick
        """

    /// Words that name the knowledge an answer rests on.
    static let knowledge = """
        article articles documentation docs document documents source sources information info guide guides knowledge page pages faq faqs material \
        materials text texts policy notes passage passages help_centre help_center help_articles entry entries content manual instructions \
        excerpt excerpts resources i we here there
        """

    /// Words for saying and knowing, as a refusal denies them.
    static let mentions = """
        say says said mention mentions mentioned state stated specify specified cover covered covers contain contained contains include \
        included tell tells describe described explain explained address addressed find found know see answer list listed give gives \
        given detail detailed indicate indicated discuss discussed clear confirm information details anything documented available reveal \
        show shown spell provide provided go set comment refer have
        """
}
