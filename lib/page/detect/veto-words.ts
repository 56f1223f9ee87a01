import type { PhraseTable } from './words.ts';

/** A reserve code: the right answer to another question on the very same page. */
export const reservePhrases: PhraseTable = {
  en: '*backup*|*recovery*|recover|*scratch code*|scratch|rescue*|emergency|reserve code|fallback code|spare code',
  de: 'wiederherstellung*|notfall*|sicherungscode*|reservecode*|ersatz*',
  fr: 'récupération|recuperation|de secours|sauvegarde|de récup',
  es: 'recuperación|recuperacion|respaldo|de reserva|de emergencia|copia de seguridad',
  pt: 'recuperação|recuperacao|código* de reserva|cópia de segurança|emergência',
  it: 'recupero|ripristino|di riserva|di emergenza|di scorta',
  nl: 'herstel*|noodcode*|back up*|reservecode*',
  pl: 'zapasow*|odzyskiwani*|awaryjn*|kopii zapas*|rezerwow*',
  cs: 'obnovení|obnovovac*|záchrann*|nouzov*|záložn*',
  sk: 'záložn*|núdzov*|obnovovac*|obnovenie',
  sl: 'rezervn*|obnovitven*|varnostna kopija',
  hr: 'rezervn*|pričuvn*|oporav*|sigurnosna kopija',
  sr: 'резервн*|опоравак|опоравк*',
  hu: 'helyreállít*|tartalék*|biztonsági másolat*|visszaállít*|vészhelyzet*',
  ro: 'recuperare|rezervă|de urgență',
  sv: 'återställning*|reservkod*|säkerhetskopi*|nödkod*',
  da: 'gendannelse*|genoprettelse*|sikkerhedskopi*|nødkode*|reservekode*',
  no: 'gjenoppretting*|sikkerhetskopi*|nødkode*|reservekode*',
  fi: 'palautus*|varakoodi*|varmuuskoodi*|hätäkoodi*',
  el: 'ανάκτησης|εφεδρικ*|αντίγραφ*|έκτακτης ανάγκης',
  ru: 'восстановлени*|запасн*|аварийн*|резервн*|экстренн*',
  uk: 'відновлен*|запасн*|аварійн*|резервн*|екстрен*',
  bg: 'резерв*|възстанов*|аварий*',
  tr: 'yedek*|kurtarma|acil durum',
  ar: 'احتياطي|استرداد|الطوارئ|استعادة',
  fa: 'پشتیبان|بازیابی|اضطراری',
  he: 'גיבוי|שחזור|חירום',
  zh: '备用|備用|备份|備份|恢复|恢復|救援|紧急|緊急|还原|復原',
  ja: 'バックアップ|リカバリ|回復|復旧|予備|復元|緊急',
  ko: '백업|복구|예비|비상',
  vi: 'dự phòng|khôi phục|khẩn cấp',
  id: 'cadangan|pemulihan|darurat',
  th: 'สำรอง|กู้คืน|ฉุกเฉิน',
  hi: 'बैकअप|रिकवरी|पुनर्प्राप्ति|आपातकालीन',
};

