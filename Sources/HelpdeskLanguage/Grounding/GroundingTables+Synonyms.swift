/// What words mean to the grounding check. English; a line is a group, `_` joins the words of a phrase, and `!` marks the
/// opposite of the other words of its line. Written by hand for customer support.
enum GroundingTables {
    /// Words that say the same, and their opposites.
    static let synonyms = """
        allow permit permitted let enable_you accept acceptable welcome ok okay can_be may_be can_bring entitle entitled eligible \
        qualify right_to !forbid !forbidden !prohibit !prohibited !ban !banned !disallow !deny !refuse !reject !decline !rule_out !off_limits !ineligible
        include included comprise contain cover covered covers come_with comes_with part_of built_in bundle bundled incl \
        inclusive get gets have has provide provided offer !exclude !excluded !exclusive !omit !left_out !except !exclusion
        free gratis complimentary free_of_charge no_charge no_cost at_no_cost at_no_charge without_charge without_paying \
        costs_nothing cost_nothing for_nothing no_fee without_fee no_extra_cost no_additional_cost nothing_to_pay waive waived !paid !chargeable !payable
        before prior prior_to ahead_of in_advance earlier earliest preceding beforehand !after !following !afterwards !later !once !subsequent
        more above over exceed exceeds exceeding beyond greater higher longer larger bigger upwards extra additional further surpass surplus \
        !less !below !under !lower !fewer !shorter !smaller
        minimum at_least least min no_less_than not_less_than or_more or_later or_newer or_above or_higher and_up upwards starting_at \
        !maximum !at_most !max !no_more_than !not_more_than !up_to !or_less !or_fewer !limit !no_longer_than !as_many_as
        increase raise rise go_up grow boost upgrade higher !decrease !reduce !lower !drop !go_down !shrink !downgrade !cut
        enable activate activated switch_on switched_on turn_on turned_on with_it_on on_by_default is_on on active tick check_box opt_in !off_by_default !is_off !disable \
        !deactivate !switch_off !switched_off !turn_off !turned_off !with_it_off !off !inactive !untick !opt_out
        open opened launch start start_up !close !closed !shut !quit !exit
        lock locked block blocked suspend suspended freeze frozen bar barred !unlock !unlocked !unblock !lift !release !freed !unfreeze
        add insert put attach append include !remove !delete !erase !take_out !detach !wipe !get_rid_of !clear
        keep kept retain remain stay stays preserve hold_on_to still_have maintain save store !lose !lost !vanish !disappear !delete !deleted !wiped !gone
        available accessible reachable on_offer obtainable at_hand ready provided offered you_can_get supported exist !unavailable \
        !inaccessible !discontinued !out_of_service !withdrawn 
        possible able can feasible could option !impossible !unable  
        required require must need needed necessary have_to has_to mandatory compulsory obligatory needs should !optional !voluntary !unnecessary !skip
        same identical equal alike equally unchanged !different !differ !other !differently !changed !vary
        succeed success work works function functional operate run !fail !failed !break !broken !fault !malfunction !defective !faulty !out_of_order
        accept agree approve approved consent confirm !decline !refuse !reject !rejected !turn_down !object
        increase_in expand extend extended extension prolong lengthen renew !shorten !cut_short
        valid in_force usable good_for holds_good apply applies applicable effective !expire !expired !lapse !invalid !void !out_of_date !run_out
        first initial earliest beginning start !last !final !end !latest
        new latest recent current fresh up_to_date updated newer brand_new !old !previous !former !earlier !outdated !obsolete !legacy !dated
        early soon sooner earlier !late !later !delay !delayed !overdue
        fast quick quickly rapid rapidly swift speed express !slow !slowly
        full fully entire entirely whole complete completely total all in_full !partial !partially !partly !in_part
        unlimited unrestricted limitless no_limit as_many_as_you_like !limited !restricted !capped !cap !restrict
        safe secure protected !unsafe !dangerous !insecure !hazard
        used worn opened washed !unused !unworn !unopened !new !sealed !untouched
        public visible shown show display displayed appear appears see !private !hidden !hide !invisible
        personal individual own !shared !joint !common
        online internet web website site webpage on_the_web !offline !in_person
        inside within in_the_zone !outside !beyond !out_of
        adjustable changeable changed flexible can_be_changed amend amended !fixed !unchangeable !non_changeable
        refundable !non_refundable !nonrefundable 
        transferable transferrable !non_transferable
        damage harm hurt ruin spoil destroy attack damaged broken cracked bad_for
        cheap inexpensive low_cost affordable !expensive !dear !costly
        clean cleaned wash washed rinse wipe !dirty !soiled
        dry !wet !damp !moist
        hot warm heat !cold !cool
        full_time !part_time
        import imports !export !exports
        upload uploaded !download !downloaded
        incoming inbound receive !outgoing !outbound !send
        buyer purchaser customer client !seller !vendor !merchant
        sender !recipient !addressee !receiver
        manual manually by_hand yourself !automatic !automatically !auto !on_its_own !by_itself !on_their_own
        always every_time at_all_times invariably without_exception every_case in_all_cases  
        direct directly straight !indirect !indirectly
        login log_in sign_in logon log_on sign_on logged_in signed_in authenticate !logout !log_out !sign_out !signed_out !log_off
        connect pair link join plug_in !disconnect !unpair !unplug !unlink
        subscribe sign_up register enrol enroll registration signup join create_account !unsubscribe !cancel
        deposit pay_in paid_in top_up !withdraw !take_out !withdrawal
        permanent permanently for_good forever irrevocable irreversible final indefinitely !temporary !temporarily !reversible !for_now
        taxable inclusive_of_tax including_vat incl_vat with_vat !excluding_vat !excl_vat !plus_vat !net !before_tax
        mandatory obligatory compulsory !optional
        adult grown_up !child !minor !kid
        """

