import type { Control, TextField } from '../fill/control';
import { isoDay, sameDay } from '../fill/dates';
import { pause } from '../fill/pause';
import { press, quietKey } from '../fill/press';
import { fire, leave } from '../fill/typing';

/**
 * Date boxes that listen only while their calendar is open and take the day by Enter: ant-design-vue and TDesign.
 * ant-design-vue's markup is antd's; that Vue made the page tells them apart.
 */
export const openedDate: Control = {
  claims: element =>
    element.localName === 'input' &&
    (element.closest('.t-date-picker') !== null ||
      (element.closest('.ant-picker:not(.ant-picker-range)') !== null &&
        element.ownerDocument.querySelector('[data-v-app]') !== null)),
  read: element => (element as TextField).value,
  same: (wanted, shown) => wanted === shown || sameDay(wanted, shown),
  // ant-design-vue's box is read-only until its calendar opens.
  readOnly: element => (element as TextField).readOnly && !element.closest('.ant-picker'),
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
