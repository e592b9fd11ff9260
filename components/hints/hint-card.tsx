import { Button } from 'antd';
import { memo, useId, useState } from 'react';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import type { Hint } from '../../lib/model/hint';
import type { HintTextKey } from '../../lib/model/hint-texts';
import { formatPoints } from '../../lib/model/points';
import { hintLine } from '../../lib/scoring/hints/hint-line';
import { useLanguage, useTexts } from '../texts/texts-context';
import { DismissForm } from './dismiss-form';

export interface HintDeed {
  label: string;
  /** Leads elsewhere, or does it here. */
  does: { href: string } | { run: () => void };
}

/** What can be done with a hint where it is shown. Give the same object as long as nothing changed. */
export interface HintActions {
  /** Links to what it is about, where that is not plain from the place. */
  itemsOf: (one: CampaignHint) => readonly { code: string; href: string }[];
  deedsOf: (one: CampaignHint) => readonly HintDeed[];
  cellLink: (one: CampaignHint, cell: string) => string;
  onDismiss: (one: CampaignHint, reason: string) => void;
  onRestore: (one: CampaignHint) => void;
}

interface HintCardProps {
  one: CampaignHint;
  actions: HintActions;
}

/** One hint: how grave, one line, the words it rests on, what to do. */
export const HintCard = memo(
  function HintCard({ one, actions }: HintCardProps) {
    const texts = useTexts();
    const language = useLanguage();
    const id = useId();
    const [open, setOpen] = useState<'why' | 'dismiss' | null>(null);
    const { hint, dismissed } = one;
    const line = hintLine(hint, language);
    const items = actions.itemsOf(one);
    const toggle = (part: 'why' | 'dismiss') => setOpen(open === part ? null : part);
    return (
      <li
        className={`hint is-${hint.severity}${dismissed === null ? '' : ' is-dismissed'}`}
        data-testid="hint"
        data-kind={hint.kind}
        data-hint={hint.id}
      >
        <p className="hint-line">
          <span className={`severity is-${hint.severity}`}>
            {hint.source === 'guidance' ? (
              <span title={texts.hints.adviceHint}>{texts.hints.advice}</span>
            ) : (
              texts.hints.severity[hint.severity]
            )}
          </span>
          <span>
            {items.length === 1 && <ItemLink {...items[0]!} />} {line}
          </span>
        </p>
        <div className="hint-foot">
          {items.length > 1 && items.map(item => <ItemLink key={item.code} {...item} />)}
          {dismissed === null &&
            actions.deedsOf(one).map(deed => <DeedButton key={deed.label} deed={deed} line={line} />)}
          {hint.points !== null && hint.points > 0 && (
            <span className="quiet">{texts.hints.points(formatPoints(hint.points))}</span>
          )}
          <Grounds hint={hint} />
          {hint.why.length > 0 && (
            <button
              type="button"
              className="hint-link"
              aria-expanded={open === 'why'}
              aria-controls={`${id}-why`}
              aria-label={texts.hints.whyOf(line)}
              onClick={() => toggle('why')}
            >
              {texts.hints.why}
            </button>
          )}
          {dismissed === null && hint.dismissible && (
            <button
              type="button"
              className="hint-link"
              aria-expanded={open === 'dismiss'}
              aria-label={texts.hints.dismissOf(line)}
              onClick={() => toggle('dismiss')}
            >
              {texts.hints.dismiss}
            </button>
          )}
          {dismissed !== null && (
            <>
              <span className="quiet">{texts.hints.dismissedBecause(dismissed)}</span>
              <button type="button" className="hint-link" onClick={() => actions.onRestore(one)}>
                {texts.hints.restore}
              </button>
            </>
          )}
        </div>
        {open === 'why' && (
          <ul className="hint-why" id={`${id}-why`}>
            {hint.why.map(({ quote, cell }) => (
              <li key={`${cell}:${quote}`}>
                <q>{quote}</q>{' '}
                {cell !== null && (
                  <a className="inline-link" href={actions.cellLink(one, cell)}>
                    {cell}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
        {open === 'dismiss' && (
          <DismissForm onDismiss={reason => actions.onDismiss(one, reason)} onCancel={() => setOpen(null)} />
        )}
      </li>
    );
  },
  (before, after) =>
    before.one.hint === after.one.hint &&
    before.one.dismissed === after.one.dismissed &&
    before.actions === after.actions,
);

function ItemLink({ code, href }: { code: string; href: string }) {
  const texts = useTexts();
  return (
    <a className="inline-link" href={href} aria-label={texts.hints.openItem(code)}>
      {code}
    </a>
  );
}

function DeedButton({ deed: { label, does }, line }: { deed: HintDeed; line: string }) {
  const name = `${label} · ${line}`;
  return 'href' in does ? (
    <a className="hint-deed" href={does.href} aria-label={name}>
      {label}
    </a>
  ) : (
    <Button size="small" className="hint-deed" onClick={does.run} aria-label={name}>
      {label}
    </Button>
  );
}

const INFERRED: ReadonlySet<HintTextKey> = new Set<HintTextKey>([
  'note-unmet/weight-positive',
  'note-unmet/weights-sum',
  'note-applies/silent',
  'note-applies/conflict',
]);

/** Of what follows from the 【说明】: whether it says so or we gather it. */
function Grounds({ hint }: { hint: Hint }) {
  const texts = useTexts();
  if (hint.kind !== 'note-applies' && hint.kind !== 'note-unmet') return null;
  const inferred = INFERRED.has(hint.text.key);
  return (
    <span className={`ground-mark${inferred ? ' is-inferred' : ''}`}>
      {inferred ? texts.hints.inferred : texts.hints.stated}
    </span>
  );
}
