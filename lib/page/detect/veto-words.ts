import type { PhraseTable } from './words.ts';

/** A reserve code: the right answer to another question on the very same page. */
export const reservePhrases: PhraseTable = {
  en: `
    *backup*|back up code*|*recovery*|recover|*scratch code*|scratch|rescue*|emergency|reserve code
    fallback code`,
  de: 'wiederherstellung*|ersatzcode*|notfall*|sicherungscode*|reservecode*',
  fr: 'récupération|recuperation|de secours|sauvegarde|codes de secours',
  es: 'recuperación|recuperacion|respaldo|de reserva|de emergencia|copia de seguridad',
  pt: 'recuperação|recuperacao|códigos de reserva|código de reserva|cópia de segurança|emergência',
  it: 'recupero|ripristino|di riserva|di emergenza',
  nl: 'herstel*|reservecode*|noodcode*|back up*',
  pl: 'zapasow*|odzyskiwani*|awaryjn*|kopii zapasowej',
  cs: 'záložní*|obnovovací*|obnovení|záchrann*|nouzov*',
  sk: 'záložn*|obnovovac*|núdzov*',
  hu: 'helyreállít*|tartalék*|biztonsági másolat*|visszaállít*',
  ro: 'recuperare|de rezervă',
  sv: 'återställning*|reservkod*|säkerhetskopi*',
  da: 'gendannelse*|genoprettelse*|reservekode*|sikkerhedskopi*',
  no: 'gjenoppretting*|reservekode*|sikkerhetskopi*',
  fi: 'palautus*|varakoodi*|varmuuskoodi*',
  el: 'ανάκτησης|εφεδρικ*|αντίγραφ*',
  ru: 'резервн*|восстановлени*|запасн*|аварийн*',
  uk: 'резервн*|відновлен*|запасн*',
  bg: 'резервен|възстановяване',
  tr: 'yedek*|kurtarma|acil durum',
  ar: 'احتياطي|الاسترداد|استرداد|الطوارئ|استعادة',
  fa: 'پشتیبان|بازیابی|اضطراری',
  he: 'גיבוי|שחזור|חירום',
  zh: '备用|備用|备份|備份|恢复|恢復|救援|紧急|緊急|还原|復原',
  ja: 'バックアップ|リカバリ|回復|復旧|予備|復元',
  ko: '백업|복구|예비|비상',
  vi: 'dự phòng|khôi phục',
  id: 'cadangan|pemulihan',
  th: 'สำรอง|กู้คืน',
};

