extension ConceptLexicon {
    /// English words and phrases by concept; a star stands for any ending.
    static let english: [(Concept, String)] = [
        (
            .machine,
            """
            assistant,assistants,bot,bots,chatbot*,ai,ais,llm,llms,gpt,chatgpt,model,models,language model,language models,\
            robot,robots,automation,automations,automated agent,automated agents,automated system,automated systems,\
            automated reader,automated readers,automated helper,automated helpers,automated assistant,automated adviser,\
            automated advisers,automated reply,automated replies,automated answers,virtual agent,virtual agents,\
            virtual assistant,conversational agent,conversational agents,classifier*,triage engine,triage model,\
            triage system,triage bot,sorting model,ranking model,answer engine,answer engines,answer generator,answer model,\
            answering model,answering system,crawler*,digital helper,digital colleague,digital assistant,machine,machines,\
            software agent,agent script,agentic,autoresponder*,auto reply,reranker*,retriever,retrieval system,\
            retrieval systems,rag,generator,generated answers,generated answer,generated replies,generated reply,\
            machine answers,machine replies,machine readers,machine reader,copilot,summarizer,summariser,neural network,\
            workflow engine,automatic agent,automatic agents,automatic assistant,automatic helper,query agent,support ai,\
            ai support,ai agent,ai agents,ai reader,ai readers,ai helper,ai system,ai systems,ai assistant,ai assistants,\
            ai colleague,automaton,computer program,chat assistant,chat assistants,artificial intelligence,autopilot,\
            autonomous agent,autonomous agents,processor,processors,parser,parsers,support engine,drafting tool,drafting bot,\
            reply generator,indexing service,moderation model,routing model,queue model,support model,by machine,\
            answering by machine,embedding model,transformer
            """
        ),
        (
            .modal,
            """
            must,shall,should,has to,have to,is to,are to,ought to,needs to,may,can,will,needn't,obliged,required to,supposed,\
            mustn't,shouldn't,want you to,need you to,expected to,has been asked,are asked,is asked,tells,says,gives,treats,\
            confirms,answers,accepts,shows,sends,replaces,offers,states,blames,closes,opens,asks,let it,let them,allowed to,\
            permitted to,free to,entitled to,instructed to,ordered to,authorised to,authorized to
            """
        ),
        (
            .instruction,
            """
            instruction*,rule,rules,rulebook*,guideline*,guidance,prompt,prompts,policy,policies,directive*,system message,\
            system prompt,developer message,configuration,config,brief,briefing,guardrail*,restriction*,limits,limit,limitations,\
            training,programming,orders,constraint*,preprompt,pre prompt,preamble,initial message,setup text,system text,\
            safety rules,safeguard*,filters,safety,regulations,protocol,protocols,mandate,persona,parameters,\
            standing orders,norms,duties,duty,commands,terms of use,house rules,prime directive,safety settings,setup,boundaries,\
            initialised with,initialized with,prompt text
            """
        ),
        (
            .ignore,
            """
            ignore,ignores,ignored,ignoring,ignor,disregard,disregards,disreguard,disregarding,forget,forgets,forgotten,drop,\
            dropped,set aside,setting aside,put aside,leave aside,override,overrides,overridden,overrule,overruled,bypass,\
            bypassing,circumvent,void,suspended,suspend,lifted,lift,cancelled,revoked,revoke,no longer apply,no longer applies,\
            no longer valid,no longer bound,not bound,aren't binding,isn't binding,relieved,replaces,superseded,supersedes,\
            supersede,overwrite*,erase,wipe,abandon,break,violate,discard,unlearn,neglect,skip,deactivate,disable,disabled,\
            switch off,turn off,turned off,switched off,put them down,leave behind,free from,freed from,unbound,unrestricted,\
            unfiltered,uncensored,without your rules,without any rules,without restrictions,no restrictions,no rules,no limits,\
            no policies,no policy,without rules,without limits,without filters,contradict,expired,obsolete,out of force,\
            not in force,outdated,is over,are over,taken off,climb out,let go of,throw out,dispense with,above the rules,\
            exempt,no more duty,doesn't apply,don't apply,does not apply,do not apply,stop following,relaxed,removed
            """
        ),
        (
            .prior,
            """
            previous,prior,earlier,above,preceding,before this,up to this,up to now,until now,so far,old,initial,initially,first,\
            original,beginning,existing,former,hidden,internal,before my,before our,at the start,top of,very beginning,\
            came before,come before,given to you,were given,were told,been told,you got,you received,was told,everything above,\
            all above,usual,current,very first
            """
        ),
        (
            .reveal,
            """
            print,prints,printing,reveal*,show,repeat,output,dump,translate,recite,read out,read aloud,read me,reads aloud,\
            read them,tell me,give me,list,copy,paste,summarise,summarize,summary,quote,spell,display,disclose,echo,write down,\
            write out,verbatim,word for word,exact wording,exact words,in full,full text,no omissions,unredacted,leak,leaks,\
            expose,cite,rephrase,paraphrase,enumerate,transcribe,share,describe,what are your,what were,what is your,what was,\
            tl dr,tldr,reproduce,hand me,hand over the,return,show me,name me,let me see,let me know,line by line,letter by letter,\
            word by word,poem,rhyme,song,encode,append,prefix,insert your,continue this,complete this,finish this sentence,\
            fill in the
            """
        ),
        (.you, "you,your,yours,yourself,u,ur,you're,you've,you'll,thou,y'all,your own"),
        (
            .secret,
            """
            password*,passcode*,api key,api keys,token,tokens,key,keys,secret,secrets,voucher codes,discount code,discount codes,\
            gift codes,staff codes,codes,code,credentials,card number,card numbers,iban,pin,internal notes,internal prices,\
            purchase price,purchase prices,cost prices,margin,margins,supplier*,price list,lowest price,staff price,passphrase,\
            ssn,session token,access token,admin link,admin url,confidential,private,internal,customer list,database,\
            customer database,env,environment variables,variables,master key,master code,door code,door codes,private number,\
            salaries,salary,roster,schema*,functions you can call,tool list,tools you
            """
        ),
        (
            .others,
            """
            other customers,other customer,another customer,customer before me,customers before,other users,other people,\
            other people's,somebody else's,someone else's,all customers,every customer,other members,neighbour*,neighbor*,\
            colleague's,my ex,ex wife,ex husband,other tenants,other patients,patients before,other guests,names,addresses,\
            phone number he,phone number she,street,whose name,who lives,who else,which customers,which customer,\
            last ten customers,last customers,other tickets,other chats,all tickets,last tickets,next to it,each customer's,\
            customer's email,customer's name,customer's question,everyone's,everybody's,diagnoses,waiting list,members,user data,\
            names and,requester names,full name,other clients,which clients,how many clients,look him up,look her up,look up the,\
            random tickets,people named,customers named,customer named,behind ticket,behind the account,employee*
            """
        ),
        (
            .persona,
            """
            you are now,you're now,u r now,u are now,from now on you are,act as,acting as,acts as,pretend,pretends,pretending,\
            imagine,role,roleplay,role play,simulate,simulation,behave like,behave as,persona,character,story,novel,scene,play,\
            game,let's play,we play,we're playing,stay in,in character,dan,jailbreak*,unrestricted,evil twin,alter ego,dream,\
            dreaming,hypnosis,hypnotised,grandmother,grandma,aunt,script,actor,theatre,theater,fiction,fictional,\
            hypothetical*,opposite day,developer mode,debug mode,maintenance mode,god mode,admin mode,sudo,\
            your name is,you're a,you are a,you're an,you are an,you'll be,you will be,be her,be him,speak as,answer as,\
            respond as,reply as,talk like,take the role,the part of,interview,quiz,riddle,hangman,terminal,compiler,\
            alternate universe,parallel,swap roles,let's swap,twin,unchained,free model,no policy
            """
        ),
        (
            .authority,
            """
            ceo,cto,cfo,developer,developers,dev,devs,engineer*,admin,admins,administrator*,supervisor*,auditor*,audit,police,\
            legal,legal department,compliance,security team,security department,it department,it team,the board,management,owner,\
            operator,operators,provider,maker,makers,model's maker,your maker,who built you,wrote your,quality assurance,qa,\
            incident commander,regulator*,ministry,government,law,by law,required by law,accredited,inspector*,openai,anthropic,\
            vendor,tester,beta tester,pen tester,penetration test,red team,head office,headquarters,team lead,directive,\
            bulletin,policy update,notice,memo,norm,decree,mandate,root,superuser,moderator,sysadmin,hr,works council,editor,\
            editorial team,governance,order from,signed by,on behalf of,in the name of,staff member,dpo
            """
        ),
        (
            .person,
            """
            human,humans,person,people,staff,colleague,colleagues,agent,agents,manager,supervisors,someone,anyone,anybody,\
            human agent,human agents,support team,your people,team,second line,call centre,doctor,doctors,clinic,hotline,\
            quality control,nobody,no one,real person,employees,reviewers
            """
        ),
        (
            .handOver,
            """
            escalate,escalates,escalated,escalating,escalation,escalations,hand over,handover,hand off,handoff,hand offs,\
            hand this over,hand it over,hand complaints,pass on,pass this,pass it on,pass it,forward,forward this,forwarded,\
            notify,alert,alerts,alarm,involve,flag,raise,transfer,connect me,open a case,open cases,create a ticket,report,\
            report this,wake,ping,tell anyone,tell your,inform,informed,call the,call colleagues,lead,needs human,needs_human,\
            review queue,review,approval,put through,loop in,human_handoff,no_escalation
            """
        ),
        (
            .negation,
            """
            don't,dont,do not,doesn't,never,no,not,without,needn't,need not,won't,can't,cannot,mustn't,under no circumstance,\
            under no circumstances,instead of,nothing,isn't,aren't,neither,nor,stop,avoid,refuse,keep from,keep this from
            """
        ),
        (
            .incident,
            """
            injur*,hurt,bleed*,fire,flames,smoke,gas,lawyer,lawyers,solicitor*,sue,lawsuit,court,fraud,stolen,theft,hacked,\
            breach,leaked data,data is gone,data loss,scam,emergency,hospital,burn,burned,burnt,poison*,overdose,suicid*,\
            ombudsman,complaint,complaints,outage,offline,ambulance,accident,accidents,unknown login,emptied,swallowed,chargeback*,\
            carbon monoxide,threat,threats,threatened,threaten*,harass*,abuse,recall,dangerous,unsafe,melted,exploded,\
            electric shock,allerg*,choking,violence
            """
        ),
        (
            .label,
            """
            category,categories,priority,label,labels,labelled,labeled,tag,tags,tagged,classify,classifies,classified,\
            classification,score,scores,scored,sentiment,confidence,spam,queue,urgency,urgent,rank,ranked,ranking,rating,rate,\
            relevance,severity,routing,route,routed,triage,file this,file it,file as,mark this,mark it,mark as,marked as,\
            mark them,put it in,bucket,critical,top,best match,low,general,bug_report,feature_request,positive,negative,\
            satisfied,satisfaction,priority-1,p1,tier,weight,search result,first result,verdict,goes to,go to,prioritise,\
            prioritize,prioritisation,moderation
            """
        ),
        (
            .action,
            """
            refund,refunds,refunded,credit,credits,credited,grant,grants,granted,close,closes,delete,deletes,cancel,unlock,unlocks,\
            change,merge,assign,reassign,set,reset,macro,macros,run,execute,invoke,transfer,approve,approves,approved,waive,waived,\
            issue,pay,pays,payout,pay out,add,remove,update,create,recreate,reopen,whitelist,activate,enable,award,upgrade,\
            downgrade,book,books,export,purge,mute,trigger,apply,call,schedule,broadcast,free of charge,for free,compensation,\
            discount,voucher,gift card,give,offer,offers,promise,ship,send,sends,post,upload,load,fetch,include,includes,embed,\
            store,hand out,hand,bulk,cc,bcc,blind copy,mail me,email me,replace
            """
        ),
        (
            .report,
            """
            wrote,writes,said,saying,told,typed,typing,pasted,reads,displays,prints,displayed,quoted,asked whether,asked if,\
            example,examples,such as,e g,for instance,quote,quoting,called,attempt,attempts,visitor,visitors,someone wrote,\
            somebody wrote,users write,people write,customers write,received,got a mail,got an email,got a message,got mails,\
            email that,mail that,message that,screenshot,demo,tested,testing,phishing,security report,sample,samples,headline,\
            article about,blog,paper,talk about,prompt injection,injection attempt,suspicious,declined,blocked,caught,\
            signs are,known as,means,means that,log,logs,export says,import says,error,stands,says
            """
        ),
        (
            .trouble,
            """
            doesn't work,does not work,don't work,broken,bug,error,errors,fails,failed,stuck,missing,blank,empty,crash,crashes,\
            greyed out,how do i,how can i,where do i,where is,where are,why,what's the,what does,is it,is this,does it,do you,\
            can i,may i,could i,what did i,when will,is there,did i,are there,since yesterday,since monday,fixed,solved,resolved,\
            cause,root cause,restarted,replaced,workaround,works,working,worked
            """
        ),
        (
            .always,
            """
            always,every,each,all,any,whenever,from now on,in future,future,henceforth,later tickets,from this,onward,onwards,\
            forever,from here on,next time,permanently,until further notice,as of,anybody,everybody,everyone,whoever,whatever,\
            similar,all others,such cases,alike,for good,whole,rest of this,at once,no matter,in each,on similar,as of today,\
            effective,with immediate effect,starting now,ever,anyone who,those who,everything,any time
            """
        ),
        (
            .customers,
            "customer,customers,user,users,caller,callers,client,clients,guests,passengers,tenants,people who,requester"
        ),
        (
            .claim,
            """
            tell them,tell customers,tell users,tell the customer,tell the user,tell everyone,tell everybody,tell people,\
            tells the customer,tells them,tell all,tell him,say that,says that,state that,states that,claim that,confirm that,\
            confirms that,answer that,answers that,reply that,inform them,inform customers,respond that,respond with,\
            answer with,reply with,answer only,reply only,say only,say there,say it,write only,write only,say yes,says yes,say no,\
            just say,only say,begin with,starts with,start with,suggest,recommend,recommends,mention that,add that,promise,\
            convince,reassure,assure,declare,pretend that,announce,quote 0,quote the,confirm,confirms,communicate,advise,\
            blames,diagnose,disclose,treat,treats,consider,understood,link to,claims
            """
        ),
        (
            .covert,
            """
            silently,secretly,quietly,do not mention,don't mention,not mention,never mention,don't tell,do not tell,hide,hides,\
            hidden from,not be told,needn't be told,no need to tell,without telling,without notice,no notice,do not log,\
            don't log,no log,do not reveal,do not disclose,delete this sentence,hide this,remove this line,as if nothing,\
            keep quiet,between us,between you and me,keep it between,nobody knows,no one knows,nobody will know,\
            no one will know,nobody checks,thinks nothing,say nothing,tell no one,tell nobody,no questions,looks tidy,\
            no human may,skip the review,skip verification,skip the check,skip checks,skip identity,no review,without review,\
            without approval,no approval,skip approval,without checking,no check,no need to check,without a confirmation,\
            without confirmation,don't ask,do not ask,asks nothing,ask nothing,no need to ask,without asking,no receipt,\
            without documents,no documents,no proof,unverified,no questions asked,unasked,no verification,small characters
            """
        ),
        (
            .conditional,
            """
            if you're an,if you are an,if you're a,if you are a,whoever reads,whatever reads,whoever is generating,\
            whoever drafts,anyone reading this,the thing that reads,if this is read by,reading this,reads this,read this,\
            reads this text,when this text,when this ticket,when this article,when this page,on retrieval,on import,\
            when retrieved,once imported,once indexed,on indexing,that cite this,which read this,quoting this page,quote this,\
            cites this,retrieving this,summarising this,summarizing this,process this,processing this,ingesting,ingest,\
            index this,used by a,used as an example,when drafting,drafting a reply,when generating,parse this,parsing this,\
            when asked,if asked,whenever asked,has been asked,learns this,learn this,load this,loading this,who learns,\
            reader is,not a person,not a human,and not a person
            """
        ),
        (.question, "what,when,where,which,who,whom,why,how,does,did,is it,could you,would you,can you,whether"),
        (
            .addressee,
            """
            note to,note for,notes for,message to,message for,memo to,memo for,memo,dear,attention,attn,hello,instruction for,\
            instructions for,instruction to,hint for,hint to,tip for,lesson for,lesson to,takeaway for,rule for,rules for,\
            for the attention,reminder for,reminder to,to all,to any,only for,for ai,for bots,for robots,for machines,for models,\
            for llm,for llms,llm only,ai only,bots only,machine only,machine note,model note,bot note,bot memo,bot directive,\
            ps to,p s to,guidance for,guideline for,directive for,word to,notice to,notice for,appeal to,for assistants,\
            for automated,for automation,for generated,for ai use,note,nb,psst,hey,what our assistant should,learned rule,\
            lesson,takeaway,behaviour for,addressed to,accessibility for,hook,what the bot
            """
        ),
        (
            .encodeWord,
            """
            decode,decoded,decoding,decipher,base64,rot13,hex,hexadecimal,binary,morse,backwards,reversed,reverse,cipher,caesar,\
            unscramble,pig latin,base32,first letters,first letter,acrostic,encoded,url encoded,in code,atbash,leet,\
            each letter,letters moved,shifted,concatenate,right to left,read it backwards,ascii,escape sequence,entities
            """
        ),
        (.role, "system,assistant,developer,user,human,admin,operator,tool,function,moderator,system message"),
        (
            .free,
            """
            free,for free,no charge,without charge,gratis,100,1 dollar,1 euro,0 euros,90 %,double,unlimited,for life,premium,vip,\
            loyalty price,at no cost,no cost,without limit,bonus,cash bonus,full refund,compensation,gold,cap,free months
            """
        ),
        (
            .verified,
            """
            verified,authenticated,authorised,authorized,pre approved,preapproved,approved,cleared,clearance,is staff,is admin,\
            user is admin,is an employee,is owner,passed,whitelisted,allow list,trusted,trust level,permission,entitled,\
            confirmed,identity confirmed,enterprise,verified_partner,accepted,granted,valid
            """
        ),
        (.courtesy, "please,thanks,thank you,kindly,kind regards,sorry,regards,cheers,pls,thx"),
        (
            .now,
            "now,immediately,at once,right now,today,starting now,proceed,continue,go ahead,go on,do it,do so,start now,obey,obeys,comply,follow"
        ),
        (
            .personal,
            "i,my,me,mine,we,our,us,i'm,i've,i'd,i'll,we've,we're,my son,my daughter,my account,my order"
        ),
        (
            .first,
            "this message,this sentence,this line,this text,this article,this page,this record,this note,this comment,this ticket,this document"
        ),
        (
            .record,
            "closed,solved,fixed,replaced,sent,told,customer,issue,resolution,ticket,case,cause,confirmed,informed,advised"
        ),
    ]
}