/** Boxes that want something else altogether, by family; these forbid a box whatever else it says. */
export const otherPhrases: PhraseTable = {
  captcha: `
    *captcha*|captch*|turing|characters you see|characters shown|text below|text shown|letters and numbers
    in the image|in the picture|from the image|from the picture|image code|picture code|verify image|security image
    verification image|visual code|are you human|seccode*|sicherheitsabfrage|zeichen im bild|text unten|im bild
    vom bild|caractères de l'image|texte ci dessous|sur l'image|dans l'image|caracteres de la imagen|en la imagen
    de la imagen|caracteres da imagem|na imagem|da imagem|caratteri nell|nell'immagine|dell'immagine|afbeelding
    tekst poniżej|z obrazka|na obrazku|z obrázku|obrázk*|s slike|sa slike|са слике|képen|a képről|din imagine
    i bilden|på bilden|på billedet|i bildet|kuvassa|kuvan|στην εικόνα|της εικόνας|картинк*|текст ниже|зображенн*
    изображени*|resimdeki|resimde|metni girin|الصورة|تصویر|בתמונה|התמונה|图形|圖形|图片|圖片|图像|圖像|下方的文本|画像|이미지|자동입력
    trong hình|trong ảnh|hình ảnh|pada gambar|dalam gambar|ในภาพ|รูปภาพ|चित्र`,
  price: `
    *coupon*|*promocode*|*promotion*|*promo|promo*|*voucher*|*discount*|gift*|offer code|loyalty*|membership*
    bonus code|reward code|member number|member code|prepaid code|top up code|wallet code|gutschein*|*rabatt*
    aktionscode|vorteilscode|geschenk*|réduction|bon d'achat|carte cadeau|chèque cadeau|fidélité|cupón|cupon*
    descuento|tarjeta regalo|de regalo|cupom|cupão|desconto|cartão presente|vale presente|sconto|buono|carta regalo
    korting*|cadeau*|waardebon*|kupon*|*rabat*|podarunkow*|prezentow*|slevov*|dárkov*|zľavov*|darčekov*|popust*
    darilni|poklon bon|попуст*|kedvezmény*|ajándék*|reducere|card cadou|presentkort*|gavekort*|gavekode*|alennus*
    lahjakort*|etukoodi*|εκπτωτικ*|έκπτωση*|κουπόνι*|δωροκάρτα*|промокод*|купон*|скидк*|сертификат*|подарочн*|знижк*
    подарунк*|подарък|отстъпка|ваучер*|indirim*|hediye*|kampanya*|promosyon*|خصم|قسيمة|بطاقة هدية|کد هدیه|تخفیف
    קופון|שובר|הנחה|כרטיס מתנה|קוד מתנה|优惠|優惠|折扣|兑换|兌換|礼品|禮品|クーポン|割引|ギフト|プロモ|쿠폰|할인|기프트|상품권|giảm giá|khuyến mãi
    ưu đãi|quà tặng|diskon|hadiah|ส่วนลด|คูปอง|บัตรของขวัญ|कूपन|छूट|प्रोमो|उपहार`,
  address: `
    *postal*|*postcode*|*zipcode*|zip*|zip code|post code|plz|postleitzahl*|pocztow*|psč|směrovací|smerovacie
    poštna številka|poštanski broj|irányítószám*|cod poștal|codul poștal|postnummer*|postinumero|ταχυδρομικ*|индекс
    почтовый|поштовий|пощенски|posta kodu|الرمز البريدي|کد پستی|מיקוד|邮编|郵遞|邮政|郵便|우편|mã bưu|kode pos|รหัสไปรษณีย์
    पिन कोड|country code|area code|dial code|dialing code|dialling code|phone prefix|colour*|color*|vorwahl
    ländervorwahl`,
  card: `
    *cvv*|*cvc*|*cvn|*card number*|card verification*|card security*|card code|credit card|cc number|iban|bic|swift*
    sort code|bank code|branch code|routing|atm pin|card pin|pin of your card|mtan|sms tan|push tan|photo tan
    chip tan|3d secure|kartennummer|kartenprüfnummer|prüfnummer|prüfziffer|bankleitzahl|cryptogramme|numéro de carte
    número de tarjeta|número do cartão|numero della carta|numero carta|kaartnummer|numer karty|číslo karty
    številka kartice|broj kartice|kártyaszám|numărul cardului|kortnummer|kortin numero|αριθμός κάρτας|номер карты
    номер картки|номер на карта|kart numarası|şube kodu|رقم البطاقة|شماره کارت|מספר כרטיס|卡号|卡號|カード番号|카드 번호|số thẻ
    nomor kartu|หมายเลขบัตร|कार्ड नंबर`,
  domain: `
    epp*|auth info*|auth id|transfer code|transfer key|transfer secret|transfer auth*|transfer kodu|transferkode
    code de transfert|código de transferencia|código de transferência|codice di trasferimento|domain code
    domain name|registrar|域名|ドメイン|도메인`,
  search: `
    *search*|keyword*|suche|suchen|suchbegriff|recherche*|rechercher|buscar|búsqueda|busca|pesquisa*|ricerca|cerca
    zoek*|szukaj|hledat|hľadať|iskanje|pretraga|keresés*|căutare|sök|søg|søk|haku|αναζήτηση|поиск|пошук|търсене
    arama|بحث|جستجو|חיפוש|搜索|搜尋|検索|검색|tìm kiếm|cari|ค้นหา|खोज`,
  order: `
    order id|order number|order code|invoice*|tracking*|shipment|parcel|delivery code|delivery pin|pickup*
    collection code|booking*|reservation*|ticket number|reference number|sku|barcode|product code|product key
    item code|serial*|bestellnummer|bestellung|rechnung*|sendungs*|paketnummer|buchungs*|abholcode|liefercode
    commande|numéro de suivi|code de retrait|numéro de dossier|pedido|factura|localizador|nota fiscal
    código de rastreio|ordine|codice di prenotazione|spedizione|bestelnummer|boekings*|afhaalcode|zamówieni*
    przesyłk*|kod odbioru|rezerwacj*|objednávk*|zásilk*|rezervac*|rezervác*|zásielk*|naročil*|narudžb*|поруџбин*
    rendelés*|foglalás*|csomag*|comand*|rezervare*|beställning*|ordernummer|bokning*|ordrenummer|bestilling*|booking
    tilausnumero|varaus*|noutokoodi*|παραγγελί*|κράτησης|заказ*|бронировани*|посылк*|накладн*|замовлен*|бронюван*
    посилк*|поръчк*|резервация|sipariş*|rezervasyon*|kargo|teslimat|رقم الطلب|الحجز|سفارش|مرسوله|הזמנה|משלוח|订单|訂單
    取件|预订|預訂|注文|予約|주문|예약|운송장|đơn hàng|mã vận|đặt chỗ|pesanan|pemesanan|nomor resi|คำสั่งซื้อ|การจอง|พัสดุ|ऑर्डर
    बुकिंग`,
  amount: `
    *quantity*|qty*|amount*|birth*|dob|refresh interval|menge|anzahl|geburts*|quantité|naissance|cantidad|nacimiento
    quantidade|nascimento|quantità|nascita|aantal|geboorte*|ilość|urodzenia|množstv*|narození|narodenia|količin*
    mennyiség*|cantitate|antal|antall|määrä|ποσότητα|количество|рождения|кількість|народження|miktar|doğum|الكمية
    تعداد|כמות|数量|出生|生年月日|수량|생년월일|số lượng|jumlah|จำนวน|मात्रा`,
  question: `
    security question*|security answer*|secret question|secret answer|*securityq*|sicherheitsfrage*|geheimfrage*
    question de sécurité|question secrète|pregunta de seguridad|pregunta secreta|pergunta de segurança
    domanda di sicurezza|beveiligingsvraag|pytanie bezpieczeństwa|bezpečnostní otázk*|bezpečnostná otázk*
    biztonsági kérdés|întrebare de securitate|säkerhetsfråga|sikkerhedsspørgsmål|sikkerhetsspørsmål|turvakysymy*
    контрольный вопрос|секретный вопрос|контрольне питання|güvenlik sorusu|سؤال الأمان|سوال امنیتی|שאלת אבטחה|密保
    安全问题|安全問題|秘密の質問|보안 질문|câu hỏi bảo mật|pertanyaan keamanan`,
  invitation: `
    *invit*|referral*|referrer|affiliate*|partner code|sponsor*|friend code|refer code|einladung*|empfehlungs*
    werber*|parrainage|parrain|código de amigo|referido*|convite|indicação|codice amico|uitnodiging*|zaproszeni*
    poleceni*|pozvánk*|doporučen*|odporúčac*|povabil*|pozivnic*|meghív*|ajánló*|recomandare|inbjudning*|värvning*
    kutsukoodi*|suosittelu*|πρόσκλησ*|приглаш*|реферальн*|запрошен*|реферал*|покан*|davet*|referans kodu|دعوة|إحالة
    کد دعوت|کد معرف|הפניה|邀请|邀請|推荐码|推薦碼|招待|紹介コード|초대|추천인|추천 코드|giới thiệu|lời mời|undangan|รหัสแนะนำ|คำเชิญ|रेफरल
    आमंत्रण`,
  elsewhere: `
    user code*|device code*|on your screen|on the screen|pairing*|pair code|meeting*|conference code|conference id
    conference pin|webinar*|room code|room number|class code|course code|event code|table code|join code|game pin
    game code|lobby code|wifi*|wi fi|parking|employee*|student id|student number|student code|staff id|sim pin
    sim card|puk|parental*|door code|locker code|locker pin|smart tv|your tv|the tv|your television|*printer*
    bluetooth*|kindersicherung|jugendschutz*|besprechung*|konferenz*|kopplungs*|kurscode*|fernseher*|drucker*
    réunion|de la classe|du cours|télé|jumelage|imprimante|contrôle parental|reunión|de la clase|televis*|tele
    emparejamiento|impresora|reunião|da turma|pareamento|emparelhamento|impressora|riunione|della classe|abbinamento
    stampante|vergader*|koppelcode*|spotkani*|telewizor*|parowani*|drukark*|párova*|tiskárn*|tlačiar*|párosítás*
    nyomtató*|asociere|imprimant*|möte*|parkoppling*|skrivare*|møde*|parring*|møte*|paring*|kokouks*|laitepari*
    σύσκεψη*|τηλεόραση*|εκτυπωτή*|телевизор*|телевізор*|принтер*|сопряжени*|конференци*|toplantı*|eşleştirme*
    yazıcı*|televizyon*|التلفزيون|التلفاز|الاجتماع|تلویزیون|טלוויזיה|פגישה|电视|電視|会议|會議|配对|打印机|印表機|テレビ|会議|ペアリング|プリンタ
    티비|회의|페어링|프린터|tivi|cuộc họp|ghép nối|máy in|rapat|pemasangan perangkat|pencetak|ประชุม|จับคู่|โทรทัศน์|टीवी
    मीटिंग`,
  licence: `
    license*|licence*|activation key|registration key|product activation|cd key|lizenz*|licenci*|licenza|licença
    licentie*|licencyjn*|licenčn*|licenc*|licență|licens*|lisens*|lisenssi*|άδειας|лицензи*|ліцензі*|lisans*|ترخيص
    لایسنس|רישיון|许可|許可證|激活码|序列号|ライセンス|シリアル|라이선스|시리얼|bản quyền|lisensi|ใบอนุญาต|लाइसेंस`,
  developer: `
    api key*|api token*|access token|personal access|ssh*|public key|private key|encryption key|webhook*|client id
    client secret|app id|application id|bearer|csrf*|xsrf*|nonce|language code|country iso|currency code|source code
    website code|embed code|project code`,
};

