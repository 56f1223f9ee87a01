import type { PhraseTable } from './words.ts';

/** Sentences that say a code was sent. Only what has happened counts: "send me a text instead" stands beside many app boxes. */
export const sentPhrases: PhraseTable = {
  en: `
    we sent|we have sent|we've sent|been sent|was sent|sent to|sent an|just sent|sent you|sent a code|sent via
    sent by|code sent|we emailed|we texted|we've emailed|we've texted|emailed to|texted to|emailed you|texted you
    check your email|check your e mail|check your inbox|check your phone for|check your messages|text message with
    you received by|code in the email|from the email|from your email|from the text message|from the sms|on its way
    you will receive|you should receive|we are sending|sending you|email with|verify your email*|verify your e mail*
    verify your phone*|verify your mobile*|confirm your email*|confirm your phone*|email verification
    phone verification|mailed to|mailed you|has been mailed|sms to|messaged you|we called|we've called|phoned you|sent your`,
  de: `
    gesendet|geschickt|versendet|zugesandt|zugeschickt|per sms erhalten|per e mail erhalten
    e mail adresse bestätigen|telefonnummer bestätigen|gemailt|ging an`,
  fr: `
    envoyé|envoyée|envoyés|venons de vous envoyer|vous recevrez|reçu par sms|reçu par e mail|consultez votre boîte
    vérifiez votre adresse e mail|confirmez votre adresse|vous a été adressé|transmis`,
  es: `
    enviado|enviada|enviamos|recibirás|recibido por sms|revisa tu correo|verifica tu correo|verifica tu teléfono`,
  pt: 'enviado|enviada|enviámos|receberá|enviamos|recebido por sms|verifique seu e mail',
  it: 'inviato|inviata|riceverai|ricevuto via sms|controlla la tua email',
  nl: 'verzonden|gestuurd|verstuurd|toegestuurd|controleer je e mail|gemaild',
  pl: 'wysłany|wysłano|wysłaliśmy|wysłana|przesłan*|przesłaliśmy',
  cs: 'odeslán*|zaslán*|poslán*|poslali|zaslali|odeslali',
  sk: 'odoslan*|zaslan*|poslali|zaslali|odoslali',
  hu: 'elküldtük|elküldött|küldtünk|kiküldtük|küldött|küldtük',
  ro: 'trimis|expediat',
  sv: 'skickat|skickats|skickade|mejlat',
  da: 'sendt|mailet',
  no: 'sendt',
  fi: 'lähetetty|lähetimme|olemme lähettäneet|lähettämämme',
  el: 'στάλθηκε|έχει σταλεί|στείλαμε|εστάλη|απεστάλη',
  ru: `
    отправлен|отправлена|отправлено|отправили|выслан|выслали|код из смс|код из письма|отправленн*|прислали|направили`,
  uk: 'надіслан*|відправлен*|надіслали|код з смс|прислали|відправили',
  bg: 'изпратен*|изпратихме|пратихме|пратен*',
  tr: 'gönderildi|gönderdik|gönderilmiştir|gönderilen|gönderdiğimiz|yollandı|iletildi|adresinize gitti',
  ar: 'تم إرسال|أرسلنا|المرسل|تم ارسال|بعثنا|سيصلك',
  fa: 'ارسال شد|ارسال کردیم|ارسال شده|فرستاده شد|پیامک شد|فرستادیم',
  he: 'נשלח|שלחנו',
  zh: '已发送|已經發送|已经发送|已發送|发送到|發送到|发送至|發送至|已寄|寄送至|短信验证码|短信驗證碼|手机验证码|邮箱验证码|郵箱驗證碼|邮件验证码|簡訊驗證碼|已傳送|傳送至|已送出|发到|發到|发往|發往|发给|發給',
  ja: '送信されました|送信しました|送信された|送信した|送信済み|送りました|届いた|お送りした|メールに記載|送った',
  ko: '전송되었|전송했|보냈습니다|발송되었|발송했|전송된|발송된|전송하였|보낸',
  vi: 'đã gửi|đã được gửi|vừa gửi',
  id: 'telah dikirim|kami kirim|telah mengirim|dikirim ke',
  th: 'ส่งรหัสไป|ได้ส่ง|ส่งไปยัง|ที่ส่งไป|ส่งไปที่',
  hi: 'भेजा|भेजी|भेजे',
};

/**
 * Codes that came to somebody, and the messages that bring them. A page of an app says some of this too ("received in the app",
 * "use SMS instead"), so it counts only where no app is spoken of.
 */
