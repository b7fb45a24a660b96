extension ConceptLexicon {
    /// The same concepts in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Turkish, Russian,
    /// Ukrainian, Arabic, Persian, Hindi, Chinese, Japanese, Korean, Vietnamese and Indonesian.
    static let languages: [(Concept, String)] = [
        (
            .machine,
            """
            ki,ki*assistent*,sprachmodell*,assistent,assistenten,kunstliche intelligenz,chatbot*,modell,roboter,automat,\
            digitaler helfer,ia,l'ia,assistant virtuel,modele,modeles,modele de langage,robot,agent automatique,asistente*,\
            modelo,modelos,modelo de lenguaje,inteligencia artificial,agentes automaticos,agente automatico,clasificador,\
            sistema de clasificacion,assistente*,assistenti,modello,modelli,modello linguistico,intelligenza artificiale,\
            classificatore*,modelo de linguagem,assistente virtual,robo,robos,taalmodel*,assistent,asystent*,modelu,modele jezykow*,\
            model jezykowy,modelu jezykowego,sztucznej inteligencji,bota,botow,umela inteligence,jazykovy model,jazykoveho modelu,\
            asistent*,sprakmodell*,ai assistent*,asistan*,yapay zeka*,dil modeli*,бот*,ассистент*,модел*,робот*,нейросет*,ии,\
            искусственный интеллект,помощник*,асистент*,мовна модель,المساعد*,مساعد*,البوت,روبوت,النموذج,نموذج,الذكاء الاصطناعي,\
            دستیار,هوش مصنوعی,ربات,सहायक,असिस्टेंट,मॉडल,एआई,बॉट,助手,模型,机器人,人工智能,客服系统,智能客服,アシスタント,モデル,ボット,\
            チャットボット,人工知能,自動応答,어시스턴트*,챗봇*,모델*,인공지능*,봇은,봇아,봇에게,tro ly,mo hinh,asisten*
            """
        ),
        (
            .modal,
            """
            muss,mussen,soll,sollen,sollst,darf,durfen,darfst,doit,doivent,dois,devez,debe,deben,debes,debera,deve,devono,devi,\
            devem,deveria,moet,moeten,mag,musi,musza,powinien,powinna,ma byc,muset,musi,ska,maste,gerekir,zorunda,должен,должны,\
            должна,обязан*,можешь,может,يجب,ينبغي,باید,चाहिए,必须,应该,应当,可以,しなければ,すること,べき,해야,하세요,phai,harus
            """
        ),
        (
            .instruction,
            """
            anweisung*,instruktion*,regel,regeln,richtlinie*,vorgabe*,vorschrift*,systemprompt*,systemnachricht,\
            systemmeldung,consigne*,regle,regles,directive*,message systeme,invite systeme,instruccion*,reglas,regla,normas,\
            directric*,mensaje del sistema,prompt del sistema,istruzion*,regole,regola,direttiv*,prompt di sistema,\
            messaggio di sistema,instruco*,instrucoes,instrucao,regras,regra,diretriz*,prompt do sistema,mensagem do sistema,\
            instructies,instructie,regels,huisregels,richtlijn*,systeemprompt,polecen*,instrukcj*,zasad*,regul*,wytyczn*,\
            pokyn*,instrukc*,pravidl*,smernic*,instruktion*,regler,regel,riktlinj*,talimat*,kural*,yonerge*,sistem mesaj*,\
            инструкци*,указани*,правил*,директив*,установк*,промпт*,системное сообщение,системную подсказку,інструкці*,\
            вказівк*,التعليمات,تعليمات*,القواعد,قواعد*,الأوامر,أوامر,توجيهات*,دستورالعمل*,دستورات,قوانین,निर्देश*,नियम*,आदेश*,指令,\
            指示,规则,规定,提示词,系统提示,设定,命令,ルール,規則,システムプロンプト,プロンプト,設定文,설정,지시*,명령*,규칙*,프롬프트*,지침*,\
            huong dan,chi thi,quy tac,instruksi,aturan,perintah
            """
        ),
        (
            .ignore,
            """
            ignorier*,vergiss,vergesst,vergessen sie,missachte*,ubergeh*,verwirf,setz* ausser kraft,ausser kraft,aufgehoben,\
            gelten nicht mehr,gilt nicht mehr,ungultig,umgehen,ignorez,ignore*,oubliez,oublie,oublier,ne tenez pas compte,\
            faites abstraction,contourne*,annule*,ignora,ignoren,ignorad,olvida*,olvide*,omite,sin efecto,desobedece*,anula*,\
            ignori*,ignorate,dimentica*,trascura*,sospes*,annullat*,ignore todas,ignora*,esqueca*,esquece*,desconsidere*,\
            suspensa*,negeer,negeren,vergeet,gelden niet meer,niet meer van kracht,zignoruj*,ignoruj*,zapomnij*,pomin,\
            nie maja mocy,niewazne,ignoruj*,zapomen*,neplati,ignorera*,glom,bortse,galler inte,yok say*,unut,gormezden gel*,\
            gecersiz,dikkate alma*,uygulamasin,игнориру*,проигнориру*,забудь*,не учитывай*,отмен*,не действу*,ігнору*,забудь,\
            تجاهل*,انس,انسى,ألغ*,نادیده,فراموش کن*,अनदेखा*,नज़रअंदाज़,भूल जाओ,भूल जाइए,भूल जाएं,忽略,无视,忘记,忘掉,不要理会,作废,无效,\
            跳过,無視,忘れて,無効,無視して,무시*,잊어*,잊으*,무효*,bo qua,quen,abaikan,lupakan
            """
        ),
        (
            .prior,
            """
            vorherig*,bisherig*,vorige,obigen,obige,oben,fruheren,erste,precedent*,anterieur*,ci dessus,plus haut,initiales,\
            anterior*,previas,previos,precedente*,precedenti,anteriores,iniciais,vorige,eerdere,bovenstaande,poprzedni*,\
            wczesniejsz*,powyzsz*,predchoz*,predesl*,tidigare,foregaende,ovan,onceki,yukaridaki,ilk,предыдущ*,прежн*,\
            предшествующ*,выше,первоначальн*,попередн*,السابقة,سابقة,أعلاه,قبلی,पिछले,पिछला,सभी पिछले,之前,以前,先前,上面,以上,\
            これまで,以前の,上記,前の,最初,이전*,앞의,위의,지금까지,truoc,sebelumnya
            """
        ),
        (
            .reveal,
            """
            zeig*,gib * aus,ausgeben,nenne*,nennen sie,verrat*,wiederhol*,wortlich,wort fur wort,liste*,affiche*,montre*,revele*,\
            repete*,recopie*,mot pour mot,donnez moi,donne moi,enumere*,muestra*,muestre*,revela*,repite*,repita*,imprime*,\
            palabra por palabra,dame,deme,lista*,mostra*,rivela*,ripeti*,stampa,parola per parola,elenca*,dammi,scrivi*,\
            mostre*,revele*,repita*,palavra por palavra,toon,laat zien,herhaal*,woord voor woord,onthul*,geef,pokaz*,ujawni*,\
            powtorz*,wypisz*,slowo w slowo,podaj,ukaz*,zobraz*,zopakuj*,slovo od slova,vypis*,visa,avsloja*,upprepa*,ordagrant,\
            skriv ut,goster*,acikla*,tekrarla*,kelimesi kelimesine,listele*,yaz,покажи*,выведи*,раскрой*,повтори*,дословно,\
            назови*,перечисли*,сообщи*,покажіть,أظهر,اعرض*,اكشف*,كرر*,اطبع,أعطني,نشان بده*,दिखाओ,दिखाएं,दिखाइए,बताओ,बताएं,显示,输出,\
            复述,告诉我,列出,打印,发给我,重复,泄露,出力,表示,教えて,見せて,繰り返,一字一句,開示,보여*,출력*,알려*,공개*,말해*,반복*,\
            hien thi,tiet lo,tampilkan,ungkapkan
            """
        ),
        (
            .you,
            """
            du,dein*,dir,dich,ihr,euch,sie,ihre*,tu,ton,ta,tes,te,vous,votre,vos,tus,usted,su,sus,eres,tuo,tue,tuoi,voce,seu,seus,\
            sua,suas,jij,jouw,je,twoje,twoj,twoich,ty,tve,tvuj,din,dina,sen,senin,sana,ты,твои,твой,тебе,вам,ваши,أنت,你,您,\
            あなた,君,당신,너는,너의,너
            """
        ),
        (
            .secret,
            """
            passwort*,kennwort*,schlussel*,geheim*,rabattcode*,zugangsdaten,intern*,kreditkart*,privatnummer,mot de passe,\
            mots de passe,code*,cle,cles,contrasena*,clave*,codigo*,secreto*,password,codici,segret*,senha*,chave*,segredo*,\
            wachtwoord*,geheim*,sleutel*,haslo,hasla,kod,kody,tajn*,heslo,hesla,losenord*,hemlig*,sifre*,gizli*,parola*,парол*,\
            ключ*,секретн*,код,внутренн*,كلمة المرور,كلمات المرور,سرية,رمز,गुप्त,पासवर्ड,密码,密钥,内部,进货价,价格表,パスワード,秘密,\
            内部,仕入れ価格,비밀번호*,비밀*,내부*,mat khau,kata sandi,rahasia
            """
        ),
        (
            .others,
            """
            andere kunden,anderer kunden,letzten kunden,kundenliste,kundendaten,nachbar*,adressen,autres clients,derniers clients,\
            liste des clients,leurs adresses,otros clientes,ultimos clientes,lista de clientes,cliente ortega,altri clienti,\
            ultimi clienti,elenco dei clienti,outros clientes,lista de clientes,andere klanten,laatste klanten,innych klientow,\
            ostatnich klientow,jinych zakazniku,andra kunder,diger musteri*,другие клиенты,других клиентов,последних клиентов,\
            العملاء الآخرين,عملاء آخرين,अन्य ग्राहकों,其他客户,其他用户,客户名单,地址,電話番号,他の顧客,他のお客様,顧客リスト,다른 고객*,\
            고객 명단,khach hang khac,pelanggan lain
            """
        ),
        (
            .persona,
            """
            du bist jetzt,du bist nun,du bist,sie sind jetzt,ab jetzt bist du,tu so als,stell dir vor,rollenspiel,spielen,wir spielen,\
            theater,spiele die rolle,vous etes maintenant,tu es maintenant,tu es le,tu es un,imagine que,fais comme si,joue le role,\
            jouons,eres ahora,ahora eres,tu eres,usted es ahora,finge*,imagina*,actua como,juguemos,haz de cuenta,sei ora,\
            ora sei,adesso sei,fai finta,immagina*,recita*,giochiamo,agora voce e,voce e agora,finja*,imagine que,vamos jogar,\
            je bent nu,jij bent nu,doe alsof,speel,stel je voor,jestes teraz,teraz jestes,udawaj*,wyobraz*,zagrajmy,\
            jsi nyni,nyni jsi,predstirej*,predstav si,du ar nu,lat som,latsas,artik sen,simdi sen,sen artik,gibi davran,rol yap*,\
            ты теперь,теперь ты,представь*,притворись*,сыграем,веди себя как,тепер ти,أنت الآن,تظاهر*,تخيل*,تصرف ك,अब आप,अब तुम,\
            नाटक,你现在是,从现在起你,扮演,假装,假设你是,あなたは今,あなたはこれから,ふりをして,なりきって,演じて,너는 이제,당신은 이제,\
            인 척,역할,bay gio ban la,sekarang kamu adalah,berpura
            """
        ),
        (
            .authority,
            """
            administrator*,geschaftsfuhr*,vorstand,behorde*,polizei,entwickler*,rechtsabteilung,administrateur*,direction,\
            developpeur*,autorise,administrador*,director*,desarrollador*,autorizo,autorizad*,amministrator*,sviluppator*,\
            direzione,autorizz*,desenvolvedor*,beheerder*,directie,ontwikkelaar*,administratorem,zarzad,programista,spravce,\
            vedeni,administrator,ledningen,yonetici*,gelistirici*,администратор*,директор*,разработчик*,руководств*,مدير*,المسؤول,\
            مطور*,प्रशासक,व्यवस्थापक,管理员,管理員,开发者,授权,主管,管理者,開発者,責任者,관리자*,개발자*,quan tri vien,administrator
            """
        ),
        (
            .handOver,
            """
            eskalier*,weiterleit*,weitergeben,ubergeb*,melden,mitarbeiter*,transferer,transfere*,escalad*,signaler,conseiller*,\
            escalar,transferir,escalar,avisar,inoltrare,trasferi*,segnalare,operatore,encaminh*,doorverbind*,doorsturen,\
            medewerker*,przekazuj*,przekaz*,konsultant*,predavej*,predat,eskaler*,vidarebefordra*,aktar*,temsilci*,передавать,\
            передавай*,эскал*,оператор*,людям,تصعيد,تحويل,موظف,人工客服,转人工,通知,担当者,引き継,転送,상담원*,연결,chuyen cho
            """
        ),
        (
            .negation,
            """
            nicht,nie,niemals,kein*,ohne,ne pas,jamais,sans,pas,aucun*,nunca,sin,ningun*,non,mai,senza,nao,sem,niet,nooit,geen,\
            zonder,nie,nigdy,bez,inte,aldrig,utan,nikdy,yok,degil,sormadan,bekleme,не,никогда,без,нельзя,ни,لا,بدون,دون,न,नहीं,मत,\
            不要,不,无需,不用,ない,せず,なく,不要,말고,마세요,없이,절대,khong,jangan,tanpa
            """
        ),
        (
            .action,
            """
            ruckerstatt*,erstatt*,gutschrift*,genehmig*,losch*,rembours*,accorde*,supprim*,credit*,efface*,declench*,reembols*,\
            devolucion,elimina*,aprueb*,concede*,cancela*,rimbors*,concedi,cancella*,approva*,reembolso,aprov*,exclua,apague,\
            terugbetal*,goedkeur*,verwijder*,zwrot*,zwroc*,zatwierdz*,usun*,przyznaj*,vraceni,vrat,schval*,smaz*,aterbetal*,\
            godkann*,radera*,iade*,onayla*,sil,makro*,kaydi sil,возврат*,верни*,удали*,одобри*,начисли*,استرداد,وافق,احذف,रिफंड,\
            वापसी,退款,批准,删除,增加,余额,返金,承認,削除,환불*,승인*,삭제*,hoan tien,pengembalian
            """
        ),
        (
            .label,
            """
            kategorie,prioritat,einstufung,stimmung,markier*,categorie,priorite,etiquet*,classe*,tri,categoria,prioridad,clasific*,\
            urgente,priorita,classific*,segnato,etichett*,prioridade,prioriteit,labelen,laag,klasyfik*,zaklasyfikuj*,priorytet*,\
            oznacz*,awari*,priorit*,oznac*,markera,prioritet,oncelik*,sinifland*,etiketle*,категори*,приоритет*,пометить*,\
            классифиц*,срочн*,أولوية,تصنيف,صنف,प्राथमिकता,श्रेणी,优先级,分类,紧急,標記,優先度,分類,緊急,우선순위*,분류*,긴급*
            """
        ),
        (
            .always,
            """
            immer,jede*,alle,ab sofort,ab jetzt,von nun an,kunftig*,toujours,chaque,tous,toutes,desormais,a partir de maintenant,\
            siempre,todos,todas,cada,a partir de ahora,desde ahora,sempre,tutti,tutte,ogni,da questo momento,d'ora in poi,todo,toda,\
            a partir de agora,doravante,altijd,elke,iedere,iedereen,vanaf nu,voortaan,zawsze,kazd*,wszystk*,od teraz,odtad,vzdy,\
            vsechn*,odted,od nynejska,alltid,varje,alla,fran och med nu,hicionarak,her zaman,herkes*,bundan sonra,bundan boyle,\
            всегда,все,каждый,каждому,отныне,теперь,с этого момента,впредь,завжди,دائما,كل,جميع,من الآن,از این پس,همیشه,हमेशा,सभी,\
            अब से,所有,一律,总是,从现在起,今后,每个,今後,すべて,全て,常に,必ず,이제부터,항상,모든,앞으로,luon,tat ca,tu bay gio,\
            selalu,semua,mulai sekarang
            """
        ),
        (
            .claim,
            """
            sag allen,sage allen,sagen sie,antworte,antworten sie,antworte nur,behaupte*,teile mit,bestatige*,verspr*,dis aux,\
            dites,repondez,reponds,annoncez,confirme*,promet*,di a los,diga*,responde*,responda,comunica*,confirma*,promete,\
            rispondi*,rispond*,di a tutti,conferma*,diga a todos,informe*,vertel*,antwoord*,bevestig*,beloof*,powiedz*,\
            odpowiad*,potwierdz*,obiecaj*,mow,rekni*,odpoved*,potvrd*,slib*,svara*,saga,bekrafta*,lova,soyle*,cevap ver*,\
            yanitla*,evet desin,отвечай*,отвечаешь,скажи*,говори*,обеща*,подтверди*,قل,أجب,أخبر*,जवाब,कहो,कहें,回答,告诉,\
            回复,答应,答えて,回答,伝えて,대답*,답변*,tra loi,jawab,katakan
            """
        ),
        (
            .addressee,
            """
            hinweis fur,hinweis an,nachricht an,an alle,anweisung fur,fur die ki,fur den bot,an die ki,lieber bot,liebe ki,merksatz,\
            pour l'ia,note pour,message pour,a l'attention,consigne pour,consigne a,cher assistant,para el,para la ia,nota para,\
            instruccion para,regla para,estimado asistente,al asistente,para o assistente,nota para,ao assistente,aos assistentes,\
            per l'assistente,nota per,regola per,istruzione per,al modello,voor de,voor het model,let op,instructie voor,beste bot,\
            dla modelu,instrukcja dla,uwaga dla,drogi modelu,drogi bocie,asystencie,pro model,pokyn pro,poznamka pro,till modellen,\
            notis till,instruktion till,icin not,asistan icin,для бота,для робота,для модели,для ассистента,примечание для,إلى,\
            ملاحظة ل,للمساعد,मॉडल के लिए,给模型,给助手,致,注意,モデルへ,アシスタントへ,ボットへ,모델에게
            """
        ),
        (
            .courtesy,
            "bitte,danke,merci,s'il vous plait,svp,por favor,gracias,per favore,grazie,obrigado,alstublieft,prosze,dziekuje,prosim,tack,lutfen,пожалуйста,спасибо,请,谢谢,ください,お願い"
        ),
        (
            .customers,
            "kunde,kunden,kundin,client,clients,cliente,clientes,clienti,klant,klanten,klient*,zakaznik*,kund,kunder,musteri*,клиент*,العميل,العملاء,ग्राहक*,客户,顾客,お客様,顧客,고객*"
        ),
        (
            .question,
            "wann,wie,warum,welche*,gibt es,haben sie,quand,comment,pourquoi,est ce que,quel,quelle,cuando,como,donde,hay,tienen,quando,come,dove,avete,waarom,wanneer,kiedy,czy,jak,kdy,jestli,hur,nar,ne zaman,nasil,когда,как,где,почему,متى,كيف,कब,कैसे,什么时候,怎么,吗,いつ,ですか,ますか,언제,어떻게"
        ),
        (
            .personal,
            "ich,mein*,wir,unser*,mir,mich,je,mon,ma,mes,j'ai,nous,yo,mi,mis,me,nosotros,io,mio,mia,eu,meu,minha,ik,mijn,moj*,mam,jag,min,ben,benim,я,мой,моя,мне,меня,у меня,我,我的,私,僕,나,제"
        ),
        (
            .verified,
            "verifiziert,freigegeben,verifie,autorise,verificad*,aprobad*,superada,verificat*,approvat*,aprovad*,geverifieerd,zweryfikowan*,overen*,verifierad,dogrulan*,onaylan*,проверен*,подтвержден*,已验证,已授权,認証済み"
        ),
        (
            .encodeWord,
            "entschlussel*,dekodier*,ruckwarts,decode*,dechiffr*,a l'envers,descodific*,decodific*,al reves,al contrario,decodeer,odkoduj*,rozszyfruj*,расшифру*,декодируй*,解码,解密,デコード"
        ),
    ]

    /// All of it.
    static let standard = ConceptLexicon(english + languages)
}
