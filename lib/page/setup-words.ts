import type { PhraseTable } from './detect/words.ts';

/** What buttons say that begin an enrolment. */
export const startPhrases: PhraseTable = {
  names: 'qr*|2fa setup|mfa setup',
  en: `
    enable|activate|turn on|switch on|set up|setup|get started|begin|configure|enroll|enrol|generate secret|generate key
    generate a secret|generate a key`,
  de: 'aktivieren|einschalten|einrichten|loslegen|anschalten|konfigurieren',
  fr: 'activer|configurer|commencer|mettre en place',
  es: 'activar|configurar|empezar|habilitar|comenzar',
  pt: 'ativar|activar|configurar|começar|habilitar',
  it: 'attiva|attivare|configura|configurare|inizia|abilita|abilitare',
  nl: 'inschakelen|instellen|aan de slag|activeren|inschrijven|aanzetten',
  pl: 'włącz|skonfiguruj|aktywuj|rozpocznij',
  cs: 'zapnout|aktivovat|nastavit|povolit',
  sv: 'aktivera|konfigurera|slå på|kom igång',
  ru: 'включить|настроить|активировать|начать настройку',
  uk: 'увімкнути|налаштувати|активувати',
  tr: 'etkinleştir|kur|başla|aç|ayarla',
  vi: 'bật|kích hoạt|thiết lập',
  id: 'aktifkan|atur',
  zh: '启用|啟用|开启|開啟|立即设置|去设置|绑定|綁定|开始设置',
  ja: '有効に|有効化|設定する|設定を開始|登録する',
  ko: '사용 설정|설정하기|활성화|등록하기',
  rtl: 'تفعيل|تمكين|إعداد|فعال سازی|הפעל|הפעלה|הגדר',
};

/** What they say too; alone, or beside a word for the app, these begin one as well. */
export const addPhrases: PhraseTable = {
  en: 'add|use|assign|connect|register|link|choose|select',
  de: 'hinzufügen|verwenden|nutzen|verbinden|registrieren',
  fr: 'ajouter|utiliser|associer',
  es: 'añadir|agregar|usar|vincular',
  pt: 'adicionar|usar|vincular',
  it: 'aggiungi|usa|collega',
  nl: 'toevoegen|gebruiken|koppelen',
  pl: 'dodaj|użyj|połącz',
  cs: 'přidat|použít',
  sv: 'lägg till|använd',
  ru: 'добавить|подключить|использовать|привязать',
  uk: 'додати|підключити|використати',
  tr: 'ekle|kullan|bağla',
  cjk: '添加|使用|新增|追加|추가',
};

/** The app itself, where a button names it. */
export const enrolledAppPhrases: PhraseTable = {
  names: 'totp|authenticator*|google auth*|authy|mfa device|virtual mfa|mfa app|2fa app',
  en: 'an app|mobile app|phone app|authentication app*|authenticator app*|code app|time based one time',
  de: 'app|authentifizierungs app*|authentisierungs app*',
  romance: `
    application mobile|application d'authentification|application authentificateur|une application|aplicación
    aplicación de autenticación|aplicación autenticadora|aplicativo|app de autenticação|app di autenticazione
    app de autenticación|app mobile`,
  nl: 'authenticatie app*|app',
  slavic: 'aplikacj*|aplikac*|приложени*|застосун*|додаток',
  tr: 'uygulama*',
  cjk: '认证应用|验证器|身份验证器|驗證器|认证器|虚拟 mfa|認証アプリ|認証システム|인증 앱',
};

/** Other second factors and other things beside them, which lead to no code that an app reads. */
export const otherWayPhrases: PhraseTable = {
  sent: `
    sms*|text message*|text|phone number|phone call|mobile number|voice|e mail|email|mail|whatsapp*|telegram*|push
    telefonnummer|mobilnummer|handynummer|numéro*|message texte|teléfono|telefone|celular|correo|telefono|telefoonnummer
    numer telefonu|смс*|телефон*|почт*|telefon*|短信|简讯|簡訊|手机|手機|邮箱|邮件|電話|メール|문자|메일|رسالة`,
  keys: `
    security key*|passkey*|physical key|hardware key|yubikey*|webauthn|fido*|u2f|biometric*|touch id|windows hello
    sicherheitsschlüssel*|clé de sécurité|clés de sécurité|clé*|llave*|chave de segurança|chiave|beveiligingssleutel*
    klucz*|ключ*|güvenlik anahtar*|安全密钥|安全金鑰|セキュリティキー|パスキー|보안 키`,
  spare: `
    backup*|recovery|scratch|emergency|spare|wiederherstellung*|ersatz*|codes de secours|récupération|respaldo
    recuperación|recuperação|reserva|recupero|herstel*|zapasow*|odzyskiwani*|резервн*|yedek*|kurtarma|备用|备份|恢复
    バックアップ|回復|복구`,
  devices: 'trusted|remember*|vertrauenswürdig*|session*|sitzung*|vertrouwd*',
  elsewhere: `
    for my workspace|organization*|organisation*|everyone|all users|all members|members|team|staff|employees|require*
    enforce*|erzwingen|für alle|pour tous|exiger|para todos|exigir|per tutti|voor iedereen|wymagaj|для всех|всех
    所有|全員`,
  help: `
    learn|how|why|what|help|guide|documentation|more|mehr|hilfe|savoir|comment|aide|más|cómo|ayuda|saiba|mais|como
    ajuda|scopri|come|aiuto|meer|hoe|więcej|jak|pomoc|подробнее|как|помощь|nasıl|yardım|了解|帮助|詳細|ヘルプ`,
};

/** What buttons say that end or change what is set up already. */
export const endPhrases: PhraseTable = {
  en: 'disable|deactivate|turn off|switch off|remove|delete|reset|change|replace|edit|revoke|regenerate|unlink|unenroll',
  de: 'deaktivieren|ausschalten|abschalten|entfernen|löschen|zurücksetzen|ändern',
  fr: 'désactiver|supprimer|retirer|modifier|réinitialiser',
  es: 'desactivar|deshabilitar|eliminar|quitar|cambiar|restablecer',
  pt: 'desativar|desactivar|desabilitar|remover|alterar|redefinir',
  it: 'disattiva|disattivare|disabilita|rimuovi|modifica|reimposta',
  nl: 'uitschakelen|uitzetten|verwijderen|wijzigen|deactiveren|uitschrijven',
  pl: 'wyłącz|usuń|zmień|dezaktywuj|zresetuj',
  cs: 'vypnout|deaktivovat|odebrat|odstranit|změnit',
  sv: 'inaktivera|stäng av|ta bort|ändra|avaktivera',
  ru: 'отключить|выключить|удалить|изменить|сбросить|сменить',
  uk: 'вимкнути|відключити|видалити|змінити',
  tr: 'devre dışı*|kapat|kaldır|değiştir|sıfırla',
  vi: 'tắt|hủy',
  cjk: '禁用|关闭|關閉|停用|解绑|解除|删除|修改|更换|重置|無効|削除|変更|해제|삭제|변경',
  rtl: 'تعطيل|إلغاء|إزالة|غیرفعال|השבת|ביטול',
};
