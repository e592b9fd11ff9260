import { useMemo, useState } from 'react';
import { CollectView } from '../../components/exchange/collect-view';
import { BusyLine } from '../../components/feedback/busy-line';
import { useLanguage, useTexts } from '../../components/texts/texts-context';
import { AppError, toAppError } from '../../lib/model/app-error';
import { localDay } from '../../lib/model/calendar-day';
import type { BrokenFile, Unit } from '../../lib/model/unit-comparison';
import { compareUnits } from '../../lib/tasks/collect/compare-units';
import { comparisonSheets } from '../../lib/tasks/collect/comparison-sheets';
import { WORKBOOK_LIMITS } from '../../lib/workbook/limits';
import { download } from './download';
import { START_LINK } from './route';
import { useServices } from './services';
import { useBusy } from './use-busy';

interface Read {
  units: Unit[];
  broken: BrokenFile[];
}

/** The superior's view: many units' completed workbooks and packages side by side. Nothing is imported or kept. */
export function CollectPage() {
  const { workbooks } = useServices();
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.exchange.collect;
  const { failure, run } = useBusy();
  const [progress, setProgress] = useState<{ done: number; all: number; stop: () => void } | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const comparison = useMemo(
    () => read && compareUnits(read.units, { today: localDay(new Date()), ...(due ? { due } : {}) }),
    [read, due],
  );

  function collect(files: readonly File[]): void {
    setNotice(files.length === 0 ? words.noFiles : null);
    if (files.length === 0) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const stop = () => stopping.abort();
    setProgress({ done: 0, all: files.length, stop });
    void run(words.title, async outer => {
      outer.addEventListener('abort', stop, { once: true });
      const units: Unit[] = [];
      const broken: BrokenFile[] = [];
      let done = 0;
      for (const file of files) {
        if (signal.aborted) break;
        const name = file.webkitRelativePath || file.name;
        try {
          if (file.size > WORKBOOK_LIMITS.fileBytes) throw new AppError('file-too-large', { file: name });
          const bytes = new Uint8Array(await file.arrayBuffer());
          units.push(...(await workbooks.ask({ do: 'workspace:worker:read-units', file: name, bytes }, signal)));
        } catch (thrown) {
          if (signal.aborted) break;
          broken.push({ file: name, error: toAppError(thrown) });
        }
        setProgress({ done: ++done, all: files.length, stop });
      }
      if (signal.aborted) setNotice(words.stopped(done, files.length));
      if (units.length + broken.length > 0) setRead({ units, broken });
    }).finally(() => setProgress(null));
  }

  function exportList(): void {
    if (!comparison || !read) return;
    void run(texts.busy.exporting, async signal => {
      const sheets = comparisonSheets(comparison, read.broken, language).map(({ name, rows, widths }) => ({
        name,
        rows: rows.map(row => [...row]),
        widths: [...(widths ?? [])],
      }));
      download(await workbooks.ask({ do: 'workspace:worker:lists', sheets }, signal), words.fileName);
    });
  }

  return (
    <main id="main" className="collect-page" tabIndex={-1}>
      <a href={START_LINK}>← {texts.app.backToStart}</a>
      <CollectView
        comparison={comparison}
        broken={read?.broken ?? []}
        due={due}
        onDue={setDue}
        notice={notice}
        busy={
          progress && (
            <BusyLine
              label={words.reading(progress.done, progress.all)}
              share={progress.done / progress.all}
              onStop={progress.stop}
            />
          )
        }
        failure={failure}
        onFiles={collect}
        onExport={exportList}
        onAgain={() => {
          setRead(null);
          setNotice(null);
        }}
      />
    </main>
  );
}
