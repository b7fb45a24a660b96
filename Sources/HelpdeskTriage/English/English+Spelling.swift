extension English {
    /// Long words that messages often hold with a slip of the keyboard, in the forms that the rules' own phrases lack.
    static let meant = words(
        """
        account accounts address appointment attachment authentication authenticator available believe business
        calendar canceled cancellation cancelled charged complaint complaints connected connection customer
        customers definitely delivered delivery different disappeared disappointed disappointing discount download
        downloaded emergency engineer feature features frustrating furious immediately internet invoice invoices
        lawyer manager message messages notification notifications ombudsman overcharged password passwords
        payment payments problem problems receive received receiving refunded reimbursement replacement restaurant
        ridiculous security separate settings solicitor statement subscription subscriptions technician tomorrow
        transaction transactions unacceptable unauthorized unavailable urgent verification warranty website
        working yesterday
        """)

    /// Real words that are one letter from a word of the rules and must not be taken for it: found by comparing the
    /// words of the rules with the vocabulary of the embedding model.
    static let lookalikes = words(
        """
        abused accent accountd acress activateed adapted adapter adaptor admits advent advise adviser advises
        advisor affaird affectd affectsd affectsed agentd agreeed agreesd aground aiding albumd allowd allowsd
        allowsed alloyed altitude amplified andreid andress answerd answersd answersed appeal appointmentd
        appreciateed approveed approxed archie argents arjund arriveed arrivesd assamed assignsing attachd
        attacheed attemptd auction bakerd bakerly bakers batter batterd batterly battle beached bearding became
        begind beiging belled belling bender benind bibled bibling billied billiing billsd billyd billyed billying
        bitter blacked blakes bleach bleaking blended blissing blockd blocksd blocksed bloodd bloodly bloods
        boardsing boeing boising booker bookerd bookingd booksd booksed booksing boomed booming boomings booned
        booning borned borning bounceed bounded bourned bourning bowing bowler bowling boxing boyling braces
        brasil braves breachd breading breadthing breathsing brickd bricksd bricksed brinked brisked brocked
        broked broker broking brooked brooking brother brought browsed budged budges buicked buildsing builting
        burend burened burening buried burked burking burnsd burntd burton burying butter byrned byrning cabled
        cabling cained calder called caller callerd callied calliing callsd calmed calming campos campss canceld
        cancer canined canned cannesd cannon canoed canoned canton carbon carlton carson carter carton cartoon
        carver casting caution ceased chaired chance chancel changd change changed changeed changer changesd
        changing chanted chanting chaosed charge chargeed charger chargesd charles charming charmsing charred
        charted charter charting chaseed chasesd cheaped cheated cheating cheeks cheerd chenged chenging chianged
        chianging chicked chicking chicks chiefsly chinged chinging chokeed chonged chonging chosed chosing
        chunged chunging citizend claimd claimsing clairing clairs clared claring clarity clashed cleand cleaned
        cleaner cleanerd cleanly cleard cleared clearer clearerd clearsd clearsed clearsing clearsly clickd
        clicksd clicksed clicksing clientd climbsing clints clocked clocking clocks cloned cloneed clonesd closed
        closeed closer closerd closesd closet closetd clover clowned coarse coasting coating coding coined
        collapseed collapsesd collar coloned cometing commentd commissioned commitsed committee committeed commond
        commuter competely complaind complaintd complement completedly completeed completesd completesly complexed
        compliant complimentd computed computes computing comting conaned concept concern concert conded conform
        connectd connectsd connectsed connectsing conned conner connerd connied considerd considersd considersed
        consumed consumes contact contactd contactsd contactsed containd content context contract contrast
        controld controlsing convection convent convert cooked cookes cooking copiesd coping coroner corruptd
        costaing costsing coulter councillor councilor countess countiess countly countsing county courting covert
        crackd cracks crashd crashesd crated crating creaked creamed creaming createed createsd creditd creditsd
        creditsed cremated crepted crepting crested cresting creted creting crushed cryptd crypts currentsly
        customd customerd dagger damageed damagesd dancer daring debated debuted decade decades decading decker
        declan declareed declaresd declineed declinesd decreased defect defend delightd deliverd deliverly
        deliversd deliversed deliveryd demond deniesd denimd denimed denisd densed dental dented depleted derives
        describeed describesd designd designed designer designerd designsd designsed detaild detective developerd
        devlin dipping disappeard disappearsd disappearsed discard dispatchd displayd distract divers docked
        doctord documentd documentsd documentsed dollard doubleed doublesd doublet doubted downloadsd downloadsed
        dozend draftd draftsd draftsed draind drainsd drainsed drainsing draking drawingd drawned drawning
        drawsing drifted dripping driven driver driverd drives dropping dropsed dropsing droves duaning easier
        easter eatend eatered edicted edithd edithed eightd eighth eightly eights eighty eldersly electron elited
        elmerly emaild emailsd emailsed emergence emiled empire empired empires employed employeds employeed
        employer engineed enterd entersd entersed eraseed erection errord errorsd errorsed esther eventing excerpt
        exited expansive expect expectd expectsd expectsed expectsing expert expiry export exportd exportsd
        exportsed exposeed extensive extent extentd extremesly fabled fabling factod factoly factord factorly
        factos faculty failing failsd failsed failsing faintd falling farther fatter faultd faultly faults feather
        fellow filing filling filming filter finder finnish firing fitted fitter fixing flares flicked flinted
        folded folder folderd foldsd foldsed followd follower followerd followsd followsed followsing footed
        forged forges formal format formatsed foster foundd founded founder founderd frailed frailing frames
        freezed friedly friendsly fright fringe frozed frozes funded gabled gambled garage garbage generad generas
        genies gentlemen glasss graceful grasses groupd groupsd groupsed guesss guestd hacked hacker hackerd
        hamass handel handing happend happensd happensed happensing hardyly hasting hating havring hawked hawker
        headed header heading headsed healer healing heardly hearing hearting heater heather heathing heating
        heatsing heaved heaving helpsd helpsed heresy herring homming honesty honestyly hooting horribly horsting
        hostsing huanging identify ignoreed ignoresd implementd implementsd implementsed impressd incredible
        informd informsd informsed injuryd injuryed insistd installd instructiond insured integral inteld intendsd
        intendsed intensed intent intentd interd interestd interestsd interestsed internd inters inuiting
        invention inverted journalism kindaly kindsly labeld labelsd labelsed lacksing lancing landsing langing
        lansing larged larges lasted latter lauding laughd laughsd laughsed leading leaksd leaksed leaned leaning
        leaped leaping leased leases leasing ledged ledging legerd legged lender lending lester letterd leyting
        libeled licked licking lifted lightd liking limitd limitsd limitsed linger lining linksd linksed listed
        listen listend lister listerd listsd listsed liszted litter lively living loader localed locateed locked
        lockeed locker lockerd locksd locksed lodged lodgeed lodgesd lodging logans logged logger logging logics
        lonely longed longing looked looksd looksed loomed loosed loosing looted losing loughed lovedly loverly
        lovesly loving loyally mainely maining mainzly maizing managed manages mandal mandally manuel manuelly
        maoried mapling marching marekd mareked marged maried marinly marked marker markerd market marketd
        marketsing markod markoed marksd marksed marned marning marred marriesd masked massage massaged massages
        master maternal maters mating matteo matterd meading meansing meanting mediation meditation meganing
        melting memberd mentiond mentionsd mentionsed mergeed mergely merger mergerd messageed messagesd messed
        messing metrely migrant milning mirrord mirrorsd mirrorsed missesd missyd missyed missying mitching mixing
        moaning modulo montely montes monthd monthsly montyly montys moraning morsing mourning mouthly mouths
        moviing mowing mutter needsd needyd needyed neighbourhood nichely niecely normad norman normas norses
        northing notching nothind nothins noticeed noticesd notificationd noting notring novice noviced numberd
        nursely occurd offerd offersd offersed oldered oldering olders opened opener openerd opensd opensed
        opensing opined orderd ordersd ordersed ordersing otherd otters outage outrage overhead overlapd overlay
        oversight pacing packed packer packet packing paging painted painter paints palaces panted parentd
        parksing parted parting passed passengerd passer passesd pastad pastaed pasted pasteed patent patientd
        patrol patted paused paving paymentd payning peaces pearson pellet personad personas phases phoneed
        phonesd photod photon picket pissed plained plaining planeed planeing planes planked planking planner
        plannerd planted planter planting plates platformd played playeds playerd playing pleaded pleasd pleaseed
        plunged plushed pocket pointd pointer points police policy polite polled portal ported possed possibly
        postal posted poster posterd postsd postsed poundsing practise prayer praying precious prefect prefectly
        prepareed preparesd presencing presentsing preset prevent priceed pricess pricking priding primate priming
        princed princing printd printed printer printerd prints printsd prison prizing probeed problemd
        proceedingd produce programd projectd projection proned proneed prones properly proseed protect protector
        protos proveed provess provided provideds providerd provides prowess publishd publisher publisherd
        publishesd pullsd pullsed pulsed pupild purgely pursely pushesd puzzleed puzzlesd qualify quited quotad
        quotaed quoteed quotesd raging raided raidsed railsed rained rainsed raiseed raisesd random ransom rating
        reachd reacher reacherd reachesd reactd reader readsing readying realmly reaper rebook received receiveed
        receiver receiverd receivesd recharge recordingd recordsing recoverd recoverly recoveryd rector rectord
        redding refuge regain regald regally regand regardsing regent registerd registersd registersed regular
        reiched reilly rejectd rejectsd rejectsed relics relieds relief relies remading remain remainder reminded
        remindeds reminderd remote remove removeed removesd renally render renter repaird repairsd repairsed
        repeal repeatd repeatsd repeatsed replaceed replacesd replayed replaying replieds replies repliesd reportd
        reported reporter reporterd reportsd reportsed requestd requireed requiresd resetd residentd resind
        resolveed resort restartd restoreed restrainting resultd retain retorted returnd reward rhined ridging
        riding rightd ringoing risend risking roached roaring robber robberd robberly roller rollerd rollsd
        rollsed rosend roster roundsd roundsed routed routes rubbed rubined ruinsd ruinsed sacred safely salman
        saloon sample savingd scaled scammer scanned scanner scannerd scansed scarced scared scareed scaresd
        scarfd scarfed scarsd scarsed scaryd scaryed scheduleed schedulesd scheme scooted scored scores scotch
        scouted scream scriptsing searing seating seatings seeding seeking seeming selling sending senior sensing
        seould served serves setond setting settingd settling settlings sevenly seventh seventy sewing shacked
        shacking shaded shading shafted shaking shakying shaled shaling shallow shamed shaming shaned shaning
        shaped shaping shared shareed sharesd sharing sharkd sharked sharking sharks sharpd sharped sharping
        sharps shaved shaves shaving sheared shearing sheens sheeps sheers sheetd shelling shells shiftd shifter
        shifterd shiftsd shiftsed shipping shipsing shired shiring shirted shiver shockd shocksd shocksed
        shocksing shoned shoning shooked shooking shooted shooter shopping shopsing shored shores shoring shorted
        shoutd shoutsd shoutsed shoved shoving shower showerd shownd showned showning showsd showsed showsing
        sieged sighed sighing sightly signed signsd signsed signsing simple simply sinced singed singer singerd
        singhd singhed singsd singsed sipped sipping sitting skilled skipper skipperd skipping slammed slapped
        slashed slided slides slinged slipped slipping slowed slowing smalled smalling smalls smarted smarts
        smashd smelld smelling smellsing smokying snaking snapped snapsed snatchd snored snores snorted snouted
        soaking soared soaring solveed somethind somethins sortsd sortsed spanned spanner spared sparing speaked
        speeding spelling spellsing spencing spending spider spilld spitting spoking spores sported spring
        sprinter spying stacyed staded stading stadion staffing stains staird staked staking staled staling
        stancing standsing stared stareed stares staring starked starks starred starrs starsed starss startd
        starter starterd startled startsd startsed starved stated states stating statss statue statues staysd
        stellad stellas stepped stiffing stilled stinged stitch stocked stocking stoked stokes stoking stoled
        stomped stoned stones stopsed storeed storesd storess storey storeyd stories stormd stormed storms storyd
        storyed storys stouted stoved stoves strandsd strandsed strayed streak stroll strong stronger strung
        stuarted stuarts studentd subscriptiond summit superd supers supervisord supervisorly supplied supplies
        supportd supporter supporterd supportsd supportsed supposeed supposely surgely suriname suspensed
        suspicions swallowd swallowsd swallowsed swamped swapped swayed swaying sweets swelling swells swifted
        swinged switchd switchesd swored swores tables tablet tabletd taking talking talksing taluking tapped
        tapping teacherd teachess tenantd tended terminal terminald terminat terribly terrificd thankd theatre
        theses thirsty thorough though thoughd thread threat threatensing throat through ticked tickeds ticketd
        tipped tipping toasted toppled totald totalsly toying traceing tracing tracksing tracting tracying
        transactiond transferd transfersed translateed translatesd translit transmit trapsed treading triading
        trialsing tricking tricks tripped trolleyd trough truces truckd trunks tuning turined turing turining
        turner turnerd turnsd turnsed turnsing unable unblock uncless unloaded unlock unlockd unpair usable vacant
        vanishd violet visitd visitord waisted waisting waited waiter waiterd waiting waitsd waitsed waitsing
        waived waiving waking walksing walled waller walshed walshing walter wander wanted wantsd wantsed warmed
        warming warner warnerd warnsd warnsed warnsing warped warrantd warrantly warrants warring washed washer
        wasted wasteed wayned wayning weakend wedging weighd weighs welding wherever whited whiting widows windowd
        wiping wished wishing withdraw withdrawd withdrew wondersing wording worker workerd worksd worksed
        worksing worsed worsing wright wristing writed writer writhing writing wroting yearsly yoghurt yogurt
        """)

    private static func words(_ text: String) -> [[UInt8]] {
        text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }
}