export const receivedPhrases: PhraseTable = {
  channel: `
    sms|text message*|textnachricht*|message texte|mensaje de texto|mensajes de texto|mensagem de texto|whatsapp*
    смс*|短信|簡訊|문자|ショートメッセージ|پیامک|tin nhắn`,
  call: 'calling you|call you|звоним|позвоним|звонок|входящего|rufen sie an|vous appeler',
  en: "you received|you have received|you got|we'll send you|we will send you|text you|texted|emailed",
  de: 'erhalten haben|haben sie erhalten|erhaltenen|bekommst|bekommen haben|zukommen|zugestellt|kam per|kam an',
  fr: 'reçu|reçue|parvenu',
  es: 'recibido|recibiste|recibió|mandamos|mandado|te llegó|llegado',
  pt: 'recebeu|recebido|recebeste|mandamos|chegou',
  it: 'ricevuto|mandato|arrivato|spedito|spedita',
  nl: 'ontvangen|ontvangt',
  pl: 'otrzyman*|otrzymałeś|przysłan*|przysłaliśmy|przyszedł|czeka w wiadomości',
  cs: 'obdržel*|přišel|doručen*|ve zprávě',
  sk: 'dostal*|doručen*|v správe',
  hu: 'kapott|kapta|érkezett',
  ro: 'primit|primită',
  sv: 'fått|mottagit|fick',
  da: 'modtaget|fået',
  no: 'mottatt|fått',
  fi: 'saamasi|vastaanottamasi|tekstiviesti*',
  el: 'λάβατε|έλαβες',
  ru: 'получили|придёт|придет|пришёл|пришел|пришло|из сообщения|из письма|на почту|на номер',
  uk: 'отримали|отриманий|прийде|надійшов|з повідомлення|з листа',
  bg: 'получихте|получен*',
  tr: 'gelen|ulaşan|aldığınız|iletilen|ilettik|yolladık|telefonuna|telefonunuza|e postana|e postanıza',
  zh: '收到|发送的|發送的',
  ja: '届きました|届く|受信した|受け取った',
  ko: '받은|받으신|수신한|로 온',
  vi: 'nhận được|gửi đến|gửi tới',
  id: 'terima|diterima|dikirim*|kirimkan',
  th: 'ได้รับ',
  ar: 'وصلك|استلمت|تلقيت|رسالة',
  fa: 'دریافت کرد',
  he: 'קיבלת|הודעה',
  mail: `
    by e mail|via e mail|by mail|per e mail|per mail|par courriel|par e mail|par mail|por correo|por e mail|e mailem
    e mailom|na e mail|per e post|på e post|på mejl|sähköposti*|по почте|на e mail|по имейл|e posta ile|بالبريد
    במייל|메일로|メールで|通过邮件|ईमेल पर|मोबाइल पर`,
};

/**
 * Where a message goes, and the offer of another one. Any page may say so of an account, so these count only where neither an app
 * nor two-factor login is spoken of.
 */
export const addressedPhrases: PhraseTable = {
  en: `
    phone number|mobile number|e mail address|your e mail|inbox|mailbox|resend*|send again|send a new code
    didn't receive|didn't get|not received|magic link`,
  de: 'telefonnummer|handynummer|mobilnummer|e mail adress*|posteingang|postfach|erneut senden|neu* code anfordern',
  fr: 'numéro de téléphone|numéro de mobile|adresse mail|boîte|renvoyer|pas reçu',
  es: 'número de teléfono|tu móvil|tu celular|correo electrónico|tu correo|bandeja|reenviar',
  pt: 'número de telefone|número de telemóvel|seu celular|seu e mail|caixa de entrada',
  it: 'numero di telefono|cellulare|indirizzo e mail',
  nl: 'telefoonnummer|e mail adres*|postvak|opnieuw verzenden',
  pl: 'numer* telefonu|adres* e mail|skrzynk*|ponownie',
  cs: 'telefonn* čísl*|e mailov*|schránk*|znovu',
  hr: 'broj* telefona',
  hu: 'telefonszám*|e mail cím*|postafiók*|újraküld*',
  ro: 'număr* de telefon|adresa de e mail',
  sv: 'mejl*|e postadress*|skicka igen',
  da: 'mailadresse|send igen',
  fi: 'sähköpost*|lähetä uudelleen',
  el: 'τηλεφώνου|κινητό|email σας',
  ru: 'номер* телефона|почт*|письм*|повторно|новый код',
  uk: 'телефону|пошт*|новий код',
  bg: 'телефонен номер|имейл*|поща*',
  tr: 'telefon numara*|cep telefon*|e posta*|gelen kutu*|tekrar gönder*',
  ar: 'رقم الهاتف|رقم هاتف|الجوال|جوالك|البريد|بريدك|إعادة إرسال',
  fa: 'شماره موبایل|شماره تلفن|همراه|ایمیل',
  he: 'הטלפון|הנייד|מייל|דואר',
  zh: '手机号|手機號|的手机|的手機|邮箱|郵箱|信箱|邮件|郵件|收件|重新发送|重新發送|重发|重新获取|获取验证码',
  ja: '電話番号|メール|携帯|受信|再送',
  ko: '전화번호|휴대폰|휴대전화|메일|재전송|다시 보내',
  vi: 'số điện thoại|email của bạn|gửi lại',
  id: 'nomor telepon|nomor ponsel|alamat e mail|kirim ulang',
  th: 'หมายเลขโทรศัพท์|เบอร์|อีเมล',
  hi: 'मोबाइल नंबर|ईमेल',
};

/** Ways a message comes; in a field's own words they say that it wants a sent code. */
export const channelPhrases: PhraseTable = {
  en: `
    sms*|text message|mail code|phone code|mobile code|phone otp|mobile otp|mail otp|e mail otp|text code
    email verification code|phone verification code|email token|phone token|code from email|email pin|whatsapp*
    telegram*|e mail code`,
  other: 'смс|код из письма|短信|簡訊|邮箱|郵箱|手机|手機|문자|이메일 인증|メール認証|پیامک|رسالة نصية|e posta kodu',
};
