import { sameChoice, shownChoices } from './choice-text';
import { type Control, typeOf } from './control';
import { fire, leave, postsOnChange } from './typing';

/** `<select>`: the option whose text is the value. */
export const nativeSelect: Control = {
  claims: element => element.localName === 'select' && typeOf(element) === '',
  read: element => [...(element as HTMLSelectElement).selectedOptions].map(textOf).join('、'),
  same: sameChoice,
  async write(element, value) {
    const select = element as HTMLSelectElement;
    if (select.multiple) return { code: 'several-answers' };
    if (postsOnChange(select)) return { code: 'posts-back' };
    const options = [...select.options].filter(
      option => !option.disabled && !option.parentElement!.matches(':disabled'),
    );
    const option = options.find(each => sameChoice(textOf(each), value));
    if (!option) return { code: 'not-a-choice', choices: shownChoices(options.map(textOf)) };
    select.focus({ preventScroll: true });
    select.selectedIndex = option.index;
    fire(select, 'input');
    fire(select, 'change');
    leave(select);
    return { undoable: false };
  },
};

const textOf = (option: HTMLOptionElement): string => (option.label || option.text).trim();