    /// Words that say nearly the same, without opposites.
    static let related = """
        return returned send_back sent_back bring_back give_back take_back hand_back returning
        refund reimburse money_back pay_back paid_back repay reimbursement repaid credit credited get_your_money money_returned money_goes_back
        credit credited add_to_balance book booked post
        deliver delivery arrive arrival ship shipped shipping shipment dispatch dispatched send sent courier post postage despatch reach reaches transport
        receive received get got obtain arrive reach come_in reaches_us
        send sent submit forward transmit pass_on email message
        buy purchase bought order ordered acquire shop
        order purchase booking reservation transaction
        pay paid payment payable settle settled spend remit paying
        price cost costs charge charged fee rate tariff fare amount pay surcharge levy bill priced
        cost costs charge fee pay price set_you_back run_to come_to comes_to amount_to
        charge bill billed invoice debit debited deduct deducted collect take taken
        bill invoice statement receipt billing
        period cycle term month interval
        cancel cancelled cancellation terminate end stop call_off termination quit give_notice
        end ends finish finished over expire conclude elapse close run_out lapse up
        begin start starts commence from kick_off effect take_effect takes_effect come_into_force as_of starting applies
        delete remove erase deletion removal wipe clear purge get_rid_of
        change changes alter modify amend edit adjust update switch swap move modification alteration vary replace
        replace replacement exchange swap substitute new_one change
        repair fix mend repaired fixed service restore
        create make set_up generate add build produce open establish
        choose select pick opt decide option choice tap selected
        press push tap click hit touch hold hold_down keep_pressed pressing
        click tap press select choose hit
        open go_to navigate visit head_to launch access enter under find go_into
        enter type insert key_in fill_in input put_in provide supply
        fill_in complete fill_out
        confirm verify validate check approve authenticate acknowledge prove
        check inspect look examine verify test see make_sure ensure review
        test check try trial tested
        trial test try_out taster
        see view find look show display appear visible shown listed seen
        find locate look_up search discover located
        show display indicate tell mean signal signify reveal
        mean signify indicate sign_of tell tells signal imply
        use using employ utilise utilize usage apply make_use operate using
        need require must have_to call_for necessary take needed demand want
        want wish like prefer desire would_like
        contact reach get_in_touch call write speak talk email message ring get_hold approach
        call phone ring telephone dial phoned
        phone telephone call line by_phone hotline mobile
        email mail e_mail message inbox
        write message email send_a_message drop_us_a_line
        ask request enquire inquire apply demand query
        request ask apply application order
        answer reply respond response replies get_back react return
        help assist support aid assistance guidance
        support help service customer_service helpdesk help_desk care team agent assistance
        team staff agent colleague colleagues department people representative personnel advisor adviser crew
        problem issue error fault trouble difficulty failure bug incident glitch
        error fault failure failed wrong
        wrong incorrect wrongly incorrectly false mistaken invalid bad
        correct right proper accurate
        account profile login membership
        password passcode passphrase pin code credentials
        code number pin key
        balance credit funds account money sum
        money funds amount sum cash
        amount sum total value quantity figure
        limit cap ceiling maximum restrict restriction quota allowance restricted threshold
        exceed go_over above beyond more_than surpass over_the_limit cross
        average mean typical usual typically usually normally generally
        usually normally typically generally as_a_rule mostly in_general standard regular
        normal regular standard usual ordinary default basic
        weigh weight heavy kilo
        bag baggage luggage suitcase case hand_luggage
        flight plane fly departure
        depart departure leave take_off takeoff set_off leaving depart
        arrive arrival get_there land
        trip journey travel ride tour voyage
        ticket fare booking reservation
        book reserve reservation booking booked reserved hold
        cancel_free cancellation
        hold reserve keep set_aside block
        guest visitor traveller traveler passenger
        room accommodation flat apartment lodging unit
        flat apartment holiday_flat rental
        stay visit night
        hotel property accommodation
        child children kid kids minor youngster under_age
        person people individual member passenger someone anyone user traveller
        user member person account_holder customer seat people
        customer client user you subscriber member buyer shopper
        employee staff worker member_of_staff
        admin administrator owner manager
        owner holder account_holder proprietor
        company business firm organisation organization enterprise
        shop store branch outlet retailer location
        item product goods article thing piece
        product item goods article device
        device appliance unit machine equipment gadget handset
        phone smartphone mobile handset device
        app application program software
        computer pc laptop desktop
        screen display page
        page screen site section tab view
        menu settings options list
        setting settings options preference configuration preferences
        button key control switch
        file document record
        document paper proof form record certificate
        form questionnaire application sheet
        proof evidence receipt confirmation document documentation
        id identification identity passport identity_card
        picture photo image photograph snapshot
        message notification alert text note
        notify inform tell let_know alert advise notice notification announce warn hear told informed
        reminder remind notice prompt
        plan tariff subscription package tier contract plans
        contract agreement subscription plan
        subscription membership plan
        feature function functionality capability option tool
        function work operate feature
        version release edition
        update upgrade new_version patch refresh updating
        upgrade move_up switch step_up
        downgrade move_down step_down lower_plan downgrading
        install set_up installation put_on
        restart reboot start_again power_cycle turn_off_and_on
        reset restore factory_settings
        backup back_up copy save
        copy duplicate
        save keep store saved storage put_by
        data information records details
        details information particulars data
        information info details data
        charge_up charge recharge battery charging
        battery power cell batteries
        low nearly_empty running_low almost_empty weak
        empty flat drained
        meter counter
        top_up topping_up recharge load reload top_ups
        energy electricity power
        internet network connection online web
        network connection signal internet coverage
        router modem box hub
        cable wire lead cord
        light lamp led indicator
        flash blink flashing blinking
        red crimson
        sound noise beep tone chirp
        alarm detector sensor
        door gate
        key fob
        vehicle car auto
        bike bicycle cycle
        drive driving driver
        fuel petrol gas
        park parking
        fine penalty charge fee
        penalty fine surcharge late_fee
        late overdue past_due delayed not_on_time behind
        delay delayed wait late hold_up
        wait hold_on waiting
        immediately at_once instantly straight_away right_away instant immediate promptly without_delay there_and_then on_the_spot
        automatically automatic by_itself on_its_own auto without_you
        within in inside no_later_than before by up_to during
        until till up_to as_long_as before as_late_as
        by no_later_than before latest
        during while throughout in_the_course
        after following once when as_soon_as upon afterwards
        while during as_long_as
        if when provided where in_case should as_long_as on_condition in_the_event whenever once
        unless except if_not
        otherwise if_not or_else without
        only solely exclusively just nothing_but no_other alone
        except apart_from other_than excluding save_for
        per each every a for_each for_every apiece
        daily day each_day per_day a_day every_day
        weekly week per_week a_week every_week
        monthly month per_month a_month every_month
        annual year yearly annually per_year a_year every_year
        hourly hour
        quarterly quarter
        night nightly overnight
        weekday weekdays working_day business_day work_day monday_to_friday
        weekend saturday sunday
        holiday public_holiday bank_holiday vacation
        today same_day
        date day
        deadline cut_off time_limit due_date
        due payable
        time hour clock
        hours opening_times times
        morning am
        afternoon pm
        noon midday lunchtime
        period time term duration window span
        long duration length
        currently at_present at_the_moment now presently today
        now currently
        previously formerly used_to in_the_past earlier before
        yet so_far still until_now
        again once_more anew afresh
        one single a sole just_one
        single one individual
        two pair both couple
        double twice two
        once one_time single
        several some multiple various many
        all every each whole any entire everything
        any whichever whatever every
        both two
        part portion piece component
        rest remainder remaining balance
        half fifty_percent
        extra additional further more supplementary on_top add_on surcharge
        discount reduction rebate price_cut off
        offer deal promotion special
        voucher coupon gift_card promo_code
        code voucher
        points rewards bonus
        earn collect gain
        redeem use cash_in
        tax vat duty
        insurance cover policy coverage insured
        claim application report demand
        report notify tell flag let_us_know inform
        doctor physician gp
        medicine drug medication
        patient insured member
        appointment slot booking visit
        hospital clinic
        school class
        pupil student learner
        parent guardian
        teacher staff
        course class lesson
        exam test
        library branch
        loan lend borrow loaned
        borrow take_out lend
        form_of payment_method payment_means way_to_pay
        original initial same first
        card debit_card credit_card bank_card
        bank_transfer wire transfer bank_wire
        transfer move send pass shift migrate
        wallet balance
        account_balance balance
        bank institution
        interest rate
        address location place
        home house residence household
        move relocate moving relocation
        country nation abroad
        abroad overseas foreign international outside_the_country
        domestic national inland
        place location spot area position
        area zone region district
        zone area district
        city town
        outside beyond out_of away_from
        near close_to nearby
        box package parcel packet carton
        package parcel packaging packing box
        packaging wrapping box
        label sticker tag
        track follow tracking trace
        collect pick_up fetch gather collection pickup retrieve
        pick_up collect
        drop_off hand_in leave_at
        fetch collect retrieve bring_back
        sign signature signed
        print printed
        warranty guarantee
        guarantee promise assure warranty ensure
        defect fault flaw damage
        hardware equipment
        dispose throw_away discard
        recycle recycling
        manufacturer maker producer
        supplier vendor
        missing absent not_there lacking
        lost missing mislaid
        stolen theft robbed
        find_out learn discover
        lock block freeze
        block stop prevent bar
        prevent stop avoid
        avoid prevent keep_from stay_away
        never under_no_circumstances stay_away_from avoid
        careful caution
        safe secure
        security safety
        private personal confidential
        share pass_on give
        invite add
        team group workspace
        role permission right access
        permission consent authorisation authorization approval
        access reach enter log_in use get_into entry
        read view
        read_only locked_for_editing view_only
        edit change write modify
        link url address
        website site web_page portal
        portal account
        dashboard overview
        form_online online_form
        list overview table
        name title
        number figure count
        attempt try go tries attempts entry enter times
        character letter symbol characters
        minute min
        second sec
        large big great
        small little
        size dimension format
        format type kind
        type kind sort
        kind type sort
        way method means manner
        method way means mode
        process procedure handle handling deal_with
        processing handling process work_on
        step stage
        rule policy regulation terms guideline
        terms conditions
        condition requirement proviso prerequisite term
        depend subject_to conditional hinge vary depends depending based_on
        subject_to depend provided
        reason cause because why ground
        because since as due_to owing_to as_a_result therefore so thanks_to
        therefore so thus hence consequently
        but however although though yet
        also too as_well additionally in_addition besides plus
        plan_to planned intend intended scheduled in_the_works on_the_roadmap
        planned intended scheduled
        schedule timetable planned
        happen occur take_place
        occur happen arise
        cause lead_to result_in trigger
        result outcome consequence
        lead result
        lose forfeit lost losing
        damage harm hurt ruin
        protect secure guard
        remain stay keep continue left still
        continue carry_on keep go_on proceed
        stop cease end halt discontinue
        pause suspend break
        resume restart continue
        appear show_up come_up
        exist be_there
        belong part_of
        own belong
        bring take carry
        carry take bring transport
        take bring carry need last require
        last take run
        give grant provide hand issue
        provide give supply offer
        issue give grant hand_out provide
        grant give award
        let allow permit
        sell sale sold
        rent hire rental lease
        deposit security down_payment bond
        release free return give_back refund lift
        unlock open release
        visit go_to call_on
        leave depart exit
        join enter sign_up
        follow obey adhere
        describe explain tell
        explain describe state
        say state mention tell specify
        mention state refer
        recommend advise suggest
        suggest recommend propose
        ensure make_sure guarantee see_to
        try attempt
        manage handle administer
        limit_to restrict
        accept take honour
        agree accept consent
        decide choose determine
        calculate compute work_out
        measure gauge
        count number
        compare match
        match correspond agree
        fit suit match
        suitable fit right appropriate
        ready prepared finished
        complete finish finished done
        finish complete end
        done complete finished
        pending waiting outstanding in_progress
        outstanding unpaid open due
        unpaid outstanding overdue
        water liquid
        food meal
        dog pet
        cat pet
        descale decalcify
        area region
        weigh kilo kg pound lb
        doctor provider practitioner physician clinician
        medicine prescription medication tablets
        alcohol beer wine spirits drink
        adult grown_up grown_ups
        letter post
        fork_out pay
        fiver pound
        tenner pound
        penny money nothing
        owe pay due
        inbox email mailbox
        hand_over give transfer
        queue list line waiting_list
        wait queue
        charge deduct take debit count_toward
        build version release
        machine computer device appliance
        title game
        entry record
        stay remain keep safe
        safe kept 
        tacked appended added
        append add
        clean wipe rub
        strip contact
        insert put_in reinsert slot
        injury accident
        illness disease sick sickness ill fall_ill
        vet doctor
        loo toilet
        lawn grass garden
        carry_on continue keep
        call_off cancel
        shut close
        mend repair fix
        dear expensive costly
        reckon think
        lid cover
        glasses spectacles
        empty unoccupied vacant
        doorstep door
        groceries bags order shopping
        staff employees colleagues people
        head person user
        fee outlay cost
        throw_in include
        kick_off start
        set_you_back cost
        hold_off wait
        turn_up arrive
        show_up appear arrive
        bin rubbish waste
        borough council area
        rug carpet
        picture show
        typo error correction mistake
        mistake error
        exception except unless
        identification id
        decline refuse turn_down say_no saying_no
        end_of_queue bottom
        bottom end back
        quarter fifteen
        hour sixty
        working business
        swap exchange switch
        lapse expire
        """
}
