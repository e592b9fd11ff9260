import { type CompositionEvent, useRef, useState } from 'react';
import { randomId } from '../../lib/model/random-id';

/**
 * A text field over a value that lives elsewhere: while it has the focus it shows what is typed, so that the caret never jumps. An
 * input method's unfinished word is not passed on. One stay in the field is one group, undone as one.
 */
export function useDraft(value: string, onType: (text: string, group: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const group = useRef('');
  const composing = useRef(false);
  return {
    value: draft ?? value,
    /** Sets the text from outside of the field, such as by a step button. */
    put(text: string): void {
      if (draft !== null) setDraft(text);
      onType(text, group.current || randomId());
    },
    field: {
      onFocus(): void {
        group.current = randomId();
        setDraft(value);
      },
      onBlur(): void {
        setDraft(null);
        group.current = '';
      },
      onChange(event: { target: { value: string } }): void {
        setDraft(event.target.value);
        if (!composing.current) onType(event.target.value, group.current || randomId());
      },
      onCompositionStart(): void {
        composing.current = true;
      },
      onCompositionEnd(event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>): void {
        composing.current = false;
        onType(event.currentTarget.value, group.current || randomId());
      },
    },
  };
}
