import { accountNameText } from './account-name.tsx';
import { ClockLine } from './check-up-clock.tsx';
import { Line } from './check-up-line.tsx';
import { CopyHealth } from './copy-health.tsx';
import { momentOf } from './copy-text.ts';
import { counted, listText, numberText } from './formats.ts';
import { SiteName } from './site-name.tsx';
import { strengthKeys } from './strength-keys.ts';
import { type Translate, useText } from './text.ts';
import type { TextKey } from './text-keys.ts';
import type { CheckUpView } from './view-models.ts';

/** More names than this make no list that is read. */
const MOST_NAMES = 8;

const openedKeys = {
  passphrase: 'healthByPassphrase',
  recovery: 'healthByKey',
  computer: 'healthByComputer',
} as const satisfies Record<CheckUpView['openings'][number]['by'], TextKey>;

const toKeys = { accounts: 'healthToAccounts', sites: 'healthToSites' } as const satisfies Record<string, TextKey>;

function namesText(t: Translate, names: CheckUpView['pending']): string {
  const shown = names.slice(0, MOST_NAMES).map((one) => accountNameText(t, one));
  const left = names.length - shown.length;
  return listText(t, left > 0 ? [...shown, `+${numberText(t, left)}`] : shown);
}

type CheckUpProps = {
  readonly checkUp: CheckUpView;
  readonly busy: boolean;
  readonly onSaveCopy: () => void;
  readonly onKeys: () => void;
  readonly onStopCorrecting: () => void;
  readonly onLook: () => void;
  readonly onAccounts: () => void;
  readonly onSites: () => void;
};

/** What is well and what needs the customer, each with a button. */
export function CheckUpList({ checkUp, busy, ...act }: CheckUpProps) {
  const t = useText();
  const { copies, since, emergencyKey, passphrase, clock, pending, stale, sites, openings, needs } = checkUp;
  const strength = passphrase?.strength ?? null;
  const named = (key: TextKey, names: CheckUpView['pending']) =>
    names.length > 0 && <p>{t(key, [namesText(t, names)])}</p>;
  const isCorrected = clock.correctionSeconds !== 0;
  return (
    <>
      <p class="strong check-up-sum" role="status">
        {needs.length === 0 ? t('healthNothing') : counted(t, 'healthNeed', needs.length)}
      </p>
      <ul class="section-links check-up">
        <Line
          about="copies"
          title={t('managerCopies')}
          needs={needs.includes('copies')}
          button="settingsExport"
          onPress={act.onSaveCopy}
        >
          <CopyHealth health={copies} />
          {copies.last !== null && named('healthAdded', since.added)}
          {named('healthChanged', since.changed)}
          {named('healthRemoved', since.removed)}
        </Line>
        <Line
          about="key"
          title={t('recoveryLabel')}
          needs={needs.includes('emergency-key')}
          button={emergencyKey ? 'healthKeyAnew' : 'keyMake'}
          onPress={act.onKeys}
        >
          <p>{t(emergencyKey ? 'healthKeyKept' : 'healthKeyNone')}</p>
        </Line>
        <Line
          about="passphrase"
          title={t('passphrase')}
          needs={strength === null ? null : needs.includes('passphrase')}
          button={passphrase === null ? 'healthPassChoose' : 'healthPassChange'}
          onPress={act.onKeys}
        >
          <p>
            {passphrase === null
              ? t('healthPassNone')
              : t(strength === null ? 'healthPassUnknown' : strengthKeys[strength])}
          </p>
        </Line>
        <Line
          about="clock"
          title={t('clockTitle')}
          needs={clock.measured === null ? null : needs.includes('clock')}
          button={isCorrected ? 'codesStopCorrecting' : 'healthLook'}
          busy={busy}
          onPress={isCorrected ? act.onStopCorrecting : act.onLook}
        >
          <ClockLine clock={clock} />
        </Line>
        <Line
          about="accounts"
          title={t('managerAccounts')}
          needs={needs.includes('accounts')}
          button={toKeys.accounts}
          onPress={act.onAccounts}
        >
          {pending.length === 0 && <p>{t('healthPendingNone')}</p>}
          {named('healthPending', pending)}
          {named('healthStale', stale)}
        </Line>
        <Line about="sites" title={t('healthSites')} needs={null} button={toKeys.sites} onPress={act.onSites}>
          <p>{sites.length === 0 ? t('healthSitesNone') : t('healthSitesCount', [numberText(t, sites.length)])}</p>
          {sites.map((site) => (
            <p key={site.ascii ?? site.name}>
              <SiteName site={site} />
            </p>
          ))}
        </Line>
        <Line about="openings" title={t('healthOpened')} needs={null} button="keysTitle" onPress={act.onKeys}>
          <p>{t(openings.length === 0 ? 'healthOpenedNone' : 'healthOpenedLead')}</p>
          {openings.map(({ unixMs, by }, index) => (
            // The same moment may come twice, as by a clock that was set back.
            <p key={index}>
              {momentOf(t, unixMs)} – {t(openedKeys[by])}
            </p>
          ))}
        </Line>
      </ul>
    </>
  );
}
