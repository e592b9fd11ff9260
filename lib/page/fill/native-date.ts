import { type Control, typeOf } from './control';
import { isoDay, sameDay } from './dates';
import { fire, leave } from './typing';

/** `<input type=date>`, and months, where the day is dropped by what the control is. Typing does not take here. */
export const nativeDate: Control = {
  claims: element => /^(date|month|datetime-local|week|time)$/.test(typeOf(element)),
  read: element => (element as HTMLInputElement).value,
  same: (wanted, shown) => sameDay(wanted, shown) || isoDay(wanted)?.slice(0, 7) === shown,
  async write(element, value) {
    const input = element as HTMLInputElement;
    const day = isoDay(value);
    if (input.type === 'week' || input.type === 'time' || input.type === 'datetime-local')
      return { code: 'unknown-control', control: `input[type=${input.type}]` };
    if (value !== '' && !day) return { code: 'not-a-date' };
    input.focus({ preventScroll: true });
    input.value = input.type === 'month' ? (day?.slice(0, 7) ?? '') : (day ?? '');
    fire(input, 'input');
    fire(input, 'change');
    leave(input);
    return { undoable: false };
  },
};
