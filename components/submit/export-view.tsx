import { DownloadOutlined, FileTextOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Radio, Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import type { AppendableRole } from '../../lib/model/columns';
import type { Item } from '../../lib/model/item';
import { useTexts } from '../texts/texts-context';
import { type ChangeLine, ChangeTable } from './change-table';
import './export-view.css';
import type { Finding } from './preflight';
import { PreflightList } from './preflight-list';

export interface ExportChoices {
  kind: 'original' | 'copy';
  roles: readonly AppendableRole[];
  growRows: boolean;
}

export interface AppendableColumn {
  role: AppendableRole;
  /** The table has it already. */
  present: boolean;
  filled: number;
}

export interface ExportDone {
  name: string;
  url: string;
  changedCells: number;
  grownRows: number;
}

interface ExportViewProps {
  choices: ExportChoices;
  onChoices: (choices: ExportChoices) => void;
  columns: readonly AppendableColumn[];
  /** Why no working copy can be made; null where it can. */
  noCopy: string | null;
  findings: readonly Finding[];
  changes: readonly ChangeLine[];
  fileName: string;
  /** Self-scores by the table's own rule, to be written on request. */
  proposals: ReactNode;
  /** Lists that can be saved beside the workbook. */
  lists: ReactNode;
  busy: ReactNode;
  failure: ReactNode;
  done: ExportDone | null;
  blocked: boolean;
  itemLink: (item: Item) => string;
  changeLink: (line: ChangeLine) => string | null;
  onExport: () => void;
  onExportChanges: () => void;
}

/** What to hand in, what to check before, and what was changed. */
export function ExportView(props: ExportViewProps) {
  const {
    choices,
    onChoices,
    columns,
    noCopy,
    findings,
    changes,
    fileName,
    proposals,
    lists,
    busy,
    failure,
    done,
    blocked,
  } = props;
  const { itemLink, changeLink, onExport, onExportChanges } = props;
  const texts = useTexts();
  const growId = useId();
  return (
    <div className="export">
      <div className="export-form">
        <h1>{texts.export.title}</h1>
        <fieldset>
          <legend>{texts.export.kind}</legend>
          <Radio.Group
            vertical
            value={choices.kind}
            onChange={event => onChoices({ ...choices, kind: event.target.value as ExportChoices['kind'] })}
          >
            <Radio value="original">
              {texts.export.original}
              <span className="choice-hint">{texts.export.originalHint}</span>
            </Radio>
            <Radio value="copy" disabled={noCopy !== null}>
              {texts.export.copy}
              <span className="choice-hint">{noCopy ?? texts.export.copyHint}</span>
            </Radio>
          </Radio.Group>
        </fieldset>
        {choices.kind === 'copy' && (
          <fieldset>
            <legend>{texts.export.columns}</legend>
            <div className="export-columns">
              {columns.map(({ role, present, filled }) => (
                <Checkbox
                  key={role}
                  checked={present || choices.roles.includes(role)}
                  disabled={present}
                  onChange={event =>
                    onChoices({ ...choices, roles: toggled(choices.roles, role, event.target.checked) })
                  }
                >
                  {texts.roles[role]}
                  <span className="quiet">
                    {' '}
                    {present ? texts.export.columnPresent : filled > 0 ? texts.export.columnFilled(filled) : ''}
                  </span>
                </Checkbox>
              ))}
            </div>
          </fieldset>
        )}
        <div className="export-grow">
          <Switch
            id={growId}
            checked={choices.growRows}
            onChange={growRows => onChoices({ ...choices, growRows })}
            aria-describedby={`${growId}-hint`}
          />
          <label htmlFor={growId}>
            {texts.export.grow}
            <span className="choice-hint" id={`${growId}-hint`}>
              {texts.export.growHint}
            </span>
          </label>
        </div>
        {proposals}
        <section aria-labelledby="preflight-heading">
          <h2 id="preflight-heading">{texts.export.preflight}</h2>
          <PreflightList findings={findings} linkTo={itemLink} />
        </section>
        <p className="export-file">
          <span className="quiet">{texts.export.fileName}</span> <span data-testid="export-name">{fileName}</span>
        </p>
        {failure}
        {busy}
        <Button
          type="primary"
          size="large"
          block
          icon={<DownloadOutlined />}
          disabled={Boolean(busy) || blocked}
          onClick={onExport}
          data-testid="export"
        >
          {texts.export.run}
        </Button>
        {done && (
          <Alert
            type="success"
            showIcon
            role="status"
            data-testid="export-done"
            title={texts.export.done(done.name)}
            description={
              <>
                {texts.export.changedCells(done.changedCells)}
                {done.grownRows > 0 && ` · ${texts.export.grownRows(done.grownRows)}`}{' '}
                <a href={done.url} download={done.name}>
                  {texts.export.again}
                </a>
              </>
            }
          />
        )}
        {lists}
      </div>
      <div className="export-changes">
        <div className="export-changes-head">
          <h2>{texts.export.changes}</h2>
          <span className="quiet">{texts.export.changesCount(changes.length)}</span>
          <Button
            icon={<FileTextOutlined />}
            disabled={changes.length === 0}
            onClick={onExportChanges}
            data-testid="export-changes"
          >
            {texts.export.changesFile}
          </Button>
        </div>
        <ChangeTable lines={changes} linkTo={changeLink} />
      </div>
    </div>
  );
}

function toggled(roles: readonly AppendableRole[], role: AppendableRole, on: boolean): AppendableRole[] {
  return on ? [...roles, role] : roles.filter(other => other !== role);
}
