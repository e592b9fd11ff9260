import { type Control, isTextField, type TextField } from './control';
import { fire, postsOnChange, sameText, setValue, twinOf, typeInto } from './typing';

/** Every box of text or numbers, of whatever framework: typed as a person types. */
export const textBox: Control = {
  claims: isTextField,
  read: element => twinOf(element)?.value || (element as TextField).value,
  async write(element, value, { signal }) {
    const field = element as TextField;
    if (isNumeric(field) && value !== '' && !isNumber(value)) return { code: 'not-a-number' };
    if (postsOnChange(field)) {
      // The page would post itself on `change`; without it the value simply goes with the next post.
      field.focus({ preventScroll: true });
      field.value = value;
      fire(field, 'input');
      field.blur();
      return { undoable: false };
    }
    const undoable = await typeInto(field, value, signal);
    if (!undoable) await setValue(field, value, signal);
    return { undoable };
  },
  same: (wanted, shown) =>
    sameText(wanted, shown) || (isNumber(wanted) && isNumber(shown) && Number(wanted) === Number(shown)),
};

function isNumeric(field: TextField): boolean {
  return (
    field.type === 'number' ||
    field.getAttribute('role') === 'spinbutton' ||
    field.closest(
      '.el-input-number,.numberbox,.ivu-input-number,.t-input-number,.arco-input-number,.ant-input-number',
    ) !== null
  );
}

const isNumber = (text: string): boolean => /^\s*-?\d+(\.\d+)?\s*$/.test(text);