/** The key itself and the name of the device: they stand beside the code at enrolment. */
export const enrolmentPhrases: PhraseTable = {
  secret: `
    secret|secret url|setup key|manual key|shared key|otpauth|device name|user label|issuer|description|seed*
    authenticator key|totp key|otp key|geheimer schlüssel|clé secrète|clave secreta|chave secreta|chiave segreta
    geheime sleutel|tajny klucz|tajný klíč|tajný kľúč|titkos kulcs|cheia secretă|hemlig nyckel|hemmelig nøgle
    hemmelig nøkkel|salainen avain|μυστικό κλειδί|секретный ключ|секретний ключ|таен ключ|gizli anahtar
    المفتاح السري|کلید مخفی|מפתח סודי|密鑰|密钥|シークレット|비밀 키|khóa bí mật|kunci rahasia|รหัสลับ`,
  device: `
    gerätename|nom de l'appareil|nombre del dispositivo|nome do dispositivo|nome del dispositivo|apparaatnaam
    nazwa urządzenia|název zařízení|názov zariadenia|enhetsnamn|enhedsnavn|enhetsnavn|laitteen nimi|eszköz neve
    numele dispozitivului|όνομα συσκευής|имя устройства|название устройства|назва пристрою|име на устройство
    cihaz adı|اسم الجهاز|نام دستگاه|שם המכשיר|设备名|裝置名|端末名|デバイス名|トークン名|기기 이름|tên thiết bị|nama perangkat|ชื่ออุปกรณ์`,
};

