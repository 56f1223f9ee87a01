// Where people write to each other, by the names that forums, desks and chats give such places.
const names =
  /(?:^|[-_ ])(?:comments?|posts?|posting|repl(?:y|ies)|chats?|threads?|conversations?|reviews?|feed|bubbles?|messages?-?_?(?:body|text|content|list|item)|user-?content|ugc|mail-?body)(?=$|[-_ ])/i;
const elements =
  'article, blockquote, [contenteditable], [itemprop~=articleBody], [itemprop~=text], [itemprop~=comment]';

/** Ancestors of an element, itself first, below the body: what names a whole page says nothing of a place in it. */
function* placesOf(element: Element): Generator<Element> {
  const { body } = element.ownerDocument;
  for (let up: Element | null = element; up !== null && up !== body; up = up.parentElement) yield up;
}

/** Whether somebody other than the site wrote what stands in an element: a post, a comment, a mail. */
export function isWrittenByPeople(element: Element): boolean {
  for (const place of placesOf(element)) {
    if (place.matches(elements) || names.test(place.getAttribute('class') ?? '')) return true;
  }
  return false;
}

/** Whether an element is one of several made alike, as the messages of a conversation are and an answer is not. */
export function isOneOfMany(element: Element): boolean {
  const classes = element.getAttribute('class');
  return Array.from(element.parentElement?.children ?? []).some(
    (other) => other !== element && other.localName === element.localName && other.getAttribute('class') === classes,
  );
}
