import type { PhraseTable } from './words.ts';

/** A reserve code: the right answer to another question on the very same page. */
export const reservePhrases: PhraseTable = {
  en: '*backup*|*recovery*|recover|*scratch code*|scratch|rescue*|emergency|reserve code|fallback code',
  de: 'wiederherstellung*|notfall*|sicherungscode*|ersatz*',
  fr: 'récupération|de secours|sauvegarde|recuperation',
  es: 'recuperación|respaldo|de emergencia|copia de seguridad|recuperacion|de reserva',
  pt: 'recuperação|cópia de segurança|emergência',
  it: 'recupero|ripristino|di riserva|di emergenza',
  nl: 'herstel*|noodcode*|back up*|reservecode*',
  pl: 'zapasow*|odzyskiwani*|awaryjn*',
  cs: 'obnovení|záchrann*|nouzov*|záložn*',
  sk: 'záložn*|núdzov*',
  hu: 'helyreállít*|tartalék*|biztonsági másolat*|visszaállít*',
  ro: 'recuperare|rezervă',
  sv: 'återställning*|reservkod*|säkerhetskopi*|nödkod*',
  da: 'gendannelse*|genoprettelse*|sikkerhedskopi*|nødkode*|reservekode*',
  no: 'gjenoppretting*|sikkerhetskopi*|nødkode*',
  fi: 'palautus*|varakoodi*|varmuuskoodi*',
  el: 'ανάκτησης|εφεδρικ*|αντίγραφ*',
  ru: 'восстановлени*|запасн*|аварийн*|резервн*',
  uk: 'відновлен*|запасн*|аварійн*',
  bg: 'резерв*|възстанов*',
  tr: 'yedek*|kurtarma|acil durum',
  ar: 'احتياطي|استرداد|الطوارئ|استعادة',
  fa: 'پشتیبان|بازیابی|اضطراری',
  he: 'גיבוי|שחזור|חירום',
  zh: '备用|備用|备份|備份|恢复|恢復|救援|紧急|緊急|还原|復原',
  ja: 'バックアップ|リカバリ|回復|復旧|予備|復元',
  ko: '백업|복구|예비|비상',
  vi: 'dự phòng|khôi phục',
  id: 'cadangan|pemulihan',
  th: 'สำรอง|กู้คืน',
  hr: 'rezervn*',
  hi: 'बैकअप|रिकवरी',
};

/** Boxes that want something else altogether, by family; these forbid a box whatever else it says. */
export const otherPhrases: PhraseTable = {
  captcha: `
    *captcha*|captch*|turing|characters you see|text below|letters and numbers|in the image|in the picture
    image code|picture code|are you human|sicherheitsabfrage|код с картинки|resimdeki|图形|圖形|图片|圖片|画像|이미지|자동입력`,
  price: `
    *coupon*|*promocode*|*promotion*|promo*|*voucher*|*discount*|gift|gutschein*|aktionscode|réduction|cupón
    descuento|cupom|desconto|sconto|buono|kortingscode|korting|kupon*|slevov*|kedvezmény*|промокод*|купон*|скидк*
    indirim*|خصم|قسيمة|تخفیف|优惠|優惠|折扣|兑换|クーポン|割引|쿠폰|할인|rabat*|сертификат*|kampanya*|wallet code|cupon*|εκπτωτικ*
    κουπόνι*`,
  address: `
    *postal*|*postcode*|post code|zip|plz|pocztow*|psč|индекс|почтовый|کد پستی|邮编|郵遞|邮政|郵便|우편|country code|area code
    dialing code|colour*|color*|postnummer*|zip*|postleitzahl*`,
  card: `
    *cvv*|*cvc*|*cvn|card number|card verification*|card security*|card code|credit card|cc number|iban|bic|swift*
    sort code|kartennummer|numéro de carte|número de tarjeta|卡号|カード番号|atm pin|card pin|pin of your card
    *card number*`,
  domain: 'epp*|auth info*|transfer code|transfer key|transfer auth*|domain code|domain name|registrar',
  search: '*search*|keyword*|suche|suchen|buscar|pesquisa*|поиск|пошук|بحث|جستجو|搜索|搜尋|検索|검색',
  order: `
    order id|order number|invoice*|tracking*|bestellnummer|заказ*|sipariş*|订单|訂單|注文|주문|booking|reference number|sku
    barcode|product code|product key|serial*`,
  amount: '*quantity*|qty*|amount*|birth*|dob',
  question: 'security question*|security answer*|secret question|secret answer|*securityq*',
  invitation: `
    *invit*|referral*|referrer|affiliate*|einladung*|convite|zaproszeni*|приглашени*|davet*|邀请|招待|초대|partner code
    sponsor*|friend code`,
  elsewhere: `
    user code*|device code*|displayed on your|shown on your|pairing*|meeting*|join code|game pin|game code|wifi*
    wi fi|parking|employee*|sim pin|puk|parental*|fernseher*|televis*|telewizor*|télé|your tv|the tv|телевизор*
    телевізор*|テレビ|电视|電視`,
  licence: 'license*|licence*|activation key|lizenz*|licencia|лицензи*|许可|激活码',
  developer: `
    api key*|api token*|access token|personal access|ssh*|public key|private key|webhook*|client id|client secret
    app id|bearer|csrf*|xsrf*|nonce|language code|currency code|source code`,
};

/** The key itself and the name of the device: they stand beside the code at enrolment. */
export const enrolmentPhrases: PhraseTable = {
  secret: `
    secret|setup key|manual key|shared key|otpauth|device name|user label|issuer|description|gerätename
    nom de l'appareil|nombre del dispositivo|seed*|authenticator key|totp key|otp key`,
};

/** Who somebody is, and passwords: forbidden unless the box also names the one-time code outright. */
export const identityPhrases: PhraseTable = {
  en: `
    username*|user|login|mail|phone*|telephone|mobile number|tel|name|company|subject|message|comment*|url|website
    title|city|address*|tax id|vat*|ssn|account number|customer number|customer id|client number|e mail*|userid`,
  password: `
    password*|passwd|passphrase|pwd|pass|passwort*|kennwort*|mot de passe|contraseña|senha|palavra passe|parola
    wachtwoord|hasło|heslo|jelszó|пароль|şifre*|كلمة المرور|گذرواژه|סיסמה|密码|密碼|パスワード|비밀번호|mật khẩu|lösenord
    adgangskode|passord|salasana|κωδικός πρόσβασης|identifiant|benutzername|usuario|usuário|utente|gebruikersnaam
    użytkownik*|uživatel*|логин|kullanıcı adı|用户名|ユーザー名|사용자`,
};

/** Buttons that spend a code instead of proving somebody. */
export const spendPhrases: PhraseTable = {
  en: 'apply|redeem|claim|add to cart|checkout|join',
  other: `
    einlösen|anwenden|appliquer|utiliser le code|canjear|aplicar|resgatar|applica|riscatta|inwisselen|toepassen
    zastosuj|zrealizuj|uplatnit|применить|активировать|застосувати|uygula|تطبيق القسيمة|兑换|使用优惠|適用|적용|beitreten
    rejoindre|unirse|dołącz|katıl|присоединиться|参加する`,
};
