import './old-browsers';
import { createRoot } from 'react-dom/client';
import * as z from 'zod';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { AppTheme } from '../../components/frame/app-theme';
import { type AppError, toAppError } from '../../lib/model/app-error';
import { openStore } from '../../lib/store/open-store';
import { Workspace } from './app';
import { readLanguage, readWho } from './preferences';
import { WorkbookClient } from './workbook-client';

// An extension's page may not compile code at run time, which zod would otherwise try.
z.config({ jitless: true });

const root = createRoot(document.getElementById('root')!);

// A file dropped beside the drop zone must not replace the page.
for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, event => event.preventDefault());

let tell: (error: AppError) => void = () => {};

async function start(): Promise<void> {
  const store = await openStore({ onTrouble: error => tell(error) });
  const firstWho = await readWho(store);
  const workbooks = new WorkbookClient();
  root.render(
    <Workspace
      store={store}
      workbooks={workbooks}
      firstWho={firstWho}
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
