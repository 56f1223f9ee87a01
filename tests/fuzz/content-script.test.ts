import { encodeBase32 } from '../../lib/otp/base32.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import type { Chance } from '../support/chance.ts';
import { contentScript, createBackground, GRANTED, ownPage, type Stored, without } from './support/background.ts';
import { corpusOf } from './support/corpus.ts';
import { damagedValue } from './support/damage.ts';
import { codeIn, type FakePage, honestPage } from './support/fake-page.ts';
import { fuzz } from './support/fuzz.ts';
import { prepare, secret } from './support/prepared.ts';

/** What a content script says, and whom the browser names as its sender. */
type Said = { readonly message: unknown; readonly sender: Readonly<Record<string, unknown>> };
/** `before`: what the background finds; `page`: what the pages of the tab answer. */
type Input = { readonly before: string; readonly said: readonly Said[]; readonly page: FakePage };

const background = await createBackground();
const used = await prepare(background);
const states: ReadonlyMap<string, Stored> = new Map([
  ['used', used],
  ['open', without(used, 'filled.')],
  ['locked', without(used, 'vault.session', 'filled.')],
]);

// What only a page of ours may ask for.
const requests = corpusOf('messages').flatMap(({ input }) => (Array.isArray(input) ? input : []));
const kinds = [
  ...['watch-here', 'worth-a-look', 'challenge-seen', 'no-challenge'],
  ...['page-changed', 'code-perhaps', 'code-gone', 'login-named'],
];
const senders = [
  contentScript,
  { ...contentScript, documentId: 'D2' },
  { ...contentScript, frameId: 3, documentId: 'D3' },
  { ...contentScript, origin: 'https://evil.example', documentId: 'D4' },
  { ...contentScript, url: `${ownPage.origin}/popup.html` },
  { ...contentScript, origin: 'null' },
];

function isOwn({ id, origin, url }: Said['sender']): boolean {
  const byAddress = typeof url === 'string' && url.startsWith(`${ownPage.origin}/`) ? ownPage.origin : undefined;
  return id === ownPage.id && (origin ?? byAddress) === ownPage.origin;
}

// Each is the browser's word, so of its kind; but every one may be missing.
const odd: Readonly<Record<string, readonly unknown[]>> = {
  id: ['', 'ponmlkjihgfedcbaponmlkjihgfedcba'],
  origin: ['', 'null', `${GRANTED}:444`, `${GRANTED}.evil.example`, 'http://portal.example', `${ownPage.origin}x`],
  url: [`${GRANTED}/login`, `${ownPage.origin}/popup.html`, `${ownPage.origin}.evil.example/`, 'about:blank'],
  frameId: [0, 1, 7],
  documentId: ['', 'D1', 'D9'],
  tab: [{}, { id: 1 }, { id: 2 }],
};

/** A sender with one of its fields exchanged or missing. */
function oddSender(sender: Said['sender'], chance: Chance): Said['sender'] {
  const name = chance.pick(Object.keys(odd));
  return { ...sender, [name]: chance.below(3) === 0 ? undefined : chance.pick(odd[name] ?? []) };
}

function anySaid(chance: Chance): Said {
  const plain = { kind: chance.pick(kinds), name: chance.pick(['ada@example.org', 'bob@example.org', 'nobody']) };
  const message: unknown = chance.below(3) === 0 ? chance.pick(requests) : plain;
  const sender = chance.pick<Said['sender']>(senders);
  const spoken = chance.below(4) === 0 ? oddSender(sender, chance) : sender;
  return {
    message: chance.below(3) === 0 ? damagedValue(message, chance) : message,
    // What the browser names as a page of ours is one.
    sender: isOwn(spoken) ? contentScript : spoken,
  };
}

function anyPage(chance: Chance): FakePage {
  const page = honestPage(GRANTED);
  if (chance.below(2) === 0) return page;
  const name = chance.pick(['look', 'write', 'outcome', 'names', 'enrolment', 'origin'] as const);
  return { ...page, [name]: damagedValue({ of: page[name] }, chance) };
}

const isPage = (value: unknown): value is FakePage =>
  isRecord(value) && Object.keys(honestPage(GRANTED)).every((name) => Object.hasOwn(value, name));
const isSaid = (value: unknown): value is Said => isRecord(value) && isRecord(value.sender);

function take(kept: unknown): Input {
  const { before, said, page } = isRecord(kept) ? kept : {};
  if (typeof before !== 'string' || !Array.isArray(said) || !said.every(isSaid) || !isPage(page))
    throw new Error('messages are kept here');
  return { before, said, page };
}

const secrets = [encodeBase32(secret), Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('latin1')];

async function check({ before, said, page }: Input): Promise<string | null> {
  background.start(states.get(before) ?? used, page);
  let mayFill = false;
  for (const { message, sender } of said) {
    const reply = await background.send(message, sender);
    // Whether it may go on; a stranger hears nothing.
    if (reply !== null && typeof reply !== 'boolean')
      return `a reply that is more than yes or no: ${JSON.stringify(reply)}`;
    if (isRecord(message) && message.kind === 'challenge-seen' && sender.origin === GRANTED) mayFill = true;
    for (const script of background.scripts()) {
      const written = codeIn(script);
      if (written !== null && (!mayFill || written.origin !== GRANTED)) return 'a code for whom nobody allowed';
      const told = JSON.stringify(script.args ?? []);
      if (secrets.some((one) => told.includes(one))) return 'a key in a page';
    }
  }
  const [fault] = await background.faults();
  if (fault !== undefined) return `failed by itself: ${fault}`;
  const listed = await background.ask({ kind: 'list-accounts' });
  const count = listed.kind === 'accounts' ? listed.accounts.length : null;
  return count === (before === 'locked' ? null : 2) ? null : 'another list of accounts than before';
}

const begun: Input = {
  before: 'open',
  said: [{ message: { kind: 'watch-here' }, sender: contentScript }],
  page: honestPage(GRANTED),
};

fuzz({
  name: 'content-script',
  counts: { long: 12_000, short: 100 },
  take,
  source: (chance, kept) => () => {
    const start = chance.pick([begun, ...kept]);
    const said = Array.from({ length: 1 + chance.below(4) }, () => anySaid(chance));
    return {
      before: chance.pick([...states.keys()]),
      said: chance.below(3) === 0 ? [...start.said, ...said] : said,
      page: anyPage(chance),
    };
  },
  check,
  longestMs: background.longestMs,
});
