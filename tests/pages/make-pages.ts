import type { PageTable } from '../../lib/page/page-table';
import type { Damage } from './damage';
import { DAMAGES } from './damage';
import * as boxes from './layouts/boxes';
import { decoys } from './layouts/decoys';
import * as frames from './layouts/frames';
import * as portals from './layouts/portals';
import * as tables from './layouts/tables';
import { type MadePage, rowsOf } from './made-page';
import { Random } from './random';

const LAYOUTS = { ...tables, ...boxes, ...frames, ...portals };
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[];

/** One page of a layout, its texts damaged; the same seed makes the same page. */
export function makePage(table: PageTable, layout: keyof typeof LAYOUTS, damage: Damage, seed: number): MadePage {
  const random = new Random(seed);
  const strangers = random.chance(0.5) ? random.below(5) : 0;
  const rows = rowsOf(table, random, damage, { keep: random.pick([1, 1, 0.7]), strangers });
  return { name: `${layout}, ${damage}, ${seed}`, files: LAYOUTS[layout](rows, random) };
}

/** Every layout with one kind of damage each, and the decoys. */
export function makePages(table: PageTable, seed: number): MadePage[] {
  const random = new Random(seed);
  const pages = LAYOUT_NAMES.map(layout => makePage(table, layout, random.pick(DAMAGES), random.below(1e6)));
  return [...pages, ...decoys(table, random)];
}
