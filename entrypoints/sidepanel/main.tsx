import '../workspace/old-browsers';
import { createRoot } from 'react-dom/client';
import * as z from 'zod';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { AppTheme } from '../../components/frame/app-theme';
import { type AppError, toAppError } from '../../lib/model/app-error';
import { openStore } from '../../lib/store/open-store';
import { readLanguage, readWho } from '../workspace/preferences';
import { WorkbookClient } from '../workspace/workbook-client';
import { Panel } from './panel';

// An extension's page may not compile code at run time, which zod would otherwise try.
z.config({ jitless: true });

const root = createRoot(document.getElementById('root')!);
let tell: (error: AppError) => void = () => {};

async function start(): Promise<void> {
  const store = await openStore({ onTrouble: error => tell(error) });
  const who = await readWho(store);
  root.render(
    <Panel
      store={store}
      workbooks={new WorkbookClient()}
      firstWho={who}
      onTrouble={listener => {
        tell = listener;
      }}
    />,
  );
}

start().catch(thrown => {
  root.render(
    <AppTheme language={readLanguage()}>
      <FailureNotice error={toAppError(thrown)} onRetry={() => window.location.reload()} />
    </AppTheme>,
  );
});
