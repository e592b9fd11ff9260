import { describe, expect, it } from 'vitest';
import { indicatorEntity } from '../../../lib/model/entity';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { oneTable } from './one-table';

const places = new AnswerPlaces([oneTable()]);
const first = indicatorEntity('表', 0, '1.1');

describe('the place of an answer', () => {
  it('is the same from its cell and from its field', () => {
    expect(places.atCell('表', 'E3')).toEqual({ entity: first, field: 'completion' });
    expect(places.cellOf(first, 'completion')).toEqual({ sheet: '表', address: 'E3' });
  });

  it('is the cell itself where it answers nothing: headers, weights, other sheets', () => {
    expect(places.atCell('表', 'B3')).toEqual({ entity: 'cell:表!B3', field: 'value' });
    expect(places.atCell('别的表', 'E3')).toEqual({ entity: 'cell:别的表!E3', field: 'value' });
    expect(places.cellOf('cell:别的表!E3', 'value')).toEqual({ sheet: '别的表', address: 'E3' });
  });

  it('is one place where two indicators share a merged cell', () => {
    expect(places.atCell('表', 'G3')).toEqual({ entity: first, field: 'evidence' });
    expect(places.cellOf(indicatorEntity('表', 0, '1.2'), 'evidence')).toBeNull();
  });

  it('has no cell for ticks, notes and columns the table lacks', () => {
    for (const field of ['measure:1', 'note', 'department']) expect(places.cellOf(first, field)).toBeNull();
  });
});
