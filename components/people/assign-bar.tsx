import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface AssignBarProps {
  count: number;
  lists: { departments: string; people: string };
  /** '' leaves as it is. */
  onAssign: (department: string, responsiblePerson: string) => void;
}

/** Gives all selected items at once: one action, one undo. */
export function AssignBar({ count, lists, onAssign }: AssignBarProps) {
  const texts = useTexts().people;
  const [department, setDepartment] = useState('');
  const [person, setPerson] = useState('');
  const empty = department.trim() === '' && person.trim() === '';
  return (
    <form
      className="assign-bar"
      aria-live="polite"
      data-testid="assign-bar"
      onSubmit={event => {
        event.preventDefault();
        if (!empty) onAssign(department.trim(), person.trim());
      }}
    >
      <span>{texts.selected(count)}</span>
      <Input
        size="small"
        list={lists.departments}
        aria-label={texts.columns.department}
        placeholder={texts.columns.department}
        value={department}
        data-testid="assign-all-department"
        onChange={event => setDepartment(event.target.value)}
      />
      <Input
        size="small"
        list={lists.people}
        aria-label={texts.columns.responsiblePerson}
        placeholder={texts.columns.responsiblePerson}
        value={person}
        data-testid="assign-all-person"
        onChange={event => setPerson(event.target.value)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={empty} data-testid="assign-all">
        {texts.assign}
      </Button>
    </form>
  );
}
