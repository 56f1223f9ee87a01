import type { PhraseTable } from './words.ts';

/** A reserve code: the right answer to another question on the very same page. */
export const reservePhrases: PhraseTable = {
  en: '*backup*|*recovery*|recover|*scratch code*|scratch|rescue*|emergency|reserve code|fallback code|spare code',
  de: 'wiederherstellung*|notfall*|sicherungscode*|reservecode*|ersatz*',
  fr: 'récupération|recuperation|de secours|sauvegarde',
  es: 'recuperación|recuperacion|respaldo|de reserva|de emergencia|copia de seguridad',
  pt: 'recuperação|recuperacao|código* de reserva|cópia de segurança|emergência',
  it: 'recupero|ripristino|di riserva|di emergenza',
  nl: 'herstel*|noodcode*|back up*|reservecode*',
  pl: 'zapasow*|odzyskiwani*|awaryjn*|kopii zapas*|rezerwow*',
  cs: 'obnovení|obnovovac*|záchrann*|nouzov*|záložn*',
  sk: 'záložn*|núdzov*|obnovovac*|obnovenie',
  sl: 'rezervn*|obnovitven*',
  hr: 'rezervn*|pričuvn*|oporav*',
  sr: 'резервн*|опоравак|опоравк*',
  hu: 'helyreállít*|tartalék*|biztonsági másolat*|visszaállít*',
  ro: 'recuperare|rezervă|de urgență',
  sv: 'återställning*|reservkod*|säkerhetskopi*|nödkod*',
  da: 'gendannelse*|genoprettelse*|sikkerhedskopi*|nødkode*|reservekode*',
  no: 'gjenoppretting*|sikkerhetskopi*|nødkode*|reservekode*',
  fi: 'palautus*|varakoodi*|varmuuskoodi*',
  el: 'ανάκτησης|εφεδρικ*|αντίγραφ*',
  ru: 'восстановлени*|запасн*|аварийн*|резервн*',
  uk: 'відновлен*|запасн*|аварійн*|резервн*',
  bg: 'резерв*|възстанов*',
  tr: 'yedek*|kurtarma|acil durum',
  ar: 'احتياطي|استرداد|الطوارئ|استعادة',
  fa: 'پشتیبان|بازیابی|اضطراری',
  he: 'גיבוי|שחזור|חירום',
  zh: '备用|備用|备份|備份|恢复|恢復|救援|紧急|緊急|还原|復原',
  ja: 'バックアップ|リカバリ|回復|復旧|予備|復元|緊急',
  ko: '백업|복구|예비|비상',
  vi: 'dự phòng|khôi phục',
  id: 'cadangan|pemulihan',
  th: 'สํารอง|กู้คืน',
  hi: 'बैकअप|रिकवरी',
};

