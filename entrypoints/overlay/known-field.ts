import type { PageIndicator } from '../../lib/model/page-table';
import type { FieldMatch } from '../../lib/page/page-table';

/** A recognised field and what it belongs to. */
export interface KnownField {
  match: FieldMatch;
  indicator: PageIndicator;
}
