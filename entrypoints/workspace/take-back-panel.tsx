import { useState } from 'react';
import { type Choice, type TakeBackLine, TakeBackView } from '../../components/exchange/take-back-view';
import { BusyLine } from '../../components/feedback/busy-line';
import { useLanguage, useTexts } from '../../components/texts/texts-context';
import { parseAddress } from '../../lib/model/address';
import { errorText } from '../../lib/model/app-error';
import type { CellValue } from '../../lib/model/cells';
import type { ColumnRole } from '../../lib/model/columns';
import type { LastSaved } from '../../lib/model/returned-workbook';
import { readHandOuts } from '../../lib/tasks/hand-out/hand-out-record';
import {
  planTakeBack,
  type TakeBackField,
  type TakeBackPlan,
  takeBackChanges,
} from '../../lib/tasks/take-back/plan-take-back';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { type ReadCopy, readCopy } from './read-copies';
import { campaignLink } from './route';
import { useServices } from './services';
import { useBusy } from './use-busy';

const LONGEST_SHOWN = 2_000;

interface Preview {
  copies: readonly ReadCopy[];
  plan: TakeBackPlan;
}

export function TakeBackPanel({ session }: { session: CampaignSession }) {
  const { workbooks } = useServices();
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.exchange.takeBack;
  const { failure, run } = useBusy();
  const [progress, setProgress] = useState<{ done: number; all: number; stop: () => void } | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [applied, setApplied] = useState<number | null>(null);
  const { campaign, filling } = session;
  const when = (time: number | string | null) =>
    time === null ? '' : new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });

  function read(files: readonly File[]): void {
    if (files.length === 0) return;
    setChosen(new Map());
    setApplied(null);
    const stopping = new AbortController();
    const stop = () => {
      stopping.abort();
      setProgress(null);
    };
    setProgress({ done: 0, all: files.length, stop });
    void run(words.reading(0, files.length), async outer => {
      outer.addEventListener('abort', stop, { once: true });
      const { signal } = stopping;
      await filling.flush();
      const [state, log] = await Promise.all([filling.journal.state(), filling.journal.log()]);
      const handOuts = readHandOuts(state);
      const copies: ReadCopy[] = [];
      for (const file of files) {
        const copy = await readCopy(file, { session, workbooks, handOuts, state, log, signal }).catch(thrown => {
          if (signal.aborted) return null;
          throw thrown;
        });
        if (!copy || signal.aborted) return;
        copies.push(copy);
        setProgress({ done: copies.length, all: files.length, stop });
      }
      const comparable = copies.flatMap(copy => (copy.is === 'read' ? copy.copy : []));
      setPreview({ copies, plan: planTakeBack(comparable, state, log) });
    }).finally(() => setProgress(null));
  }

  function apply(): void {
    if (!preview) return;
    void run('', async () => {
      const { clean, conflicts } = preview.plan;
      const settle = (field: TakeBackField) => choiceOf(field.key, field.values.length > 1 || field.ours.length > 0);
      const changes = takeBackChanges([...clean, ...conflicts], settle, await filling.journal.state());
      const ops = await filling.journal.apply(changes, { actor: filling.actor(), source: 'workbook' });
      setApplied(new Set(ops.map(op => `${op.field}@${op.entity}`)).size);
    });
  }

  const choiceOf = (key: string, isConflict: boolean): Choice => chosen.get(key) ?? (isConflict ? 'all' : 0);
  const savedText = ({ by, at, isFileTime }: LastSaved) =>
    [by ?? words.unnamedSaver, isFileTime ? words.fileTime(when(at)) : when(at)].filter(Boolean).join(' · ');
  const lineOf = (field: TakeBackField): TakeBackLine => ({
    key: field.key,
    what: whatOf(field),
    href: linkOf(field),
    before: shown(field, field.before),
    ours: field.ours.map(({ value, who: name, when: time }) => ({
      text: shown(field, value),
      by: words.oursBy(name || words.anonymous, when(time)),
    })),
    values: field.values.map(({ value, departments, files, saved }) => ({
      text: shown(field, value),
      by: departments.length > 0 ? departments.join(texts.exchange.and) : files.join(texts.exchange.and),
      saved: [...new Set(saved.map(savedText))].join(texts.exchange.apart),
      departments,
    })),
  });

  function shown({ sheet, cell }: TakeBackField, value: CellValue): string {
    const position = parseAddress(cell);
    if (value === null) return '';
    return clipped(position ? session.textOf(sheet, position, value) : String(value));
  }

  /** Numbers as they are now; those of rows that were removed since as they were. */
  function whatOf({ entity, field, code, sheet, cell }: TakeBackField): string {
    const role = field in texts.roles ? texts.roles[field as ColumnRole] : '';
    const now = session.places.codeOf(entity);
    if (now !== undefined) return `${now} ${role}`;
    if (code !== null) return words.removedRow(`${code} ${role}`);
    const stands = session.places.cellOf(entity, field);
    if (!stands) return words.removedCell(cellPlace(sheet, cell));
    const place = cellPlace(stands.sheet, stands.address);
    const found = session.itemsByCell.get(place);
    return found ? `${found.item.indicator.code} ${texts.roles[found.role]}` : place;
  }

  function linkOf({ entity, field }: TakeBackField): string | null {
    if (session.places.codeOf(entity) !== undefined) return campaignLink(campaign.id, 'items', entity);
    const stands = session.places.cellOf(entity, field);
    return stands && campaignLink(campaign.id, 'table', cellPlace(stands.sheet, stands.address));
  }

  function resultOf(copy: ReadCopy): string {
    if (copy.is === 'refused') {
      const { message, next } = errorText(copy.error, language);
      return language === 'en' ? `${message} ${next}` : `${message}${next}`;
    }
    const { answers } = copy.copy;
    const compared = copy.record
      ? words.handedOut(when(copy.record.at), copy.record.by)
      : copy.facts.identity
        ? words.otherPc
        : words.noIdentity;
    return [words.counts(answers.length, copy.outside.length), compared].join(texts.exchange.apart);
  }

  const { copies = [], plan } = preview ?? {};
  return (
    <TakeBackView
      files={copies.map(copy => ({
        file: copy.is === 'read' ? copy.copy.file : copy.file,
        department: (copy.is === 'read' && copy.copy.department) || '',
        saved: copy.is === 'read' ? savedText(copy.copy.saved) : '',
        result: resultOf(copy),
        refused: copy.is === 'refused',
      }))}
      clean={plan?.clean.map(lineOf) ?? []}
      conflicts={plan?.conflicts.map(lineOf) ?? []}
      unchanged={plan?.unchanged ?? 0}
      outside={copies.flatMap(copy =>
        copy.is === 'read'
          ? copy.outside.map(({ sheet, cell, before, value, reason }) => ({
              where: cellPlace(sheet, cell),
              before: clipped(String(before ?? '')),
              value: clipped(String(value ?? '')),
              from: copy.copy.department ?? copy.copy.file,
              reason,
            }))
          : [],
      )}
      choiceOf={line => choiceOf(line.key, line.values.length > 1 || line.ours.length > 0)}
      onChoose={(lines, choice) =>
        setChosen(before => new Map([...before, ...lines.map(line => [line.key, choice] as const)]))
      }
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
      applied={applied}
      onFiles={read}
      onApply={apply}
      onAgain={() => {
        setPreview(null);
        setApplied(null);
      }}
    />
  );
}

/** Whatever a file holds, the page stays readable. */
const clipped = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
