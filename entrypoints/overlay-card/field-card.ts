import { takeReply, valueIn } from '../../lib/messages/overlay-guards';
import type { Wish } from '../../lib/messages/overlay-messages';
import { isPageRole, printedCode } from '../../lib/model/page-table';
import { fillIn } from '../../lib/model/sentence';
import { foldWidth } from '../../lib/model/text';
import { fillField } from '../../lib/page/fill-field';
import type { FillOutcome } from '../../lib/page/fill-outcome';
import { type FieldMatch, SURE } from '../../lib/page/page-table';
import { readField } from '../../lib/page/read-field';
import { Card, type CardButton, type CardLine } from '../../lib/page/show/card';
import { factsOf } from '../../lib/page/show/field-facts';
import { isFileField } from '../../lib/page/show/field-name';
import { isDark } from '../../lib/page/show/is-dark';
import type { Box } from '../../lib/page/show/place-card';
import { trulyVisible } from '../../lib/page/show/truly-visible';
import { unfinishedAt } from '../../lib/scoring/hints/unfinished-words';
import { ask, isOrphan } from '../overlay/ask-background';
import type { KnownField } from '../overlay/known-field';
import type { CardGround, ShownCard } from '../overlay/tools';
import { outcomeWords } from './outcome';

/** The card of one field: what is said on it, and what its buttons do. */
export class FieldCard implements ShownCard {
  private readonly card: Card;
  private readonly ended = new AbortController();
  private frame = 0;
  /** One thing at a time; a second click while a value is on its way does nothing. */
  private isBusy = false;
  isAnswering = false;

  constructor(
    private readonly field: KnownField,
    private readonly around: CardGround,
  ) {
    const { host, page, welcome, signal } = around;
    const { texts } = welcome;
    const { match, indicator } = field;
    signal.addEventListener('abort', () => this.ended.abort());
    const code = printedCode(indicator.code);
    const role = this.roleName();
    const isSure = match.confidence >= SURE;
    const content = {
      label: texts.card,
      head: isSure ? `${code} ${role}` : this.say('maybe', { code, role }),
      aside: indicator.weight === null ? '' : this.say('weight', { weight: indicator.weight }),
      lines: this.lines(),
      buttons: isSure ? this.buttons() : this.questions(),
      close: texts.close,
      dark: isDark(match.element),
    };
    this.card = new Card(host, page, content, { onClose: around.close, onUnseen: () => this.card.say(texts.wait) });
    this.changed();
  }

  get element(): Element {
    return this.field.match.element;
  }

  shows({ match, indicator }: KnownField): boolean {
    const own = this.field.match;
    const isSame = match.element === own.element && match.role === own.role && match.confidence === own.confidence;
    return isSame && indicator === this.field.indicator;
  }

