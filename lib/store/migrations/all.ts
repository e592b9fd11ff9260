import { firstTables } from './0001-first-tables';
import { exchange } from './0002-exchange';
import type { Migration } from './migration';

export const MIGRATIONS: readonly Migration[] = [firstTables, exchange];
