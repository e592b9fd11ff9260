import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** 5 seconds and more each. A fresh clone knows no durations, and one of these begun last leaves the other core idle for as long. */
const LONG = [
  'unit/sync/simulation.test.ts',
  'contract/exchange-command-line.test.ts',
  'contract/command-line.test.ts',
  'contract/faulty-servers.test.ts',
  'unit/store/backup.test.ts',
  'unit/workbook/fill-workbook.property.test.ts',
  'unit/tasks/sharing/switch-sharing.test.ts',
  'unit/sync/passphrase-change.test.ts',
];

export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted
      .map((file, place) => ({ file, place: placeOf(file) ?? LONG.length + place }))
      .sort((a, b) => a.place - b.place)
      .map(({ file }) => file);
  }
}

function placeOf({ moduleId }: TestSpecification): number | null {
  const place = LONG.findIndex(name => moduleId.endsWith(`/tests/${name}`));
  return place < 0 ? null : place;
}
