import { type PageBindings, pageBindingsSchema } from '../../lib/model/page-binding';
import { parseTemplateFile } from '../../lib/model/template-file';

/** Of all folders under templates/ that come with the extension. */
const files = import.meta.glob('../../templates/*/bindings.json', { eager: true, import: 'default' });

let read: PageBindings[] | null = null;

/** Each with its template's year, which is that of the numbers in it. */
export function templateBindings(): readonly PageBindings[] {
  read ??= Object.entries(files).flatMap(([path, content]) => {
    try {
      const year = Number(/-(\d{4})\/bindings\.json$/.exec(path)?.[1]);
      return [{ year, ...parseTemplateFile(pageBindingsSchema, content, path) }];
    } catch (thrown) {
      // Templates may be added to an extension that is built already: one that is wrong takes nothing from the others.
      console.error(path, thrown);
      return [];
    }
  });
  return read;
}
