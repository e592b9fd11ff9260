import type { Control, TextField } from '../fill/control';
import { isoDay, sameDay } from '../fill/dates';
import { pause } from '../fill/pause';
import { press, quietKey } from '../fill/press';
import { fire, leave } from '../fill/typing';

/** ant-design-vue's DatePicker reads its box only while open, and takes the day by Enter. Its markup is antd's, made by Vue. */
export const antdVueDate: Control = {
  claims: element =>
    element.localName === 'input' &&
    element.closest('.ant-picker:not(.ant-picker-range)') !== null &&
    element.ownerDocument.querySelector('[data-v-app]') !== null,
  read: element => (element as TextField).value,
  same: (wanted, shown) => wanted === shown || sameDay(wanted, shown),
  async write(element, value, { signal }) {
    const field = element as TextField;
    const day = isoDay(value);
    if (!day) return { code: 'not-a-date' };
    press(field);
    await pause(300, signal);
    field.value = day;
    fire(field, 'input');
    await pause(100, signal);
    quietKey(field, 'Enter', 13);
    await pause(150, signal);
    leave(field);
    return { undoable: false };
  },
};
