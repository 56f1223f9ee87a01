// Names of parts that most sites have: whoever owns mail.example did not coin the word for everybody's mail.
const words = new Set(
  (
    'account accounts admin auth autodiscover blog bank billing client clients cloud cpanel demo dev docs forum help home host ' +
    'hosting images info intranet login mail media my news online panel portal remote secure security service shop sign ' +
    'signin smtp static status store support test user web webmail welcome'
  ).split(' '),
);

/** Whether a name is a word that many sites use for a part of themselves, so that meeting it in another name tells nothing. */
export const isWordOfMany = (label: string): boolean => words.has(label);
