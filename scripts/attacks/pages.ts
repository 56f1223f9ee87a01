import type { AttackRow } from './attack-row.ts';
import { e2e, inFile, output, unit } from './evidence.ts';

// Of every target in tests/fuzz, messages and key URIs among them.
const fuzzed = inFile('tests/fuzz/support/fuzz.ts')('breaks at no new input, and never hangs: seed %i');

const hearsNoPress = output('page-scripts', 'hears a press in the login form alone, which only says who logs in');
const hearsNoPage = output('page-scripts', 'hears nothing that a page could say to it');
const makesNothing = output(
  'page-scripts',
  'makes nothing to type into or to press: no input, no button, no link, no frame, and no markup',
);
const noFilesForSites = output('manifest', 'reads no site by itself, and shows no file of its own to sites');

/** What a page, its scripts and what it shows may do to Doorcode, beside the frames that it may make. */
export const rows: readonly AttackRow[] = [
  {
    threat:
      'Scripts of a page press, type and dispatch events by the thousand, and send messages to the extension by its id',
    defence:
      'Nothing in a page starts a fill: no script of ours acts on a press, hears a message of the page, or is reached by another extension.',
    evidence: [
      e2e(
        'long/attacks-press',
        'leaves nothing to press after a fill of the popup, and hears no press and no script of the page',
      ),
      e2e(
        'long/attacks-press',
        'hears of a press who logs in and nothing else, where it may fill by itself and has several accounts',
      ),
      hearsNoPress,
      hearsNoPage,
      output(
        'page-scripts',
        'is never put into the world of the page’s own scripts, and the background hears no page and no other extension',
      ),
    ],
  },
  {
    threat: 'A script of ours in a page is taken over, and forges every message that there is, whole and damaged',
    defence:
      'The browser says who speaks. What speaks from a page may only tell that it saw something, and learns whether it may go on watching.',
    evidence: [
      e2e('long/attacks-messages', 'is answered nothing that it asks for, in no document, and changes nothing'),
      e2e('long/attacks-messages', 'is answered nothing where its messages are damaged'),
      e2e('long/attacks-messages', 'learns nothing but that it may go on watching where the site is allowed'),
      unit('messages/sender-policy', 'is a content script with the origin that the browser vouches for'),
      unit('messages/decode', 'may not say %s'),
      fuzzed,
    ],
  },
  {
    threat:
      'A page replaces what scripts build on, from lists and promises to the value of a box, or names elements as our scripts are named',
    defence: 'Scripts of ours run in a world of their own, read own fields, and take no element for a thing of theirs.',
    evidence: [
      e2e('long/attacks-pollution', 'fills the same code where a page spoils %s, and calls nothing of it'),
      unit('page/native-api', 'is not what a page calls so, with %s'),
      unit('messages/decode', 'lose every property that the protocol does not know'),
    ],
  },
  {
    threat:
      'A page, or markup that somebody left in it, gives the boxes of a form names of properties, so that looks at it never end, or see what is hidden',
    defence:
      'The way upwards, styles, shadow trees and addresses are asked of the browser, not of what a page calls so.',
    evidence: [
      unit('page/named-boxes', 'a box that is called like the way upwards keeps no walk from its end'),
      unit('page/named-boxes', 'a box called %s elsewhere shows nothing that its form hides'),
      unit('page/named-boxes', 'a box that is called like a shadow tree is none, and is not walked through for ever'),
    ],
  },
  {
    threat: 'A page draws a copy of our prompt and asks for the passphrase',
    defence:
      'We ask for a passphrase in our own pages alone, never in a site, so that a prompt in one is always a fraud.',
    evidence: [
      e2e('long/attacks-press', 'asks for nothing in the page when a press finds the vault locked'),
      makesNothing,
    ],
  },
  {
    threat: 'A page looks for the extension by its files, elements, globals, styles or requests, or by what it frames',
    defence:
      'Nothing is exposed to sites, and nothing stands in a page before somebody presses, nor after a fill is done.',
    evidence: [
      e2e('long/attacks-traces', 'finds no trace of an open vault that has an account of its site'),
      e2e(
        'long/attacks-traces',
        'finds none either where codes may be filled by themselves, and its box was looked at',
      ),
      e2e(
        'long/attacks-traces',
        'reaches no file of the extension, and is told of none of them more than of one that is not there',
      ),
      e2e('long/attacks-traces', 'is refused a file in the same time, whether the extension is there or not'),
      e2e(
        'long/attacks-press',
        'leaves nothing to press after a fill of the popup, and hears no press and no script of the page',
      ),
      noFilesForSites,
    ],
  },
  {
    threat: 'A page hides or covers our note, and lures somebody into pressing where it lies',
    defence: 'The note says one sentence and takes no press: what is pressed there reaches the page alone.',
    evidence: [
      e2e('long/attacks-note', 'reaches the page alone, and nobody of ours, where the page %s'),
      unit('page/note', 'a note reacts to nothing, is closed to the page, and the next one takes its place'),
      hearsNoPress,
    ],
  },
  {
    threat: 'A page shows our window, or another page of ours, in a frame, and has it pressed',
    defence: 'No file is open to sites, and the pages forbid every frame around them.',
    evidence: [
      e2e('long/attacks-traces', 'frames no page of the extension'),
      output('manifest', 'allows its pages no network, no foreign script and no frame'),
      noFilesForSites,
    ],
  },
  {
    threat:
      'A QR code or a link is hostile: huge, nested, of another scheme, with a script or turned letters for a name, or with values that make no code',
    defence:
      'The reader is strict and assumes nothing; what it read is shown as text, shortened, and saved only by a press.',
    evidence: [
      e2e('long/attacks-codes', 'makes no account of a code that holds %s, and leads nowhere'),
      e2e('long/attacks-codes', 'makes no account of a link whose label has %i kB'),
      e2e('long/attacks-codes', 'shows a code with hostile %s as text alone, as it would be saved'),
      unit('otp/key-uri', 'are refused, never defaulted: %s'),
      inFile('tests/unit/components/add-views.test.tsx')(
        'shows hostile names as text, isolated and with overrides named',
      ),
      fuzzed,
    ],
  },
  {
    threat: "A page shows another site's QR code, so that the account seems to belong there",
    defence: 'An account belongs to the exact site that showed it; that site is named before anything is saved.',
    evidence: [
      e2e(
        'long/attacks-codes',
        'binds a code that speaks of another site to the site that shows it, and says so before',
      ),
    ],
  },
  {
    threat: 'A copied code stays in the clipboard, for whoever pastes next',
    defence:
      'Copying is a press of its own; a code that nobody replaced is cleared after a time, as far as the browser lets us.',
    evidence: [
      e2e('long/copying', 'is cleared after its time, in Firefox by the next press'),
      e2e('long/clearing', 'is cleared after its time where the customer allowed it'),
      unit('app/clear-clipboard', 'clears nothing that was copied later by a page of ours'),
    ],
  },
];
