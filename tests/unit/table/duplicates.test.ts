import { describe, expect, it } from 'vitest';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { seedGrid } from '../../fixtures/layouts/seed';

const { problems } = recogniseTables([seedGrid()]);
const hints = (code: string) => problems.filter(problem => problem.code === code);

describe('repeated clauses of the 2023 table', () => {
  it('one evidence may serve two indicators', () => {
    expect(
      hints('duplicate-clause')
        .map(problem => problem.message)
        .join(),
    ).toMatch(/2\.1 和 2\.4.*协作沟通/);
  });

  it('one event may be deducted twice', () => {
    const [hint, ...others] = hints('possible-double-deduction');
    expect(hint?.message).toMatch(/3\.1 和 3\.2.*失泄密/);
    expect(others).toEqual([]);
  });

  it('a measure repeats its content but for one word', () => {
    expect(hints('measure-repeats-content').map(problem => problem.cell)).toContain('C18');
  });

  it('are information, not warnings', () => {
    expect(problems.filter(problem => problem.severity === 'warning')).toEqual([]);
  });
});
