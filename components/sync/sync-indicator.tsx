import { CloudSyncOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useLanguage, useTexts } from '../texts/texts-context';
import { needsPerson, type SyncState } from './sync-state';
import { syncWords } from './sync-words';

/** In the frame, while a campaign is shared: where things stand, and the way to what has to be done. */
export function SyncIndicator({ state, href }: { state: SyncState; href: string }) {
  const texts = useTexts();
  const language = useLanguage();
  if (state.kind === 'off') return null;
  const urgent = needsPerson(state) || state.clocksAhead.length > 0;
  return (
    <a
      className={`sync-state is-${state.kind} ${urgent ? 'is-urgent' : ''}`}
      href={href}
      title={texts.sync.title}
      data-testid="sync-state"
      data-state={state.kind}
    >
      {urgent ? <ExclamationCircleOutlined /> : <CloudSyncOutlined />}{' '}
      <span role="status">
        {state.clocksAhead.length > 0 && !needsPerson(state)
          ? texts.sync.state.clock(state.clocksAhead.join('、'))
          : syncWords(state, texts, language)}
      </span>
    </a>
  );
}
