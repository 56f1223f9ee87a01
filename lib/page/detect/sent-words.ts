import type { PhraseTable } from './words.ts';

/** Sentences that say a code was sent. Only what has happened counts: "send me a text instead" stands beside many app boxes. */
export const sentPhrases: PhraseTable = {
  en: `
    we sent|we have sent|we've sent|we just sent|been sent|was sent|sent to|sent an|just sent|sent you
    sent a code|sent via|sent by|code sent|we emailed|we texted|we've emailed|we've texted|emailed to|texted to
    emailed you|texted you|check your email|check your e mail|check your inbox|check your phone for
    check your messages|text message with|you received by|code in the email|from the email|from your email
    from the text message|from the sms|on its way|you will receive|you should receive|we are sending|sending you
    email with|verify your email*|verify your e mail*|verify your phone*|verify your mobile*|confirm your email*
    confirm your phone*|email verification|phone verification`,
  de: `
    gesendet|geschickt|versendet|zugesandt|zugeschickt|per sms erhalten|per e mail erhalten
    e mail adresse bestätigen|telefonnummer bestätigen`,
  fr: `
    envoyé|envoyée|envoyés|venons de vous envoyer|vous recevrez|reçu par sms|reçu par e mail|reçu par email
    consultez votre boîte|vérifiez votre adresse e mail|confirmez votre adresse`,
  es: `
    enviado|enviada|enviamos|hemos enviado|acabamos de enviar|recibirás|recibido por sms|revisa tu correo
    verifica tu correo|verifica tu teléfono`,
  pt: 'enviado|enviada|enviámos|acabamos de enviar|receberá|enviamos|recebido por sms|verifique seu e mail',
  it: 'inviato|inviata|abbiamo inviato|riceverai|ricevuto via sms|controlla la tua email',
  nl: 'verzonden|gestuurd|verstuurd|toegestuurd|controleer je e mail',
  pl: 'wysłany|wysłano|wysłaliśmy|został wysłany|wysłana',
  cs: 'odeslán*|zaslán*|poslán*|poslali jsme|odeslali jsme',
  sk: 'odoslan*|zaslan*|poslali sme',
  hu: 'elküldtük|elküldött|küldtünk|kiküldtük',
  ro: 'trimis|a fost trimis|am trimis',
  sv: 'skickat|skickats|skickade|har skickat',
  da: 'sendt|har sendt',
  no: 'sendt|har sendt',
  fi: 'lähetetty|lähetimme|olemme lähettäneet',
  el: 'στάλθηκε|έχει σταλεί|στείλαμε|εστάλη',
  ru: 'отправлен|отправлена|отправлено|отправили|выслан|выслали|код из смс|код из письма',
  uk: 'надіслан*|відправлен*|надіслали|код з смс',
  bg: 'изпратен*|изпратихме',
  tr: 'gönderildi|gönderdik|gönderilmiştir|gönderilen|gönderdiğimiz',
  ar: 'تم إرسال|أرسلنا|المرسل|تم ارسال',
  fa: 'ارسال شد|ارسال کردیم|ارسال شده|فرستاده شد|پیامک شد',
  he: 'נשלח|שלחנו',
  zh: '已发送|已經發送|已经发送|已發送|发送到|發送到|发送至|發送至|已寄|寄送至|短信验证码|短信驗證碼|手机验证码|邮箱验证码|郵箱驗證碼|邮件验证码|簡訊驗證碼',
  ja: '送信されました|送信しました|送信された|送信済み|送りました|届いた|お送りした|メールに記載',
  ko: '전송되었|전송했|보냈습니다|발송되었|발송했|전송된|발송된|전송하였',
  vi: 'đã gửi|đã được gửi',
  id: 'telah dikirim|kami kirim|telah mengirim|dikirim ke',
  th: 'ส่งรหัสไป|ได้ส่ง|ส่งไปยัง',
};

/**
 * Codes that came to somebody, and the messages that bring them. A page of an app says some of this too ("received in the app",
 * "use SMS instead"), so it counts only where no app is spoken of.
 */
export const receivedPhrases: PhraseTable = {
  channel: `
    sms|text message*|textnachricht*|message texte|mensaje de texto|mensajes de texto|mensagem de texto
    whatsapp*|смс*|sms код*|sms ile|sms kodu|短信|簡訊|문자|ショートメッセージ|پیامک|رسالة نصية|הודעת טקסט|tin nhắn`,
  call: 'calling you|call you|звоним|позвоним|звонок|входящего|rufen sie an|vous appeler',
  en: "you received|you have received|you got|we'll send you|we will send you|text you|texted|emailed",
  de: 'erhalten haben|haben sie erhalten|erhaltenen|bekommst|bekommen haben|zukommen|zugestellt',
  fr: 'avez reçu|as reçu|reçu|reçue|parvenu',
  es: 'recibido|recibiste|has recibido|recibió|mandamos|mandado|te llegó|llegado',
  pt: 'recebeu|recebido|recebeste|mandamos|chegou',
  it: 'ricevuto|hai ricevuto|mandato|arrivato',
  nl: 'ontvangen|ontvangt',
  pl: 'otrzyman*|otrzymałeś|przysłan*|przysłaliśmy|przyszedł',
  cs: 'obdržel*|přišel|doručen*|ve zprávě',
  sk: 'dostal*|doručen*|v správe',
  hu: 'kapott|kapta|érkezett',
  ro: 'primit|primită',
  sv: 'fått|mottagit|fick',
  da: 'modtaget|fået',
  no: 'mottatt|fått',
  fi: 'saamasi|vastaanottamasi|tekstiviesti*',
  el: 'λάβατε|έλαβες',
  ru: 'получили|полученный|придёт|придет|пришёл|пришел|пришло|из сообщения|из письма|на номер|на почту',
  uk: 'отримали|отриманий|прийде|надійшов|з повідомлення|з листа|на номер',
  bg: 'получихте|получен*',
  tr: 'gelen|ulaşan|aldığınız|iletilen|ilettik|yolladık|telefonuna|telefonunuza|e postana|e postanıza',
  zh: '收到的|收到|发送的|發送的',
  ja: '届きました|届く|受信した|受け取った',
  ko: '받은|받으신|수신한',
  vi: 'nhận được|gửi đến|gửi tới',
  id: 'terima|diterima|dikirim*|kirimkan',
  th: 'ได้รับ',
  ar: 'وصلك|استلمت|تلقيت',
  fa: 'دریافت کرد|پیامک شده',
  he: 'קיבלת|שקיבלת',
};

/** Ways a message comes; in a field's own words they say that it wants a sent code. */
export const channelPhrases: PhraseTable = {
  en: `
    sms*|text message|email code|e mail code|emailcode|mail code|phone code|phonecode|mobile code|mobilecode
    email otp|emailotp|sms otp|phone otp|mobile otp|mobileotp|mail otp|text code|email verification code
    phone verification code|email token|phone token|code from email|email pin|whatsapp*|telegram*`,
  other: `
    смс|код из письма|短信|簡訊|邮箱|郵箱|手机|手機|문자|이메일 인증|メール認証|پیامک|رسالة نصية|e posta kodu|e mail code|código sms
    code sms|sms code`,
};
