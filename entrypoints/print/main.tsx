import { type ComponentChild, render } from 'preact';
import { AccountSheet } from '../../components/account-sheet.tsx';
import { PrintSheet } from '../../components/print-sheet.tsx';
import { Text, type Translate } from '../../components/text.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { afterPaint } from '../../lib/browser/paint.ts';
import { closeThisTab } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { qrModules } from '../../lib/qr/draw-code.ts';
import { endSheetInTime } from './sheet-life.ts';

const translate: Translate = textOf;
const ask = createClient(askBackground);

async function main(): Promise<void> {
  declareLanguage(document);
  const root = document.getElementById('root');
  if (root === null) return;
  const acts = { onPrint: () => print(), onClose: () => void closeThisTab() };
  const show = (sheet: ComponentChild): void => render(<Text.Provider value={translate}>{sheet}</Text.Provider>, root);
  const answer = await ask({ kind: 'take-print' });
  if (answer.kind === 'print-sheet') {
    const { atUnixMs } = answer.sheet;
    const accounts = answer.sheet.accounts.map(({ uri, ...one }) => ({
      ...one,
      modules: uri === null ? null : qrModules(uri),
    }));
    show(<AccountSheet sheet={{ accounts, atUnixMs }} {...acts} />);
    endSheetInTime(window, ask, () => show(<AccountSheet sheet="over" {...acts} />));
  } else {
    const job = answer.kind === 'print' ? answer.job : null;
    show(<PrintSheet sheet={job} {...acts} />);
    if (job === null) return;
    endSheetInTime(window, ask, () => show(<PrintSheet sheet="over" {...acts} />));
  }
  await afterPaint();
  print();
}

void main();
