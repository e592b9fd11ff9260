/** What the page calls a field, as far as that is plain to see: for lists of fields, not for recognising them. */
export function nameOfField(element: Element): string {
  const control = element as HTMLInputElement;
  const words = [
    element.getAttribute('aria-label'),
    ...[...(control.labels ?? [])].map(label => label.textContent),
    control.placeholder,
    element.getAttribute('title'),
    control.name,
  ];
  const [first] = words.flatMap(text => text?.replace(/\s+/g, ' ').trim() || []);
  return first ?? '';
}

export const isFileField = (element: Element): boolean => (element as HTMLInputElement).type === 'file';
