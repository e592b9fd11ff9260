import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { BusyLine } from '../../components/feedback/busy-line';
import { FailureNotice } from '../../components/feedback/failure-notice';
import { type AppError, toAppError } from '../../lib/model/app-error';

interface Busy {
  busy: ReactNode;
  failure: ReactNode;
  run: (label: string, work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  fail: (thrown: unknown) => void;
}

/** One piece of work at a time, shown while it runs, stoppable, and its failure shown in words. */
export function useBusy(): Busy {
  const [label, setLabel] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const fail = useCallback((thrown: unknown) => setError(toAppError(thrown)), []);
  const run = useCallback(async (next: string, work: (signal: AbortSignal) => Promise<void>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setLabel(next);
    try {
      await work(controller.signal);
    } catch (thrown) {
      if (!controller.signal.aborted) setError(toAppError(thrown));
    } finally {
      if (running.current === controller) setLabel(null);
    }
  }, []);

  function stop(): void {
    running.current?.abort();
    setLabel(null);
  }

  return {
    busy: label === null ? null : <BusyLine label={label} onStop={stop} />,
    failure: error && <FailureNotice error={error} onDismiss={() => setError(null)} />,
    run,
    fail,
  };
}
