import { Alert, Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { AnswerRole, AppendableRole } from '../../lib/model/columns';
import { Headings } from '../frame/headings';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface HandOutChoices {
  departments: readonly string[];
  /** Columns that departments may fill in. */
  roles: readonly AnswerRole[];
  append: readonly AppendableRole[];
}

interface HandOutViewProps {
  departments: readonly { name: string; codes: readonly string[]; fileName: string }[];
  unassigned: number;
  choices: HandOutChoices;
  onChoices: (choices: HandOutChoices) => void;
  /** Columns the table has. */
  present: readonly AnswerRole[];
  /** Columns it lacks and may gain. */
  appendable: readonly AppendableRole[];
  /** .xls and .et: no columns can be added. */
  plain: boolean;
  /** Newest first, colleagues' included. */
  earlier: readonly { at: number; by: string; departments: readonly string[] }[];
  canSaveToFolder: boolean;
  /** Shown in place of the buttons while it has to be answered. */
  question: ReactNode;
  busy: ReactNode;
  failure: ReactNode;
  done: number | null;
  onHandOut: (to: 'zip' | 'folder') => void;
}

const toggled = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
  on ? [...list, item] : list.filter(other => other !== item);

/** One workbook per department: who gets what, and what they may fill in. */
export function HandOutView(props: HandOutViewProps) {
  const { departments, unassigned, choices, onChoices, present, appendable, plain, earlier, done } = props;
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.exchange.handOut;
  const chosen = departments.filter(({ name }) => choices.departments.includes(name));
  return (
    <section className="exchange-section" aria-labelledby="hand-out-heading">
      <h2 id="hand-out-heading">{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      {plain && <Alert type="info" showIcon title={words.plain} />}
      {departments.length === 0 && (
        <Alert type="info" showIcon title={words.noDepartment} data-testid="no-department" />
      )}
      {departments.length > 0 && unassigned > 0 && (
        <Alert type="warning" showIcon title={words.unassigned(unassigned)} />
      )}
      {departments.length > 0 && (
        <table className="exchange-table" data-testid="hand-out-departments">
          <Headings of={[words.department, words.items, words.fileName]} />
          <tbody>
            {departments.map(({ name, codes, fileName }) => (
              <tr key={name}>
                <td>
                  <Checkbox
                    aria-label={words.choose(name)}
                    checked={choices.departments.includes(name)}
                    onChange={event =>
                      onChoices({
                        ...choices,
                        departments: toggled(choices.departments, name, event.target.checked),
                      })
                    }
                  >
                    {name}
                  </Checkbox>
                </td>
                <td>{codes.join(texts.exchange.and)}</td>
                <td>{fileName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {present.length + appendable.length > 0 && (
        <div className="exchange-roles">
          <fieldset>
            <legend>{words.roles}</legend>
            {present.map(role => (
              <Checkbox
                key={role}
                checked={choices.roles.includes(role)}
                onChange={event => onChoices({ ...choices, roles: toggled(choices.roles, role, event.target.checked) })}
              >
                {texts.roles[role]}
              </Checkbox>
            ))}
          </fieldset>
          {appendable.length > 0 && (
            <fieldset>
              <legend>{words.append}</legend>
              {appendable.map(role => (
                <Checkbox
                  key={role}
                  checked={choices.append.includes(role)}
                  onChange={event =>
                    onChoices({ ...choices, append: toggled(choices.append, role, event.target.checked) })
                  }
                >
                  {texts.roles[role]}
                </Checkbox>
              ))}
            </fieldset>
          )}
        </div>
      )}
      {props.failure}
      {props.question ?? (
        <div className="button-row">
          <Button
            type="primary"
            disabled={chosen.length === 0 || Boolean(props.busy)}
            onClick={() => props.onHandOut('zip')}
            data-testid="hand-out-zip"
          >
            {words.toZip(chosen.length)}
          </Button>
          {props.canSaveToFolder && (
            <Button disabled={chosen.length === 0 || Boolean(props.busy)} onClick={() => props.onHandOut('folder')}>
              {words.toFolder}
            </Button>
          )}
        </div>
      )}
      {props.busy}
      {done !== null && <Alert type="success" showIcon title={words.done(done)} data-testid="hand-out-done" />}
      {earlier.length > 0 && (
        <div>
          <h3>{words.earlier}</h3>
          <ul className="quiet">
            {earlier.map(({ at, by, departments: names }) => (
              <li key={`${at} ${by}`}>
                {words.earlierLine(
                  new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
                  by,
                  names.join(texts.exchange.and),
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
