import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/texts-context';
import type { AssignedRow, AssignmentRole } from './assigned-row';
import { AssignmentLine } from './assignment-line';

interface AssignmentTableProps {
  rows: readonly AssignedRow[];
  selected: ReadonlySet<string>;
  lists: { departments: string; people: string };
  linkTo: (entity: string) => string;
  onSelect: (entities: ReadonlySet<string>) => void;
  onAssign: (entity: string, role: AssignmentRole, name: string) => void;
  onAssignMeasure: (entity: string, measure: number, role: AssignmentRole, name: string) => void;
}

/** Drawn at once; a table of thousands would hold up the page. */
const STEP = 150;

/** Who has which indicator, one line each; its measures open below it. */
export function AssignmentTable(props: AssignmentTableProps) {
  const { rows, selected, lists, linkTo, onSelect, onAssign, onAssignMeasure } = props;
  const texts = useTexts().people;
  const more = useTexts().item.more;
  const [shown, setShown] = useState(STEP);
  const picked = rows.filter(row => selected.has(row.item.entity)).length;
  const toggle = (entity: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(entity);
    else next.delete(entity);
    onSelect(next);
  };
  return (
    <>
      <table className="assignment-table">
        <thead>
          <tr>
            <th scope="col" className="assignment-pick">
              <Checkbox
                aria-label={texts.selectAll}
                checked={picked > 0 && picked === rows.length}
                indeterminate={picked > 0 && picked < rows.length}
                onChange={event => onSelect(new Set(event.target.checked ? rows.map(row => row.item.entity) : []))}
              />
            </th>
            <th scope="col">{texts.columns.code}</th>
            <th scope="col">{texts.columns.content}</th>
            <th scope="col">{texts.columns.department}</th>
            <th scope="col">{texts.columns.responsiblePerson}</th>
            <th scope="col">{texts.columns.deadline}</th>
            <th scope="col">{texts.columns.state}</th>
          </tr>
        </thead>
        {rows.slice(0, shown).map(row => (
          <AssignmentLine
            key={row.item.entity}
            row={row}
            selected={selected.has(row.item.entity)}
            lists={lists}
            href={linkTo(row.item.entity)}
            onSelect={on => toggle(row.item.entity, on)}
            onAssign={(role, name) => onAssign(row.item.entity, role, name)}
            onAssignMeasure={(measure, role, name) => onAssignMeasure(row.item.entity, measure, role, name)}
          />
        ))}
      </table>
      {rows.length > shown && (
        <Button type="link" onClick={() => setShown(shown + STEP)}>
          {more(rows.length - shown)}
        </Button>
      )}
    </>
  );
}
