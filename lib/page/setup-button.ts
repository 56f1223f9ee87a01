import { isShown, plainText } from './outcome/statements.ts';

const MOST_SEEN = 2_000;
const LONGEST_WORDS = 48;
const LONGEST_AROUND = 1_500;
const LEVELS = 6;

const pressed = 'a[href], button, [role=button], input[type=submit], input[type=button]';
const dialogs = 'dialog, [role=dialog], [aria-modal=true], .modal';

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

// What such buttons say, in the ordinary words of each language; the last ones have no blanks around words.
const begins = new RegExp(
  `${
    whole(
      'enable|activate|turn on|switch on|set ?up|get started|begin|add (?:an )?(?:authenticator|authentication) app|' +
        'aktivieren|einschalten|einrichten|loslegen|activer|configurer|commencer|activar|configurar|empezar|ativar|começar|' +
        'attiva|attivare|configura|inizia|inschakelen|instellen|aan de slag|włącz|skonfiguruj|включить|настроить|увімкнути|etkinleştir|kur',
    ).source
  }|启用|啟用|开启|设置|有効に|設定する|設定を開始`,
  'iu',
);
const twoFactor =
  /(?:two|2|multi)[\s-]?(?:factor|step)|(?<!\p{L})(?:2fa|mfa|tfa)(?!\p{L})|authenticator|zwei-?(?:faktor|stufen)|deux (?:facteurs|étapes)|double authentification|dos (?:factores|pasos)|doble factor|dois fatores|duas etapas|due (?:fattori|passaggi)|twee(?:factor|staps)|dwu(?:składnik|etap)|двух(?:фактор|этап)|двофактор|iki (?:faktör|aşama|adım)|两步|双重|雙重|二段階|二要素/iu;

const wordsOf = (button: Element): string =>
  button instanceof HTMLInputElement ? button.value.replace(/\s+/g, ' ').trim() : plainText(button);

/** Whether two-factor login is what a button, or the part of the page that it closes, is about. */
function isAboutTwoFactor(button: Element): boolean {
  if (twoFactor.test(wordsOf(button))) return true;
  let around = button.parentElement;
  for (let level = 0; level < LEVELS && around !== null && around !== button.ownerDocument.body; level += 1) {
    const text = plainText(around);
    if (text.length > LONGEST_AROUND) return false;
    if (twoFactor.test(text)) return true;
    around = around.parentElement;
  }
  return false;
}

/**
 * The words of the button that seems to lead to the code of an enrolment: of a dialog that is open, else the first of the page.
 * @returns at most 48 characters as the page wrote them; null where there is none
 */
export function readSetupButton(page: Document): string | null {
  const buttons = Array.from(page.querySelectorAll(pressed))
    .slice(0, MOST_SEEN)
    .filter((button) => {
      const words = wordsOf(button);
      return words.length <= LONGEST_WORDS && begins.test(words) && isShown(button) && isAboutTwoFactor(button);
    });
  const button = buttons.find((one) => one.closest(dialogs) !== null) ?? buttons[0];
  return button === undefined ? null : wordsOf(button);
}
