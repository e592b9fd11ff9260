import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a page holds, state by state; the format of gt.json (see the README beside the pages). */
export interface GroundTruth {
  page: string;
  title: string;
  entry: string;
  viewport: [width: number, height: number];
  /** Where this page's table stands, seen from its folder. */
  workbook: string;
  states: { id: string; actions: PageAction[]; fields: TrueField[] }[];
}

export interface PageAction {
  wait?: string;
  click?: string;
  dblclick?: string;
  focus?: string;
  scroll?: string;
  top?: number;
  key?: string;
  sleep?: number;
  then?: number;
  attached?: boolean;
}

export interface TrueField {
  /** CSS, with " |> " into a frame and " >>> " into a shadow root. */
  path: string;
  code: string | null;
  role: string | null;
  kind: string;
  hint: 'must' | 'may' | 'mustNot';
  model?: string;
}

/** Ground truth of every page folder under `folder`, by name. */
export function readGroundTruths(folder: string): GroundTruth[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => {
      try {
        return [
          { ...(JSON.parse(readFileSync(path.join(folder, name, 'gt.json'), 'utf8')) as GroundTruth), page: name },
        ];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    })
    .sort((a, b) => a.page.localeCompare(b.page));
}