/** Who somebody is, and passwords: forbidden unless the box also names the one-time code outright. */
export const identityPhrases: PhraseTable = {
  en: `
    username*|user|login|mail|phone*|telephone|mobile number|tel|name|company|subject|message|comment*|url|website
    title|city|address*|tax id|vat*|ssn|account number|customer number|customer id|client number|e mail*|userid`,
  password: `
    password*|passwd|passphrase|pwd|pass|passwort*|kennwort*|mot de passe|contraseña|senha|palavra passe|parola
    wachtwoord|hasło|heslo|jelszó|пароль|şifre*|كلمة المرور|گذرواژه|סיסמה|密码|密碼|パスワード|비밀번호|mật khẩu|lösenord
    adgangskode|passord|salasana|geslo|lozinka|лозинка|parolă|парола|пароля|kata sandi|รหัสผ่าน|पासवर्ड|رمز عبور
    كلمة السر|κωδικός πρόσβασης|identifiant|benutzername|usuario|usuário|utente|gebruikersnaam|użytkownik*|uživatel*
    логин|kullanıcı adı|用户名|ユーザー名|사용자`,
};

/** Buttons that spend a code instead of proving somebody. */
export const spendPhrases: PhraseTable = {
  en: 'apply|redeem|claim|add to cart|checkout|join',
  other: `
    einlösen|anwenden|appliquer|utiliser le code|canjear|aplicar|resgatar|applica|riscatta|inwisselen|toepassen
    zastosuj|zrealizuj|uplatnit|uplatniť|применить|активировать|застосувати|uygula|تطبيق القسيمة|兑换|使用优惠|適用|적용
    beitreten|rejoindre|unirse|dołącz|katıl|присоединиться|参加する|beváltás|unovči|folosește|lös in|indløs|løs inn
    lunasta|εξαργύρωση|осребри|استبدال|מימוש|兌換|引き換え|áp dụng|terapkan|tukarkan|ใช้โค้ด|แลกรับ|लागू करें`,
};
