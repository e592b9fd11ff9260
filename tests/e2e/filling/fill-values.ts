import type { TruthField } from '../../fixtures/pages/ground-truth';

/** A value that belongs to this field only, so that a value in the wrong field is seen. */
export function valueFor(field: TruthField, index: number): string {
  if (field.fill) return field.fill.value;
  switch (field.kind) {
    case 'number':
      return (0.5 + (index % 45) / 100).toFixed(2);
    case 'date':
    case 'datepicker':
      return `2023-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    case 'textarea':
    case 'richtext':
      return `1.已召开专题会议${index}次；\n2.“一岗双责”已落实，<责任书>签订率100%。`;
    default:
      return `第${index}号材料（平安办〔2023〕${index}号）`;
  }
}

export function expectedModel(field: TruthField, value: string): string {
  return field.fill?.changed ?? field.fill?.model ?? value;
}

export function modelSays(field: TruthField, model: unknown, value: string): boolean {
  const expected = expectedModel(field, value);
  const said = String(model ?? '');
  if (field.kind === 'number') return said !== '' && Number(said) === Number(expected);
  if (field.kind === 'richtext')
    return plain(said) === plain(expected.replace(/[<&]/g, c => (c === '<' ? '&lt;' : '&amp;')));
  return said.replaceAll('\r\n', '\n') === expected;
}

/** HTML as the text it shows, without any space. */
function plain(html: string): string {
  return html
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;|&[lr]dquo;|[“”\s\u200b\ufeff]/g, '')
    .replace(/&amp;/g, '&');
}
