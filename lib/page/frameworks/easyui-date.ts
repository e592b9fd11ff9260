import type { Control, TextField } from '../fill/control';
import { isoDay, sameDay } from '../fill/dates';
import { pause } from '../fill/pause';
import { quietKey } from '../fill/press';
import { fire, leave, twinOf } from '../fill/typing';

/**
 * EasyUI's datebox shows what is typed and submits nothing. It takes a day when it is set, any key is pressed, its timer
 * has read the box (400 ms), and Enter comes; an Enter before that writes today's date.
 */
export const easyuiDate: Control = {
  claims: element =>
    element.matches('.textbox-text') &&
    element.closest('.textbox')?.previousElementSibling?.matches('.datebox-f,.datetimebox-f') === true,
  read: element => twinOf(element)?.value ?? '',
  same: (wanted, shown) => wanted === shown || sameDay(wanted, shown),
  async write(element, value, { signal }) {
    const field = element as TextField;
    const day = isoDay(value);
    if (!day) return { code: 'not-a-date' };
    field.focus({ preventScroll: true });
    field.value = day;
    fire(field, 'input');
    quietKey(field, 'Unidentified', 0);
    await pause(450, signal);
    quietKey(field, 'Enter', 13);
    await pause(100, signal);
    leave(field);
    return { undoable: false };
  },
};
