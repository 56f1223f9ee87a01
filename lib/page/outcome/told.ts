import { aroundOf, attributeOf, closestTo, firstIn, fits } from '../by-prototype.ts';

// Where people write to each other, by the names that forums, desks and mails give such places.
const surely =
  /(?:^|[-_ ])(?:comments?|repl(?:y|ies)|threads?|ugc|post-?_?(?:body|text|content)|mail-?_?body)(?=$|[-_ ])/i;
// Names that sites give their own pages too: people's where several stand side by side.
const inRows = /(?:^|[-_ ])(?:posts?|chats?|messages?|bubbles?|reviews?|feed)(?=$|[-_ ])/i;
// Style sheets name the parts of an alert so as well.
const partsOfMessages = /(?:^|[-_ ])messages?-?_?(?:body|text|content)(?=$|[-_ ])/i;
const ownAlert =
  '[role=alert], [role=status], [class*=success], [class*=danger], [class*=error], [class*=warning], [class*=info], [class*=flash], [class*=toast]';
const elements =
  'blockquote, [contenteditable]:not([contenteditable=false]), [itemprop~=articleBody], [itemprop~=comment]';
// What nobody can write into a post: the page's own main part, a box for a password or a code.
const ownParts = 'main, [role=main], input[type=password], input[autocomplete~=one-time-code]';

// Two notices alike are an answer in two sentences; a conversation has more.
const MOST_ALIKE = 2;

/** Ancestors of an element, itself first, below the body: what names a whole page says nothing of a place in it. */
function* placesOf(element: Element): Generator<Element> {
  const { body } = element.ownerDocument;
  for (let up: Element | null = element; up !== null && up !== body; up = aroundOf(up)) yield up;
}

/** What stands beside an element, itself among it. */
function childrenAround(element: Element): readonly Element[] {
  const around = aroundOf(element);
  return around === null ? [] : Array.from(Reflect.get(Element.prototype, 'children', around));
}

/** Whether an element is one of several made alike, as the messages of a conversation are and an answer is not. */
export function isOneOfMany(element: Element): boolean {
  const classes = attributeOf(element, 'class');
  const alike = childrenAround(element).filter(
    (other) => other.localName === element.localName && attributeOf(other, 'class') === classes,
  );
  return alike.length > MOST_ALIKE;
}

const isOneOfArticles = (place: Element): boolean =>
  place.localName === 'article' && childrenAround(place).filter(({ localName }) => localName === 'article').length > 1;

/** Whether somebody other than the site wrote what stands in an element: a post, a comment, a mail. */
export function isWrittenByPeople(element: Element): boolean {
  const inAlert = closestTo(element, ownAlert) !== null;
  for (const place of placesOf(element)) {
    const classes = attributeOf(place, 'class') ?? '';
    const isTheirs =
      fits(place, elements) ||
      surely.test(classes) ||
      isOneOfArticles(place) ||
      (!inAlert && (partsOfMessages.test(classes) || (inRows.test(classes) && isOneOfMany(place))));
    if (isTheirs && firstIn(place, ownParts) === null) return true;
  }
  return false;
}