  /** Something was typed: looked at in the next frame, once. */
  changed(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.ended.signal.aborted) this.card.showFacts(this.facts());
    });
  }

  moveBeside(box: Box): void {
    this.card.moveBeside(box);
  }

  hide(): void {
    this.card.hide();
  }

  focus(): void {
    this.card.focus();
  }

  remove(): void {
    this.ended.abort();
    cancelAnimationFrame(this.frame);
    this.card.remove();
  }

  private lines(): CardLine[] {
    const { role } = this.field.match;
    const { text, measures, deadline, asked, clauses } = this.field.indicator;
    const lines: CardLine[] = [{ text }];
    const part = (name: 'measures' | 'asked' | 'clauses', words: string, look: 'small' | 'long') => {
      if (words) lines.push({ text: `${this.around.welcome.texts[name]}：${words}`, look });
    };
    // A table with a scoring rule is filled in by its clauses; one without by what its measures ask.
    if (role !== 'selfScore' || clauses.length === 0) part('measures', measures, 'long');
    part('asked', asked.slice(0, 4).join('；'), 'small');
    part('clauses', clauses.slice(0, 6).join('\n'), 'long');
    if (deadline) lines.push({ text: this.say('deadline', { deadline }), look: 'small' });
    return lines;
  }

  private facts(): CardLine[] {
    const { match, indicator } = this.field;
    const field = match.element as HTMLInputElement;
    const isCompletion = ({ code, role }: FieldMatch) => code === match.code && role === 'completion';
    const completion = match.role === 'selfScore' ? this.around.fields().find(isCompletion) : undefined;
    const read = (element: Element) => readField(element, this.around.openRoot);
    return factsOf(
      {
        role: match.role,
        text: read(match.element) ?? '',
        limit: field.maxLength > 0 ? field.maxLength : null,
        completion: completion ? read(completion.element) : null,
      },
      indicator,
      this.around.welcome.texts,
      // Folding changes no length, so that the offsets are those of the text.
      text => unfinishedAt(foldWidth(text)),
    );
  }

  private buttons(): CardButton[] {
    const { texts } = this.around.welcome;
    const { match } = this.field;
    const { role } = match;
    const buttons: CardButton[] = [];
    if (isPageRole(role) && !isFileField(match.element)) {
      buttons.push({ label: texts.fill, look: 'main', act: () => void this.once(() => this.fill()) });
      if (role !== 'deadline') buttons.push({ label: texts.take, act: () => void this.once(() => this.take()) });
    }
    return [...buttons, this.panelButton('panel', 'show'), this.panelButton('correct', 'correct')];
  }

  private questions(): CardButton[] {
    const { texts } = this.around.welcome;
    const confirm = () => {
      this.around.confirm(this.field);
      this.card.say(texts.confirmed);
    };
    return [{ label: texts.confirm, look: 'main', act: confirm }, this.panelButton('correct', 'correct')];
  }

  private panelButton(label: 'panel' | 'correct', wish: Wish): CardButton {
    return { label: this.around.welcome.texts[label], look: 'plain', act: () => this.around.askPanel(wish) };
  }

  private async once(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.isAnswering = true;
    try {
      await work();
    } finally {
      this.isBusy = false;
    }
  }

  private async fill(): Promise<void> {
    const { texts } = this.around.welcome;
    const { code, role } = this.field.match;
    if (code === null || !isPageRole(role)) return;
    // The value leaves the table only for a field that the person sees.
    if (!(await trulyVisible(this.element, one => this.around.host.holds(one))))
      return this.card.say(texts.refusedHidden);
    const reply = await ask({ do: 'overlay:background:value', code, role });
    if (reply === null) return this.lost();
    const value = valueIn(reply);
    if (!value) return this.card.say(texts.empty);
    const outcome = await this.write(value);
    this.card.say(outcomeWords(outcome, value, texts));
    if (outcome.kind !== 'refused') this.offerUndo(outcome.before);
  }

  private write(value: string): Promise<FillOutcome> {
    const { signal, openRoot } = this.around;
    return fillField(this.element, value, { signal, openRoot });
  }

  /** For controls whose own undo knows nothing of it, and for people who do not know Ctrl+Z. */
  private offerUndo(before: string): void {
    const { texts } = this.around.welcome;
    this.card.offer({
      label: texts.undo,
      act: () =>
        void this.once(async () => {
          const outcome = await this.write(before);
          this.card.say(outcome.kind === 'filled' ? texts.restored : outcomeWords(outcome, before, texts));
        }),
    });
  }

  private async take(): Promise<void> {
    const { texts } = this.around.welcome;
    const { code, role } = this.field.match;
    if (code === null || !isPageRole(role)) return;
    const text = readField(this.element, this.around.openRoot) ?? '';
    const reply = await ask({ do: 'overlay:background:take', code, role, text });
    if (reply === null) return this.lost();
    this.card.say(texts[takeReply(reply).is]);
  }

  private lost(): void {
    const { texts } = this.around.welcome;
    this.card.say(isOrphan() ? texts.gone : texts.notAllowed);
  }

  private roleName(): string {
    const { roles } = this.around.welcome;
    return roles[this.field.match.role ?? ''] ?? '';
  }

  private say(text: 'weight' | 'maybe' | 'deadline', values: Record<string, string | number>): string {
    return fillIn(this.around.welcome.texts[text], values, 'zh-CN');
  }
}
