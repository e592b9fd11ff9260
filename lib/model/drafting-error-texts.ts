import { type ErrorEntry, refused } from './error-text';

/** What can keep drafted rows out of the table. Taken in by error-texts.ts. */
export const DRAFTING_ERROR_TEXTS = {
  'draft-not-readable': refused(
    [
      '按起草的行排好后，工作表“{sheet}”里的表认不全了，填报内容可能对不上行，所以没有采用起草的行。',
      '请到“起草”页检查各行的文字（例如把“合计”“说明”当作考评内容），或恢复原表的行。',
    ],
    [
      'With the drafted rows in place the table on sheet "{sheet}" is no longer fully recognised and answers might land beside other rows, so the drafted rows are not used.',
      'Check the wording on the Draft page (a content such as "合计" or "说明"), or put the rows back as received.',
    ],
  ),
  'draft-incomplete': refused(
    ['新增的第 {number} 行（{section}）还没有考评内容。', '请先填写这一行的考评内容，或移除这一行。'],
    ['New row {number} of {section} has no content yet.', 'Write its content first, or remove the row.'],
  ),
} as const satisfies Record<string, ErrorEntry>;