/** Boxes that want something else altogether, by family; these forbid a box whatever else it says. */
export const otherPhrases: PhraseTable = {
  captcha: `
    *captcha*|captch*|security image|verification image|turing|characters you see|text below|text shown|in the image
    in the picture|from the image|from the picture|image code|are you human|you're human|seccode*|sicherheitsabfrage
    text unten|im bild|aus dem bild|zeichenfolge|texte ci dessous|l'image|la imagen|da imagem|na imagem|caratteri nell
    dell'immagine|nell'immagine|de afbeelding|tekst poniżej|z obrazka|na obrazku|obrazka|obrazku|obrázk*|s slike
    na sliki|sa slike|na slici|са слике|на слици|a képen|képről|din imagine|på bilden|från bilden|i bilden|på billedet
    fra billedet|i bildet|på bildet|fra bildet|kuvassa|kuvan|kuvasta|εικόνα|εικόνας|картинк*|картинц*|капч*|каптч*
    текст ниже|зображенн*|изображени*|рисунк*|малюнк*|resimdeki|resimde|görseldeki|metni girin|الصورة|الصوره|تصویر|کپچا
    תמונה|בתמונה|התמונה|图形|圖形|图片|圖片|图像|圖像|图中|圖中|下方的文本|画像|表示されている文字|이미지|자동입력|보안문자|trong hình|hình ảnh|gambar|ในภาพ|ตามภาพ|จากภาพ|รูปภาพ|ในรูป
    อักษรที่เห็น|कैप्चा|चित्र में`,
  price: `
    *coupon*|*promo|promo*|*voucher*|*discount*|gift*|membership*|member code|offer code|loyalty*|redeem*|bonus code
    gutschein*|aktionscode|geschenk*|réduction|bon d'achat|cadeau*|cupón|cupon*|descuento*|de regalo|cupom|cupão|sconto
    buono|regalo|korting*|actiecode|kupon*|kupón*|*rabat*|podarunkow*|zniżk*|kod bonu|slev*|dárkov*|zľav*|darčekov*
    popust*|попуст*|kedvezmény*|utalvány*|reducere|cadou*|presentkort*|värdekod*|gavekort*|gavekode*|*alennus*
    lahjakort*|lahjakoodi*|kuponki*|εκπτωτικ*|έκπτωσ*|κουπόνι*|δωροκάρτα*|промо*|купон*|скидк*|сертификат*|подарочн*
    бонус*|знижк*|подарунк*|подарунков*|сертифікат*|ваучер*|подарък*|indirim*|hediye*|kampanya*|خصم|قسيمة|كوبون|هدية
    الهدايا|کد هدیه|تخفیف|کوپن|קופון|הנחה|מתנה|שובר|优惠|優惠|折扣|兑换|兌換|代金券|红包|充值|クーポン|割引|ギフト|プロモ|쿠폰|할인|상품권|기프트|giảm giá
    khuyến mãi|diskon|hadiah|tukar kode|ส่วนลด|คูปอง|ของขวัญ|कूपन|प्रोमो|वाउचर|basket|shopping cart|warenkorb|καλάθι
    корзин*|кошик*|sepet*|购物车|購物車|カート|장바구니|отстъпка|ajándék*|redemption*|desconto*|koszyk*|panier`,
  address: `
    *postal*|*postcode*|*zipcode*|zip*|post code|plz|postleitzahl*|pocztow*|psč|směrovací|irányítószám*|cod poștal
    codul poștal|postnummer*|postinumero|ταχυδρομικ*|индекс|почтовый|поштовий|пощенски|posta kodu|الرمز البريدي|کد پستی
    מיקוד|邮编|郵遞|邮政|郵便|우편|kode pos|country code|area code|dialing code|dialling code|phone prefix|colour*|color*|पिन कोड`,
  card: `
    *cvv*|*cvc*|*cvn|*card number*|card verification*|card security*|card code|credit card|cc number|iban|bic
    numer karty|número do cartão|swift*|sort code|bank code|branch code|routing|atm pin|card pin|pin of your card|mtan
    sms tan|push tan|photo tan|chip tan|3d secure|kartennummer|kartenprüfnummer|prüfnummer|prüfziffer|cryptogramme
    numéro de carte|número de tarjeta|kortnummer|номер карты|kart numarası|şube kodu|卡号|カード番号|die tan|ihre tan`,
  domain: `
    epp*|auth info*|auth id|transfer code|transfer key|transfer secret|transfer auth*|transfer kodu|transferkode
    domain code|registrar|transfer* dom*|transfer* d* dom*|transfer your domain|domain transfer*|domain umz*|domainumz*
    trasfer* dom*|verhuis*|przen* domen*|převod domén*|prenos dom*|пренос домен*|трансфер* домен*|пере* домен*
    átregisztrál*|átkérés*|flytt* domän*|domänflytt*|fly* domæne*|verkkotunnuksen siir*|μεταφορά domain
    прехвърл* домейн*|прехвърляне на домейн*|نقل النطاق|نقل الدومين|رمز نقل|انتقال دامنه|העברת דומיין|קוד העברה|域名转|域名轉
    網域轉|移管|認証鍵|도메인 이전|기관이전|chuyển tên miền|chuyển domain|ย้ายโดเมน|โอนโดเมน|डोमेन ट्रांसफर|alan adı transfer*`,
  search: `
    *search*|keyword*|suche|suchen|suchbegriff|recherche*|buscar|búsqueda|busca|pesquisa*|ricerca|zoek*|szukaj|hledat
    поиск|пошук|arama|بحث|جستجو|搜索|搜尋|検索|검색`,
  order: `
    order id|order number|order code|invoice*|tracking*|booking*|reservation*|reference number|sku|barcode|product code
    product key|item code|serial*|bestellnummer|bestellung|rechnung*|paketnummer|buchungs*|commande|pedido|factura
    ordine|bestelnummer|zamówieni*|rezerwacj*|rezervac*|beställning*|ordernummer|tilausnumero|παραγγελί*|заказ*
    бронировани*|замовлен*|поръчк*|sipariş*|rezervasyon*|رقم الطلب|الحجز|سفارش|הזמנה|订单|訂單|注文|予約|주문|đơn hàng|คําสั่งซื้อ
    ऑर्डर|visszaigazoló`,
  parcel: `
    parcel*|locker*|door code|pick up code|delivery code|delivery otp|shipment*|packstation*|abholcode*|sendungs*|colis
    paquete|retirada|pacco|consegna|pakket*|bezorg*|paczk*|kod* odbioru|przesyłk*|zásilk*|zásielk*|pošiljk*|dostav*
    átvételi|afhentning*|pakettiautomaat*|δέμα*|посылк*|постамат*|код получения|выдач*|доставк*|посилк*|поштомат*|пратк*
    kargo*|teslimat*|شحنة|חבילה|משלוח|快递|快遞|包裹|取件|荷物|宅配|ロッカー|택배|송장|배송|nhận hàng|पार्सल|डिलीवरी|พัสดุ|الطرد
    code de retrait|código de recogida|codice di ritiro|noutokoodi`,
  amount: `
    *quantity*|qty*|amount*|birth*|dob|refresh interval|menge|anzahl|quantité|cantidad|quantidade|quantità|aantal|ilość
    количество|miktar|数量`,
  question: `
    security question*|security answer*|secret question|secret answer|*securityq*|sicherheitsfrage*|question de sécurité
    pregunta de seguridad|pergunta de segurança|контрольный вопрос|密保|安全问题|安全問題|秘密の質問|보안 질문`,
  reset: `
    reset code|reset token`,
  person: `
    customer code|client code|national id|código de cliente|codice cliente|codice fiscale|ügyfélkód|کد ملی`,
  invitation: `
    *invit*|referral*|referrer|refer a friend|affiliate*|partner code|sponsor*|friend code|refer code|registration token
    einladung*|empfehlung|empfehlungs*|geworben|parrain*|code ami|referid*|código de amigo|convite*|convid*|indicação
    uitnodig*|zaprosz*|zaproszeni*|kod polece*|pozvánk*|doporučovac*|povabil*|pozivnic*|kod preporuke|позивниц*
    препорук*|meghív*|ajánló*|cod de recomandare|inbjud*|värv*|henvisning*|hvervekode|vervekode|*kutsu*|suosittelu*
    suosittelija*|πρόσκλησ*|приглас*|приглаш*|реферал*|код друга|запрош*|покан*|davet*|arkadaş*|دعوة|الدعوة|إحالة|صديق
    دعوت|کد معرف|הפניה|邀请|邀請|推荐码|推薦碼|招待|紹介コード|초대|추천인|추천 코드|giới thiệu|mã mời|undangan|referal|เชิญ|ผู้แนะนํา|रेफरल
    आमंत्रण`,
  elsewhere: `
    usercode*|shown on your device|displayed on your device|student id|student number|device code*|on tv|pairing*
    pair code|meeting*|conference code|conference id|conference pin|webinar*|room code|class code|event code|join code
    game pin|game code|wifi*|wi fi|parking|employee*|staff id|sim pin|sim card|puk|parental*|your tv|the tv|*printer*
    kindersicherung|jugendschutz*|kurscode*|gerätecode|fernseher*|de la classe|télé|téléviseur*|la tv|contrôle parental
    réunion*|de la clase|televis*|tele|tu tv|da turma|na turma|sua tv|na tv|da tv|ativar tv|della classe|sulla tv|je tv
    telewizor*|parowani*|televiz*|tévé*|din tv|fjernsyn*|på tv|tv ssä|τηλεόρασ*|телевизор*|тв|телевізор*|тб|televizyon*
    tv'*|التلفزيون|التلفاز|اقتران|الاقتران|تلویزیون|טלוויזיה|צימוד|קוד מכשיר|电视|電視|会议|會議|配对|配對|テレビ|会議|ペアリング|티비|회의|페어링
    tivi|televisi|kode kelas|จับคู่|โทรทัศน์|ทีวี|टीवी|toplantı*|möte*|møde*|møte*`,
  screen: `
    on your screen|on the screen|bildschirm*|à l'écran|sur l'écran|votre écran|en pantalla|la pantalla|na tela|no ecrã
    sullo schermo|op het scherm|op je scherm|na ekranie|na obrazovce|na obrazovke|na zaslonu|na ekranu|на екрану
    képernyőn|pe ecran|på skärmen|på skærmen|på skjermen|ruudulla|näytöllä|στην οθόνη|на экране|с экрана|на екрані
    з екрана|на екрана|ekranda|ekrandaki|الشاشة|شاشة|صفحه نمایش|על המסך|במסך|屏幕|螢幕|画面に表示|画面上|화면에|trên màn hình|di layar
    pada layar|บนหน้าจอ|บนจอ|स्क्रीन पर`,
  licence: `
    license*|licence*|activation key|lizenz*|licenci*|licenza|licença|licentie*|licenc*|licens*|lisens*|лицензи*|lisans*
    ترخيص|لایسنس|רישיון|许可|許可證|激活码|序列号|ライセンス|シリアル|라이선스|시리얼|ліцензі*|lisensi`,
  developer: `
    api key*|api token*|access token|personal access|ssh*|public key|private key|encryption key|webhook*|client id
    client secret|app id|application id|bearer|csrf*|xsrf*|nonce|language code|country iso|currency code|source code
    website code|embed code|project code|error code|domain name`,
};

