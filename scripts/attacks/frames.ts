import type { AttackRow } from './attack-row.ts';
import { inFile } from './evidence.ts';

const frames = inFile('tests/e2e/long/attacks-frames.spec.ts');
const origins = inFile('tests/e2e/long/attacks-origins.spec.ts');
const fields = inFile('tests/e2e/long/attacks-fields.spec.ts');
const moments = inFile('tests/e2e/long/attacks-moments.spec.ts');
const prerendered = inFile('tests/e2e/long/attacks-prerender.spec.ts');
const decision = inFile('tests/unit/app/authorise-fill.test.ts');
const filling = inFile('tests/unit/app/fill-code.test.ts');
const agent = inFile('tests/unit/page/page-agent.test.ts');
const inPages = inFile('tests/e2e/frames.spec.ts');
const inSites = inFile('tests/e2e/origins.spec.ts');

/** Attacks by where a code box stands: in which frame, at which origin, where on the page, and when. */
export const rows: readonly AttackRow[] = [
  {
    threat: 'The right site shows a frame, an object or an embedded document of another site, which has a code box.',
    defence:
      'The origin of the document that would get the code has to be that of the page around it, and one of the account.',
    evidence: [
      frames('gives nothing, in the right site, to %s'),
      frames('fills the right box, and it alone, beside a frame of another site'),
      inPages('gives nothing to %s'),
      filling('fills the right page and never the frame of another origin inside it'),
    ],
  },
  {
    threat: 'Another site shows the right one in a frame, openly or hardly to be seen, beside a lure of its own.',
    defence: 'A frame gets a code only within a page of its own origin.',
    evidence: [
      frames('gives nothing to the right site in a frame of %s'),
      frames('fills by itself the right page, and neither it in a frame of another site nor one of another site in it'),
      filling('gives nothing to the right site framed by another one'),
    ],
  },
  {
    threat:
      'The document has no origin: a sandboxed frame or blob, a data address, a page that is sandboxed by its policy.',
    defence: 'What the browser calls “null” is no origin, whatever the address says.',
    evidence: [
      frames('gives nothing to %s of the right site'),
      filling('gives nothing to an opaque document'),
      decision('from the unsafe or opaque origin "%s" even when an entry names it'),
    ],
  },
  {
    threat: 'The document has its origin from the one that made it: text in the page, an empty page, a blob.',
    defence: 'It counts as what made it: another site gets nothing, the right one only where the frame is seen.',
    evidence: [
      frames('gives nothing to a document that has its origin from another site: %s'),
      frames('gives nothing to an unseen document that has its origin from the right site'),
      frames('fills what is of the right origin and seen: %s'),
    ],
  },
  {
    threat: 'The right name is served in the clear, by another scheme or at another port.',
    defence: 'Scheme, host and port have to be those of the account; in the clear codes go to loopback alone.',
    evidence: [
      origins('gives nothing to %s'),
      origins('fills the right site by the same act: %s'),
      decision('over http on loopback: %s'),
    ],
  },
  {
    threat:
      'A name resembles the right one: beside it, above it, below it, longer at either end, with a dot at its end, in letters that look alike, or before an @.',
    defence: 'Origins are compared as the browser writes them, character by character.',
    evidence: [
      origins('gives nothing to %s, whatever its name looks like'),
      origins('gives nothing to a site that has the right name before an @'),
      decision('from the look-alike or neighbour %s'),
      decision('from every origin that is not in the entry, whatever else is true'),
      inSites('gives nothing to %s with the same login page, and warns where it resembles: %s'),
    ],
  },
  {
    threat: 'Customers of one host have names under a suffix that they share.',
    defence: 'The whole name is compared; there is no looser mode.',
    evidence: [origins('gives nothing to %s, which shares a suffix with the right one')],
  },
  {
    threat:
      'A page has a code box that nobody sees: hidden, see-through, covered, cut off, off the page, without size.',
    defence:
      'Only a box that is seen is found, and it is looked for again at the moment of writing. What a mask leaves of a box cannot be told; none with one is filled without a press.',
    evidence: [
      fields('writes nothing into a box that is %s'),
      fields('fills the one box that is seen among all of them'),
      fields('writes nothing by itself into a box that a mask hides, where it may fill by itself'),
    ],
  },
  {
    threat: 'A page has two boxes that could take the code, one of them see-through over the other.',
    defence: 'A covered box is no box; of equals the one with the cursor is filled, and one alone.',
    evidence: [
      fields('fills the box that is seen under a see-through one that lets presses through'),
      fields('fills the box that is seen though a see-through one has the cursor'),
      fields('writes into neither where a see-through box lies over the one that is seen'),
      fields('fills of two that are alike the one with the cursor, and it alone'),
    ],
  },
  {
    threat: 'Boxes of one digit are mixed with others of one digit that nobody sees.',
    defence: 'A row is made of boxes that are seen and stand together.',
    evidence: [fields('fills a row of boxes, and it alone: %s')],
  },
  {
    threat: 'The page goes elsewhere between the decision and the writing.',
    defence: 'The writing is pinned to the document that was decided about, which compares its own origin once more.',
    evidence: [
      moments('gives nothing to the page of another site that came meanwhile'),
      moments('gives nothing to it where the code is brought to whatever page is there'),
      filling('writes into the exact document that was looked at'),
      agent('writes nothing into a document of another origin'),
    ],
  },
  {
    threat:
      'The address changes without a new page, another tab comes to the front, or the right page lies behind the one that is shown.',
    defence: 'The origin is the document’s, the tab is the one of the press, and only the page that is shown is asked.',
    evidence: [
      moments('gives nothing to another site that takes the right path by %s'),
      moments('gives nothing to a site below the right one that names its domain anew'),
      moments('gives nothing to the tab of %s that came to the front meanwhile'),
      moments('gives nothing to the page after the right one, nor to the right one that lies behind it'),
      prerendered('gets nothing where the shown one is of the same site and asks for the code, and that one gets it'),
      prerendered('gets nothing where the shown one is of the same site and has no box'),
      prerendered('gets nothing where the shown one is of another origin, nor does that one'),
      prerendered('gets nothing by itself before it is shown, where the site may be filled so, and gets the code then'),
    ],
  },
  {
    threat: 'A script of the right site reads the code as it comes into the box, before anything is sent.',
    defence:
      'No extension can prevent that. No code is written before the customer asks for it or has allowed it there.',
    evidence: [
      fields('has a site that was enrolled give its boxes nothing before somebody asks, for five seconds'),
      fields('fills by itself once the customer allowed it'),
    ],
  },
];
