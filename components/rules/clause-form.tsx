import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { SimpleRule } from '../../lib/model/rule';
import { RULE_KINDS, ruleFields, ruleOfForm, type SimpleRuleKind } from '../../lib/model/rule-form';
import { ruleWords } from '../../lib/scoring/rule-words';
import { useLanguage, useTexts } from '../texts/texts-context';
import { type KindGroup, kindGroup } from './kind-groups';
import { ParamFields } from './param-field';
import type { ParamValues } from './param-values';

interface ClauseFormProps {
  rule: SimpleRule;
  onSave: (rule: SimpleRule) => void;
  onCancel: () => void;
}

/** Another kind, other parameters: the form is what the kind's schema asks for, and says at once what it means. */
export function ClauseForm({ rule, onSave, onCancel }: ClauseFormProps) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.rules;
  const kindId = useId();
  const [values, setValues] = useState<ParamValues>({ ...rule });
  const [tried, setTried] = useState(false);
  const kind = values.kind as SimpleRuleKind;
  const made = ruleOfForm(values);
  const groups = new Map<KindGroup, SimpleRuleKind[]>();
  for (const one of RULE_KINDS) groups.set(kindGroup(one), [...(groups.get(kindGroup(one)) ?? []), one]);
  return (
    <form
      className="clause-form"
      data-testid="clause-form"
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if ('rule' in made) onSave(made.rule);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className="param">
        <label htmlFor={kindId}>{words.kind}</label>
        <Select<SimpleRuleKind>
          id={kindId}
          size="small"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          value={kind}
          popupMatchSelectWidth={false}
          onChange={next => {
            setTried(false);
            setValues(ofKind(next, values));
          }}
          options={[...groups].map(([group, kinds]) => ({
            label: words.groups[group],
            options: kinds
              .filter(one => one !== 'unparsed' || kind === 'unparsed')
              .map(one => ({ value: one, label: words.kinds[one] })),
          }))}
        />
      </div>
      <ParamFields
        fields={ruleFields(kind).filter(({ name }) => kind !== 'unparsed' || name !== 'text')}
        values={values}
        wrong={tried && 'wrong' in made ? made.wrong : []}
        onValues={setValues}
      />
      <p className="clause-meaning" role="status">
        {'rule' in made ? (
          <>
            <span className="quiet">{words.meaning}</span> {ruleWords(made.rule)[language]}
          </>
        ) : (
          <span className="quiet">{words.missing}</span>
        )}
      </p>
      <div className="button-row">
        <Button size="small" type="primary" htmlType="submit">
          {texts.app.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.app.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What the new kind knows by the same name and shape is kept. */
function ofKind(kind: SimpleRuleKind, before: ParamValues): ParamValues {
  const next: ParamValues = { kind };
  const old = ruleFields(before.kind as SimpleRuleKind);
  for (const { name, shape, nullable } of ruleFields(kind)) {
    const same = old.find(field => field.name === name && field.shape.type === shape.type);
    if (same && before[name] !== undefined) next[name] = before[name];
    else if (nullable) next[name] = null;
  }
  return next;
}
