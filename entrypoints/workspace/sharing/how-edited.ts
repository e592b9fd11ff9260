import type { Texts } from '../../../components/texts/zh-cn';

/** By what an edit was made, in words. */
export function howEdited(source: string | undefined, texts: Texts): string {
  const words = texts.sync.how;
  switch (source) {
    case undefined:
    case 'table':
    case 'item':
      return words.typing;
    case 'undo-merge':
      return words.merge;
    case 'returned':
    case 'take-back':
    case 'workbook':
      return words.workbook;
    case 'page':
    case 'overlay':
    case 'portal':
      return words.page;
    default:
      return source in words ? words[source as keyof typeof words] : words.other;
  }
}
