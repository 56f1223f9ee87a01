const called = (...attributes: readonly string[]): string => attributes.map((name) => `[${name}*="captcha" i]`).join();

/** A captcha that a form shows: its picture, or the box around it. A field that carries an answer unseen is none: it keeps no code away. */
export const shownCaptcha = called('alt', 'class', 'id', 'src');

/** Anything that a captcha may hang on, seen or not: the button beside it is the customer's to press. */
export const anyCaptcha = `${shownCaptcha},${called('name', 'title')}`;
