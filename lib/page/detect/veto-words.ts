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
  th: 'สำรอง|กู้คืน',
  hi: 'बैकअप|रिकवरी',
};

/** Boxes that want something else altogether, by family; these forbid a box whatever else it says. */
export const otherPhrases: PhraseTable = {
  captcha: `
    *captcha*|captch*|verify image|caracteres da imagem|security image|verification image|caractères de l'image|turing|characters you see
    characters shown|text below|text shown|letters and numbers|in the image|in the picture|from the image
    from the picture|image code|picture code|are you human|seccode*|sicherheitsabfrage|text unten|im bild|vom bild
    texte ci dessous|sur l'image|dans l'image|de la imagen|caratteri nell|dell'immagine|tekst poniżej|z obrazka
    na obrazku|obrázk*|sa slike|på billedet|i bildet|kuvassa|στην εικόνα|картинк*|текст ниже|зображенн*|изображени*
    resimdeki|resimde|metni girin|الصورة|تصویر|בתמונה|התמונה|图形|圖形|图片|圖片|图像|圖像|下方的文本|画像|이미지|자동입력|trong hình
    pada gambar|ในภาพ`,
  price: `
    *coupon*|*promotion*|*promocode*|*promo|promo*|*voucher*|*discount*|gift*|offer code|loyalty*|membership*
    member number|member code|wallet code|gutschein*|aktionscode|geschenk*|réduction|bon d'achat|cupón|cupon*
    descuento|de regalo|cupom|cupão|desconto|sconto|buono|korting*|kupon*|*rabat*|podarunkow*|slevov*|popust*
    kedvezmény*|reducere|gavekode*|alennus*|εκπτωτικ*|έκπτωση*|κουπόνι*|промокод*|купон*|скидк*|сертификат*
    подарочн*|знижк*|подарунк*|отстъпка|ваучер*|indirim*|hediye*|kampanya*|خصم|قسيمة|بطاقة هدية|کد هدیه|تخفیف|קופון
    הנחה|כרטיס מתנה|קוד מתנה|优惠|優惠|折扣|兑换|兌換|クーポン|割引|쿠폰|할인|상품권|giảm giá|khuyến mãi|diskon|ส่วนลด|คูปอง|कूपन|प्रोमो`,
  address: `
    *postal*|*postcode*|*zipcode*|zip*|post code|plz|postleitzahl*|pocztow*|psč|směrovací|irányítószám*|cod poștal
    codul poștal|postnummer*|postinumero|ταχυδρομικ*|индекс|почтовый|поштовий|пощенски|posta kodu|الرمز البريدي
    کد پستی|מיקוד|邮编|郵遞|邮政|郵便|우편|kode pos|country code|area code|dialing code|dialling code|phone prefix|colour*
    color*`,
  card: `
    *cvv*|*cvc*|*cvn|*card number*|card verification*|card security*|card code|credit card|cc number|iban|bic
    numer karty|número do cartão|swift*|sort code|bank code|branch code|routing|atm pin|card pin|pin of your card
    mtan|sms tan|push tan|photo tan|chip tan|3d secure|kartennummer|kartenprüfnummer|prüfnummer|prüfziffer
    cryptogramme|numéro de carte|número de tarjeta|kortnummer|номер карты|kart numarası|şube kodu|卡号|カード番号`,
  domain: `
    epp*|auth info*|auth id|transfer code|transfer key|transfer secret|transfer auth*|transfer kodu|transferkode
    domain code|domain name|registrar`,
  search: `
    *search*|keyword*|suche|suchen|suchbegriff|recherche*|buscar|búsqueda|busca|pesquisa*|ricerca|zoek*|szukaj
    hledat|поиск|пошук|arama|بحث|جستجو|搜索|搜尋|検索|검색`,
  order: `
    order id|order number|order code|invoice*|tracking*|shipment|delivery pin|booking*|reservation*|reference number
    sku|barcode|product code|product key|item code|serial*|bestellnummer|bestellung|rechnung*|sendungs*|paketnummer
    buchungs*|commande|pedido|factura|ordine|bestelnummer|zamówieni*|kod odbioru|rezerwacj*|rezervac*|beställning*
    ordernummer|tilausnumero|παραγγελί*|заказ*|бронировани*|посылк*|замовлен*|поръчк*|sipariş*|rezervasyon*
    رقم الطلب|الحجز|سفارش|הזמנה|משלוח|订单|訂單|注文|予約|주문|đơn hàng|คำสั่งซื้อ|ऑर्डर`,
  amount: `
    *quantity*|qty*|amount*|birth*|dob|refresh interval|menge|anzahl|quantité|cantidad|quantidade|quantità|aantal
    ilość|количество|miktar|数量`,
  question: `
    security question*|security answer*|secret question|secret answer|*securityq*|sicherheitsfrage*
    question de sécurité|pregunta de seguridad|pergunta de segurança|контрольный вопрос|密保|安全问题|安全問題|秘密の質問|보안 질문`,
  invitation: `
    *invit*|referral*|referrer|affiliate*|partner code|sponsor*|friend code|refer code|einladung*|empfehlungs*
    parrainage|referido*|convite|indicação|uitnodiging*|zaproszeni*|meghív*|inbjudning*|kutsukoodi*|πρόσκλησ*
    приглаш*|реферальн*|запрошен*|реферал*|покан*|davet*|دعوة|إحالة|کد دعوت|کد معرف|הפניה|邀请|邀請|推荐码|推薦碼|招待|紹介コード|초대
    추천인|추천 코드|giới thiệu|undangan|रेफरल`,
  elsewhere: `
    user code*|shown on your device|displayed on your device|student id|student number|device code*|on your screen
    on the screen|pairing*|pair code|meeting*|conference code|conference id|conference pin|webinar*|room code
    class code|event code|join code|game pin|game code|wifi*|wi fi|parking|employee*|staff id|sim pin|sim card|puk
    parental*|your tv|the tv|*printer*|kindersicherung|jugendschutz*|kurscode*|fernseher*|de la classe|télé
    contrôle parental|de la clase|televis*|tele|da turma|della classe|telewizor*|τηλεόραση*|телевизор*|телевізор*
    televizyon*|التلفزيون|التلفاز|تلویزیون|טלוויזיה|电视|電視|会议|會議|配对|テレビ|会議|ペアリング|티비|회의|페어링|tivi|จับคู่|โทรทัศน์|टीवी`,
  licence: `
    license*|licence*|activation key|lizenz*|licenci*|licenza|licença|licentie*|licenc*|licens*|lisens*|лицензи*
    lisans*|ترخيص|لایسنس|רישיון|许可|許可證|激活码|序列号|ライセンス|シリアル|라이선스|시리얼`,
  developer: `
    api key*|api token*|access token|personal access|ssh*|public key|private key|encryption key|webhook*|client id
    client secret|app id|application id|bearer|csrf*|xsrf*|nonce|language code|country iso|currency code|source code
    website code|embed code|project code|error code`,
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
    كلمة السر|κωδικός πρόσβασης|identifiant|benutzername|usuario|usuário|utente|gebruikersnaam|użytkownik*|uživatel*
    логин|kullanıcı adı|用户名|ユーザー名|사용자`,
};

/** Buttons that spend a code instead of proving somebody. */
export const spendPhrases: PhraseTable = {
  en: 'apply|redeem|claim|add to cart|checkout|join',
  other: `
    einlösen|anwenden|appliquer|utiliser le code|canjear|aplicar|resgatar|applica|riscatta|inwisselen|toepassen
    zastosuj|zrealizuj|uplatnit|uplatniť|применить|активировать|застосувати|uygula|تطبيق القسيمة|兑换|使用优惠|適用|적용
    beitreten|rejoindre|unirse|dołącz|katıl|присоединиться|参加する|兌換|引き換え|áp dụng|terapkan`,
};
