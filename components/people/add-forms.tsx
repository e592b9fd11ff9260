import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface AddFormsProps {
  departmentList: string;
  onAddDepartment: (name: string) => void;
  onAddPerson: (name: string, department: string) => void;
}

export function AddForms({ departmentList, onAddDepartment, onAddPerson }: AddFormsProps) {
  const texts = useTexts().people;
  const [department, setDepartment] = useState('');
  const [person, setPerson] = useState('');
  const [memberOf, setMemberOf] = useState('');
  const submit = (event: FormEvent, add: () => void) => {
    event.preventDefault();
    add();
  };
  return (
    <>
      <form
        className="add-form"
        onSubmit={event =>
          submit(event, () => {
            if (department.trim() === '') return;
            onAddDepartment(department);
            setDepartment('');
          })
        }
      >
        <Input
          size="small"
          aria-label={texts.departmentName}
          placeholder={texts.departmentName}
          value={department}
          maxLength={60}
          data-testid="new-department"
          onChange={event => setDepartment(event.target.value)}
        />
        <Button size="small" htmlType="submit" data-testid="add-department">
          {texts.addDepartment}
        </Button>
      </form>
      <form
        className="add-form"
        onSubmit={event =>
          submit(event, () => {
            if (person.trim() === '') return;
            onAddPerson(person, memberOf);
            setPerson('');
          })
        }
      >
        <Input
          size="small"
          aria-label={texts.personName}
          placeholder={texts.personName}
          value={person}
          maxLength={40}
          data-testid="new-person"
          onChange={event => setPerson(event.target.value)}
        />
        <Input
          size="small"
          aria-label={texts.personDepartment}
          placeholder={texts.personDepartment}
          list={departmentList}
          value={memberOf}
          maxLength={60}
          data-testid="new-person-department"
          onChange={event => setMemberOf(event.target.value)}
        />
        <Button size="small" htmlType="submit" data-testid="add-person">
          {texts.addPerson}
        </Button>
      </form>
    </>
  );
}
