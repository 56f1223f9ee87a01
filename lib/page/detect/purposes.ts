// Tokens of `autocomplete`, as the HTML standard lists them, that declare a box for something else.

/** What is typed of a card, an address, a password: never a code, whatever else the box says. */
export const otherPurpose =
  /^(?:cc-|bday|street-|address-|postal-|country|transaction-|organization|current-password|new-password)/;

/** Who somebody is: pages put these on code boxes by mistake, so an outright sign outranks them. */
export const peoplePurpose = /^(?:username|email|tel|name|given-name|family-name|nickname|url)/;
