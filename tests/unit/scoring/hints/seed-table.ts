import { recogniseTables } from '../../../../lib/table/recognise-tables';
import { seedGrid } from '../../../fixtures/layouts/seed';

const recognition = recogniseTables([seedGrid()], {});

/** The 2023 table as lib/table reads it. */
export const seedTable = recognition.tables[0]!;
export const seedProblems = recognition.problems;
