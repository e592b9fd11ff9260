import type { Control, TextField } from '../fill/control';
import { isoDay, sameDay } from '../fill/dates';
import { setValue, typeInto } from '../fill/typing';

/** Date boxes with a calendar that take what is typed once the box is left. */
const BOXES =
  '.el-date-editor,.ant-picker,.ivu-date-picker,.arco-picker,.vxe-input.type--date,.vxe-date-picker,[lay-key]';
const RANGE = '.el-date-editor--daterange,.el-range-editor,.ant-picker-range,.arco-picker-range';

/** Element UI/Plus, antd, iView, Arco, vxe, laydate. */
export const pickerDate: Control = {
  claims: element => element.localName === 'input' && element.closest(BOXES) !== null,
  read: element => (element as TextField).value,
  same: (wanted, shown) => wanted === shown || sameDay(wanted, shown),
  async write(element, value, { signal }) {
    const field = element as TextField;
    if (field.closest(RANGE)) return { code: 'several-answers' };
    const day = isoDay(value);
    if (value !== '' && !day) return { code: 'not-a-date' };
    if (field.readOnly) return { code: 'read-only' };
    const undoable = await typeInto(field, day ?? '', signal);
    if (!undoable) await setValue(field, day ?? '', signal);
    return { undoable };
  },
};
