import { choiceText, faceOf, isChosen, pressable } from './choice-group';
import { sameChoice } from './choice-text';
import type { Control } from './control';

const YES = /^(是|有|对|已完成|完成|达标|√|✓|yes|true|1)$/i;
const NO = /^(否|无|没有|未完成|不达标|×|✗|no|false|0)$/i;

/** One tick box or switch, answered by yes or no. Of several boxes each is a field of its own. */
export const onOff: Control = {
  claims: element => element.matches('input[type=checkbox],[role=checkbox],[role=switch]'),
  face: faceOf,
  read: element => (isChosen(element) ? '是' : '否'),
  same: (wanted, shown) => sameChoice(wanted, shown) || YES.test(wanted.trim()) === (shown === '是'),
  async write(element, value) {
    const text = value.trim();
    const on = YES.test(text) || (text !== '' && sameChoice(text, choiceText(element)));
    if (!on && !NO.test(text)) return { code: 'not-a-choice', choices: ['是', '否'] };
    if (isChosen(element) !== on) pressable(element).click();
    return { undoable: false };
  },
};
