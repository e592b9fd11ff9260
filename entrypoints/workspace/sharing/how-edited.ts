import type { Texts } from '../../../components/texts/zh-cn';

/** By what an edit was made, in words. */
export function howEdited(source: string | undefined, texts: Texts): string {
  const words = texts.sync.how;
  // As lib/tasks/page-values.ts writes it.
  if (source?.startsWith('page:')) return texts.sync.fromPage(source.slice('page:'.length));
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
    default:
      return source in words ? words[source as keyof typeof words] : words.other;
  }
}
