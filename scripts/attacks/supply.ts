import type { AttackRow } from './attack-row.ts';
import { inFile, output } from './evidence.ts';

const manifest = inFile('tests/output/manifest.test.ts');
const supply = inFile('tests/output/supply.test.ts');
const ban = inFile('tests/output/ban.test.ts');
const notes = inFile('tests/unit/project/network-notes.test.ts');
const packages = inFile('tests/e2e/long/packages.spec.ts');

/** Attacks on what the package is made of. */
export const rows: readonly AttackRow[] = [
  {
    threat: 'A change adds a permission, a site, a door for pages, or a word to the policy, and nobody sees it',
    defence:
      'Both built manifests are recorded whole; the policy and each list of permissions is written out once more',
    evidence: [
      manifest('is the recorded one in every key and value'),
      manifest('asks for these permissions at installation and no others'),
      manifest('may ask for these later and no others'),
      manifest('reads no site by itself, and shows no file of its own to sites'),
      manifest('allows its pages no network, no foreign script and no frame'),
    ],
  },
  {
    threat: 'A package, or a line of ours, talks to a network or runs what is not in the package',
    defence:
      'No bundle has a call that could, or opens a page but where that is argued; the policy forbids the calls all the same; every browser of the tests notes whom it asks, and the run fails at its end',
    evidence: [
      ban('ask nothing of a network, and run nothing that is not in the package'),
      ban('have each exception as often as it is argued'),
      ban('name no address to load anything from'),
      notes('must not be where %s'),
      notes('tells a request of the extension'),
      notes('the proxy lets nothing through, and notes whom it was asked for'),
    ],
  },
  {
    threat: 'A package is exchanged for another one under its name, or runs something while it is installed',
    defence:
      'One exact version and a hash of each; no script runs at installation; few packages, under licences that were looked at, all listed',
    evidence: [
      supply('pin every package to one version, without a range'),
      supply('have a SHA-512 of every package, and no package that comes from elsewhere than a registry'),
      supply('have no package that ships and would run something at installation, which set-up forbids to all'),
      supply('are at most eight libraries, and lines of the two tools that build them'),
      supply(
        'have licences that ask for a notice at most, and those installed beside them ones that leave our source alone',
      ),
      output(
        'sbom',
        'lists the packages that are in the bundles and no others, in the versions and with the hashes of the lockfile',
      ),
    ],
  },
  {
    threat: 'The published package is not what the sources give',
    defence: 'The same bytes wherever and whenever it is built, so that anybody can compare',
    evidence: [
      packages('are the same byte by byte from the unpacked sources, in another folder, time zone and shell (%s)'),
      packages('hold their files in the order of their names and without a time (%s)'),
      packages('name no folder of the computer that built them'),
      packages('keep what lies about in the folder, and tests, out of the sources'),
    ],
  },
];
