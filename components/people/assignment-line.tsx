import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/texts-context';
import type { AssignedRow, AssignmentRole } from './assigned-row';
import { NameField } from './name-field';

interface AssignmentLineProps {
  row: AssignedRow;
  selected: boolean;
  lists: { departments: string; people: string };
  href: string;
  onSelect: (on: boolean) => void;
  onAssign: (role: AssignmentRole, name: string) => void;
  onAssignMeasure: (measure: number, role: AssignmentRole, name: string) => void;
}

export function AssignmentLine(props: AssignmentLineProps) {
  const { row, selected, lists, href, onSelect, onAssign, onAssignMeasure } = props;
  const texts = useTexts().people;
  const own = row.measures.some(measure => measure.department !== '' || measure.responsiblePerson !== '');
  const [open, setOpen] = useState(own);
  const { item, due, daysLeft, measures } = row;
  const { code, content, deadline } = item.indicator;
  const { department, responsiblePerson } = item.answers;
  return (
    <tbody className={`assignment is-${due}`} data-testid="assignment" data-code={code}>
      <tr>
        <td className="assignment-pick">
          <Checkbox
            aria-label={texts.select(code)}
            checked={selected}
            onChange={event => onSelect(event.target.checked)}
          />
        </td>
        <td className="assignment-code">
          <a href={href}>{code}</a>
        </td>
        <td className="assignment-content">
          <span className="assignment-words" title={content}>
            {content}
          </span>
          {measures.length > 0 && (
            <button
              type="button"
              className="hint-link"
              aria-expanded={open}
              data-testid="show-measures"
              onClick={() => setOpen(!open)}
            >
              {texts.showMeasures(measures.length)}
            </button>
          )}
        </td>
        <td>
          <NameField
            value={department.text}
            label={texts.departmentOf(code)}
            list={lists.departments}
            readOnly={department.readOnly}
            {...(department.readOnly ? { title: texts.fromFormula } : {})}
            testId="assign-department"
            onCommit={name => onAssign('department', name)}
          />
        </td>
        <td>
          <NameField
            value={responsiblePerson.text}
            label={texts.personOf(code)}
            list={lists.people}
            readOnly={responsiblePerson.readOnly}
            {...(responsiblePerson.readOnly ? { title: texts.fromFormula } : {})}
            testId="assign-person"
            onCommit={name => onAssign('responsiblePerson', name)}
          />
        </td>
        <td className="assignment-deadline">
          <span>{deadline?.clean || texts.noDate}</span>
          {daysLeft !== null && due !== 'done' && <span className="quiet">{texts.days(daysLeft)}</span>}
        </td>
        <td>
          <span className={`due-mark is-${due}`}>{texts.state[due]}</span>
        </td>
      </tr>
      {open &&
        measures.map(measure => (
          <tr key={measure.number} className="measure-assignment">
            <td />
            <td />
            <td>
              {measure.number}. {measure.text}
            </td>
            <td>
              <NameField
                value={measure.department}
                label={texts.measureDepartment(measure.number)}
                list={lists.departments}
                placeholder={department.text || texts.asItem}
                testId="assign-measure-department"
                onCommit={name => onAssignMeasure(measure.number, 'department', name)}
              />
            </td>
            <td>
              <NameField
                value={measure.responsiblePerson}
                label={texts.measurePerson(measure.number)}
                list={lists.people}
                placeholder={responsiblePerson.text || texts.asItem}
                testId="assign-measure-person"
                onCommit={name => onAssignMeasure(measure.number, 'responsiblePerson', name)}
              />
            </td>
            <td colSpan={2} />
          </tr>
        ))}
    </tbody>
  );
}
