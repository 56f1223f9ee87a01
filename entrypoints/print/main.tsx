import { render } from 'preact';
import { PrintSheet } from '../../components/print-sheet.tsx';
import { Text, type Translate } from '../../components/text.ts';
import type { PrintView } from '../../components/view-models.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { afterPaint } from '../../lib/browser/paint.ts';
import { closeThisTab } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { endSheetInTime } from './sheet-life.ts';

const translate: Translate = textOf;
const ask = createClient(askBackground);

async function main(): Promise<void> {
  declareLanguage(document);
  const root = document.getElementById('root');
  if (root === null) return;
  const show = (sheet: PrintView | 'over' | null): void =>
    render(
      <Text.Provider value={translate}>
        <PrintSheet sheet={sheet} onPrint={() => print()} onClose={() => void closeThisTab()} />
      </Text.Provider>,
      root,
    );
  const answer = await ask({ kind: 'take-print' });
  if (answer.kind !== 'print' || answer.job === null) return show(null);
  show(answer.job);
  endSheetInTime(window, ask, () => show('over'));
  await afterPaint();
  print();
}

void main();
