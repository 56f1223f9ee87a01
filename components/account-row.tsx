import { useRef, useState } from 'preact/hooks';
import type { Copied } from '../lib/app/clear-clipboard.ts';
import { CodeDigits } from './code-digits.tsx';
import { spellCode } from './code-text.ts';
import { CopiedNotice } from './copied-notice.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import type { Drag, useDragRows } from './drag-rows.ts';
import { ForeignText } from './foreign-text.tsx';
import { GroupForm } from './group-form.tsx';
import { Monogram } from './monogram.tsx';
import { StateBadge } from './state-badge.tsx';
import { useText } from './text.ts';
import type { ArrangedView } from './view-models.ts';
import { visibleText } from './visible-text.ts';

/** What can be done with one account of the list. */
export type AccountActs = {
  readonly onOpen: (id: string) => void;
  readonly onCopy: (id: string) => void;
  readonly onAdvance: (id: string) => void;
  readonly onSelect: (id: string, on: boolean) => void;
  readonly onPin: (id: string, pinned: boolean) => void;
  readonly onGroup: (ids: readonly string[], group: string) => void;
  readonly onMoveBy: (id: string, by: -1 | 1) => void;
};

type AccountRowProps = AccountActs & {
  readonly account: ArrangedView;
  readonly groups: readonly string[];
  readonly nowUnixMs: number;
  readonly selected: boolean;
  readonly copied: Copied | null;
  readonly busy: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly drag: Drag | null;
  readonly handle: ReturnType<ReturnType<typeof useDragRows>['handle']>;
};

const steps = { ArrowUp: -1, ArrowDown: 1 } as const;
const isStep = (key: string): key is keyof typeof steps => Object.hasOwn(steps, key);

const arrows = [
  { to: 'up', by: -1, label: 'managerUp', sign: '↑' },
  { to: 'down', by: 1, label: 'managerDown', sign: '↓' },
] as const;

/** One account of the page of all accounts: its code, and where it stands. */
export function AccountRow({
  account,
  groups,
  nowUnixMs,
  selected,
  copied,
  busy,
  drag,
  handle,
  ...rest
}: AccountRowProps) {
  const t = useText();
  const { id, code, pinned, group } = account;
  const [grouping, setGrouping] = useState(false);
  const groupButton = useRef<HTMLButtonElement>(null);
  const names = [
    visibleText(account.issuer) || t('unnamedIssuer'),
    visibleText(account.account) || t('unnamedAccount'),
  ];
  const byTime = account.kind !== 'hotp';
  const leaveGroup = () => {
    setGrouping(false);
    groupButton.current?.focus();
  };
  return (
    <li
      class={`row row-${account.state} account-row`}
      data-row={id}
      data-dragged={drag?.id === id}
      data-over={drag !== null && drag.overId === id && drag.id !== id}
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !isStep(event.key)) return;
        event.preventDefault();
        rest.onMoveBy(id, steps[event.key]);
      }}
    >
      <span class="handle" title={t('managerDrag')} aria-hidden="true" {...handle}>
        ⠿
      </span>
      <input
        type="checkbox"
        class="select"
        data-control="select"
        checked={selected}
        aria-label={t('managerSelect', names)}
        onChange={(event) => rest.onSelect(id, event.currentTarget.checked)}
      />
      <div class="names">
        <Monogram name={account.issuer} sites={account.sites} />
        <span class="whose">
          <span class="strong">
            <ForeignText text={account.issuer} fallback={t('unnamedIssuer')} />
          </span>
          <ForeignText text={account.account} fallback={t('unnamedAccount')} />
        </span>
        <StateBadge state={account.state} />
        {group !== '' && (
          <span class="badge group-name">
            <ForeignText text={group} />
          </span>
        )}
      </div>
      <div class="code-line">
        <button
          type="button"
          class="code"
          data-control="code"
          aria-label={t('codeCopy', [code, ...names])}
          aria-description={spellCode(code)}
          onClick={() => rest.onCopy(id)}
        >
          <CodeDigits code={code} />
        </button>
        {byTime && (
          <CountdownRing endsUnixMs={account.endsUnixMs} periodSeconds={account.periodSeconds} nowUnixMs={nowUnixMs} />
        )}
        {!byTime && (
          <button type="button" aria-label={t('codeAdvanceLabel', names)} onClick={() => rest.onAdvance(id)}>
            {t('codeAdvance')}
          </button>
        )}
        <CopiedNotice copied={copied} />
      </div>
      <div class="buttons">
        <button
          type="button"
          class="more"
          data-control="open"
          aria-label={t('codeMoreLabel', names)}
          onClick={() => rest.onOpen(id)}
        >
          ⋯
        </button>
        <button
          type="button"
          data-control="pin"
          aria-label={t(pinned ? 'managerUnpinLabel' : 'managerPinLabel', names)}
          onClick={() => rest.onPin(id, !pinned)}
        >
          {t(pinned ? 'managerUnpin' : 'managerPin')}
        </button>
        <button
          ref={groupButton}
          type="button"
          data-control="group"
          aria-expanded={grouping}
          aria-label={t('managerGroupLabel', names)}
          onClick={() => setGrouping(!grouping)}
        >
          {t('managerGroup')}
        </button>
        {/* Not disabled at the end: the focus would be lost with the last press. */}
        {arrows.map(({ to, by, label, sign }) => (
          <button
            key={to}
            type="button"
            class="arrow"
            data-control={to}
            aria-disabled={by < 0 ? rest.first : rest.last}
            aria-label={t(label, names)}
            onClick={() => rest.onMoveBy(id, by)}
          >
            {sign}
          </button>
        ))}
      </div>
      {grouping && (
        <GroupForm
          group={group}
          groups={groups}
          busy={busy}
          onSave={(name) => {
            leaveGroup();
            rest.onGroup([id], name);
          }}
          onCancel={leaveGroup}
        />
      )}
    </li>
  );
}