/** The key itself and the name of the device: they stand beside the code at enrolment. */
export const enrolmentPhrases: PhraseTable = {
  secret: `
    secret|secret url|setup key|manual key|shared key|otpauth|device name|user label|issuer|description|seed*
    authenticator key|totp key|otp key|geheimer schlüssel|clé secrète|clave secreta|chave secreta|chiave segreta
    geheime sleutel|tajny klucz|секретный ключ|секретний ключ|gizli anahtar|密鑰|密钥|シークレット|비밀 키`,
  device: `
    gerätename|apparaatnaam|enhedsnavn|enhetsnamn|nazwa urządzenia|název zařízení|názov zariadenia|имя устройства
    назва пристрою|裝置名|nom de l'appareil|nombre del dispositivo|nome do dispositivo|nome del dispositivo
    название устройства|cihaz adı|设备名|端末名|デバイス名|トークン名|기기 이름`,
};

/** Who somebody is, and passwords: forbidden unless the box also names the one-time code outright. */
export const identityPhrases: PhraseTable = {
  en: `
    username*|user|login|mail|phone*|telephone|mobile number|tel|name|first name|last name|company|subject|message
    comment*|url|website|title|city|address*|tax id|vat*|ssn|account number|customer number|customer id
    client number|e mail*|userid`,
  password: `
    password*|passwd|passphrase|pwd|pass|passwort*|kennwort*|mot de passe|contraseña|senha|palavra passe|parola
    wachtwoord|hasło|heslo|jelszó|пароль|şifre*|كلمة المرور|گذرواژه|סיסמה|密码|密碼|パスワード|비밀번호|mật khẩu|lösenord
    adgangskode|passord|salasana|geslo|lozinka|лозинка|parolă|парола|пароля|kata sandi|รหัสผ่าน|पासवर्ड|رمز عبور
    كلمة السر|κωδικός πρόσβασης`,
  who: `
    identifiant|benutzername|usuario|usuário|utente|gebruikersnaam|użytkownik*|uživatel*|логин|kullanıcı adı|用户名|ユーザー名
    사용자|azonosító*|账号|kundennummer|kontonummer|numéro de compte|número de cuenta|numer konta|számlaszám|номер счета|口座番号
    계좌번호`,
};

/** Buttons that spend a code instead of proving somebody. */
export const spendPhrases: PhraseTable = {
  en: 'apply|redeem|claim|add to cart|checkout|join',
  other: `
    einlösen|anwenden|appliquer|utiliser le code|canjear|aplicar|resgatar|applica|riscatta|inwisselen|toepassen
    zastosuj|zrealizuj|uplatnit|uplatniť|применить|активировать|застосувати|uygula|تطبيق القسيمة|兑换|使用优惠|適用|적용
    beitreten|rejoindre|unirse|dołącz|katıl|присоединиться|参加する|兌換|引き換え|áp dụng|terapkan`,
};