/** Boxes that want something else altogether, by family; these forbid a box whatever else it says. */
export const otherPhrases: PhraseTable = {
  captcha: `
    *captcha*|captch*|turing|characters you see|characters shown|text below|text shown|letters and numbers
    in the image|in the picture|image code|picture code|are you human|verify image|verification image
    security image|text unten|texte ci dessous|sicherheitsabfrage|zeichen im bild|caractères de l'image
    caracteres de la imagen|caracteres da imagem|caratteri nell|код с картинки|символы с картинки|текст ниже
    resimdeki|图形|圖形|图片|圖片|画像|下方的文本|이미지|자동입력|tekst poniżej|metni girin`,
  price: `
    *coupon*|*promo|*promocode*|*promotion*|promo*|promotional|*voucher*|*discount*|gift|giftcard*|gift card
    gutschein*|rabatt*|aktionscode|réduction|code promo|bon de réduction|cupón|cupon*|descuento|cupom|desconto
    sconto|buono|kortingscode|korting|rabatow*|kupon*|slevov*|kedvezmény*|промокод*|купон*|скидк*|indirim*|خصم
    قسيمة|تخفیف|优惠|優惠|折扣|兑换|クーポン|割引|쿠폰|할인`,
  address: `
    *postal*|*postcode*|post code|zip|*zipcode*|zip code|plz|postleitzahl*|code postal|código postal
    codice postale|pocztow*|psč|irányítószám|индекс|почтовый|posta kodu|الرمز البريدي|کد پستی|邮编|郵遞|邮政|郵便|우편
    country code|area code|dialing code|dialling code|phone prefix|colour*|color*`,
  card: `
    *cvv*|*cvc*|*cvn|card number|card verification*|card security*|card code|credit card|*cardnumber*|ccnumber
    cc number|iban|bic|swift*|sort code|bank code|routing|kartennummer|kartenprüfnummer|prüfziffer|cryptogramme
    numéro de carte|número de tarjeta|número do cartão|numer karty|номер карты|kart numarası|卡号|カード番号|atm pin
    card pin|pin of your card`,
  domain: `
    epp*|auth info*|authinfo|eppcode|transfer code|transfer key|transfer secret|transfer auth*|domain code
    domain name|auth code epp|registrar`,
  search: `
    *search*|keyword*|suche|suchen|suchbegriff|recherche*|rechercher|buscar|búsqueda|busca|pesquisa*|ricerca
    zoek*|szukaj|hledat|поиск|пошук|arama|بحث|جستجو|搜索|搜尋|検索|검색`,
  order: `
    order id|order number|ordernumber|orderid|order code|invoice*|tracking*|shipment|bestellnummer|bestellung
    rechnung*|sendungsnummer|commande|pedido|factura|ordine|zamówieni*|заказ*|sipariş*|订单|訂單|注文|주문|booking
    reservation code|reference number|sku|barcode|product code|product key|item code|serial*`,
  amount: `
    *quantity*|qty*|amount*|menge|anzahl|quantité|cantidad|quantidade|quantità|aantal|ilość|количество|miktar|数量
    birth*|dob|refresh interval`,
  question: `
    security question*|security answer*|secret question|secret answer|*securityq*|sicherheitsfrage*
    question de sécurité|pregunta de seguridad|pergunta de segurança|контрольный вопрос|密保|安全问题|秘密の質問`,
  invitation: `
    *invit*|referral*|referrer|affiliate*|einladung*|invitación|convite|zaproszeni*|приглашени*|davet*|邀请|招待|초대
    partner code|sponsor*`,
  elsewhere: `
    user code*|device code*|displayed on your|shown on your|pairing*|pair code|meeting*|webinar*|room code
    class code|join code|game pin|game code|event code|wifi*|wi fi|parking|employee*|student*|staff id|sim pin
    puk|parental*`,
  licence: 'license*|licence*|activation key|lizenz*|licencia|лицензи*|许可|激活码',
  developer: `
    api key*|apikey|api token*|apitoken|access token|personal access|ssh*|public key|private key|webhook*
    client id|client secret|app id|bearer|csrf*|xsrf*|nonce|encryption key|country iso|website code
    language code|currency code|source code|embed code`,
};

/** The key itself and the name of the device: they stand beside the code at enrolment. */
export const enrolmentPhrases: PhraseTable = {
  secret: `
    secret|totpsecret|secret url|setup key|manual key|shared key|otpauth|device name|devicename|user label
    userlabel|issuer|issuer name|description|gerätename|nom de l'appareil|nombre del dispositivo`,
};

/** Who somebody is, and passwords: forbidden unless the box also names the one-time code outright. */
export const identityPhrases: PhraseTable = {
  en: `
    username*|user name|user id|userid|user|login|loginname|e mail|email*|e mail address|mail|phone*|telephone
    mobile number|tel|first name|firstname|last name|lastname|full name|name|company|subject|message|comment*
    url|website|title|city|address*|tax id|vat*|ssn|account number|customer number|customer id|client number`,
  password: `
    password*|passwd|passphrase|pwd|pass|passwort*|kennwort*|mot de passe|contraseña|senha|palavra passe|parola
    wachtwoord|hasło|heslo|jelszó|пароль|şifre*|كلمة المرور|گذرواژه|רמז סיסמה|סיסמה|密码|密碼|パスワード|비밀번호|mật khẩu
    lösenord|adgangskode|passord|salasana|κωδικός πρόσβασης|identifiant|benutzername|usuario|usuário|utente
    gebruikersnaam|użytkownik*|uživatel*|логин|kullanıcı adı|用户名|ユーザー名|사용자`,
};

/** Buttons that spend a code instead of proving somebody. */
export const spendPhrases: PhraseTable = {
  en: 'apply|redeem|claim|add to cart|checkout|join',
  other: `
    einlösen|anwenden|appliquer|utiliser le code|canjear|aplicar|resgatar|applica|riscatta|inwisselen|toepassen
    zastosuj|zrealizuj|uplatnit|применить|активировать|застосувати|uygula|تطبيق القسيمة|兑换|使用优惠|適用|적용`,
};
