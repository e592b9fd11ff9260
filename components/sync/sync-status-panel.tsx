import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { errorText } from '../../lib/model/app-error';
import { useLanguage, useTexts } from '../texts/texts-context';
import { PassphraseForm } from './passphrase-form';
import type { SyncState } from './sync-state';
import { shortTime, syncWords } from './sync-words';

interface SyncStatusPanelProps {
  state: SyncState;
  /** What is being done, while it is. */
  step: string | null;
  held: ReactNode;
  onSync: () => void;
  onRefill: () => void;
  /** A click with which the browser gives its leave again. */
  onReopen: () => void;
  onPassphrase: (passphrase: string) => void;
  /** The question about private numbers is shown already. */
  isDeciding: boolean;
  /** About private numbers in edits that wait. */
  onDecide: () => void;
  /** About a copied profile: read and understood. */
  onCloneNoted: () => void;
}

/** Where things stand, and each thing that a person has to decide. */
export function SyncStatusPanel(props: SyncStatusPanelProps) {
  const { state, step, held, onSync, onRefill, onReopen, onPassphrase, onDecide, isDeciding, onCloneNoted } = props;
  const texts = useTexts();
  const language = useLanguage();
  const { error } = state;
  const words = texts.sync;
  const said = error && errorText(error, language);
  return (
    <div className="sync-status">
      <div className="sync-status-line">
        <strong role="status" data-testid="sync-line" data-begun-at={state.begunAt ?? undefined}>
          {syncWords(state, texts, language)}
          {step && ` · ${step}`}
        </strong>
        {state.triedAt !== null && error && (
          <span className="quiet">{words.lastTried(shortTime(state.triedAt, language))}</span>
        )}
        <Button size="small" onClick={onSync} disabled={state.kind === 'running'} data-testid="sync-now">
          {words.syncNow}
        </Button>
      </div>
      {said && (
        <Alert
          type={state.kind === 'failed' ? 'warning' : 'info'}
          showIcon
          title={said.message}
          description={
            <>
              <p>{said.safe}</p>
              <p>{said.next}</p>
              {(error?.code === 'sync-needs-passphrase' || error?.code === 'sync-passphrase-changed') && (
                <PassphraseForm onOpen={onPassphrase} />
              )}
              {(error?.code === 'sync-target-emptied' || error?.code === 'sync-target-changed') && (
                <>
                  <Button onClick={onRefill} data-testid="refill">
                    {words.ask.refill}
                  </Button>
                  <p className="quiet">{words.ask.refillHint}</p>
                </>
              )}
              {state.kind === 'click' && (
                <>
                  <Button type="primary" onClick={onReopen} data-testid="reopen">
                    {error?.code === 'sharing-needs-host' ? words.place.reopenHost : words.place.reopen}
                  </Button>
                  <p className="quiet">{words.place.reopenHint}</p>
                </>
              )}
            </>
          }
        />
      )}
      {held}
      {state.waiting > 0 && !isDeciding && (
        <Alert
          type="warning"
          showIcon
          title={words.ask.private(state.waiting)}
          action={
            <Button size="small" onClick={onDecide} data-testid="decide-private">
              {words.ask.decide}
            </Button>
          }
        />
      )}
      {state.clocksAhead.length > 0 && (
        <Alert type="warning" showIcon title={words.state.clock(state.clocksAhead.join('、'))} />
      )}
      {state.cloned && (
        <Alert
          type="info"
          showIcon
          title={words.ask.cloned}
          description={
            <>
              <p>{words.ask.clonedMeans}</p>
              <p>{words.ask.clonedNext}</p>
            </>
          }
          action={
            <Button size="small" onClick={onCloneNoted} data-testid="clone-noted">
              {words.ask.clonedNoted}
            </Button>
          }
          data-testid="cloned"
        />
      )}
      {state.newer > 0 && <Alert type="info" showIcon title={words.ask.newer(state.newer)} />}
    </div>
  );
}
