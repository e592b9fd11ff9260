import * as z from 'zod';
import { type SimpleRule, simpleRuleSchema } from './rule';

/** One parameter of a rule kind as a form asks for it, read off its schema. */
export type ParamShape =
  | { type: 'number' }
  | { type: 'text' }
  | { type: 'yes-no' }
  /** One of several words, or a number where `number` is set. */
  | { type: 'one-of'; options: readonly string[]; number: boolean }
  | { type: 'list' }
  | { type: 'rows'; fields: readonly ParamField[] }
  | { type: 'fields'; fields: readonly ParamField[] }
  /** Numbers by a whole number: ranks. */
  | { type: 'by-number' }
  /** Exactly one of several, as a band gives or takes points. */
  | { type: 'either'; fields: readonly ParamField[] };

export interface ParamField {
  name: string;
  shape: ParamShape;
  /** May be left empty. */
  optional: boolean;
  /** Empty is kept as null, "not known". */
  nullable: boolean;
}

export type SimpleRuleKind = SimpleRule['kind'];

const KINDS = new Map<SimpleRuleKind, readonly ParamField[]>(
  simpleRuleSchema.options.map(option => {
    const { kind, ...params } = option.shape;
    return [kind.value, fieldsOf(params)];
  }),
);

export const RULE_KINDS: readonly SimpleRuleKind[] = [...KINDS.keys()];

/** What a kind of rule has to know, in the order of its schema. */
export const ruleFields = (kind: SimpleRuleKind): readonly ParamField[] => KINDS.get(kind) ?? [];

/** The rule that a form's values make, or the names of the parameters that are missing or wrong. */
export function ruleOfForm(values: Readonly<Record<string, unknown>>): { rule: SimpleRule } | { wrong: string[] } {
  const parsed = simpleRuleSchema.safeParse(values);
  if (parsed.success) return { rule: parsed.data };
  return { wrong: [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'kind')))] };
}

function fieldsOf(shape: Readonly<Record<string, z.core.$ZodType>>): ParamField[] {
  return Object.entries(shape).map(([name, schema]) => fieldOf(name, schema));
}

function fieldOf(name: string, schema: z.core.$ZodType): ParamField {
  let inner = schema;
  let optional = false;
  let nullable = false;
  for (;;) {
    if (inner instanceof z.ZodOptional) optional = true;
    else if (inner instanceof z.ZodNullable) nullable = true;
    else break;
    inner = inner.unwrap() as z.core.$ZodType;
  }
  return { name, shape: shapeOf(inner), optional, nullable };
}

function shapeOf(schema: z.core.$ZodType): ParamShape {
  if (schema instanceof z.ZodNumber) return { type: 'number' };
  if (schema instanceof z.ZodString) return { type: 'text' };
  if (schema instanceof z.ZodBoolean) return { type: 'yes-no' };
  // A literal true in a boolean's place, or the one word that may stand there.
  if (schema instanceof z.ZodLiteral) return { type: 'one-of', options: [String(schema.value)], number: false };
  if (schema instanceof z.ZodEnum) return { type: 'one-of', options: schema.options.map(String), number: false };
  if (schema instanceof z.ZodRecord) return { type: 'by-number' };
  if (schema instanceof z.ZodObject) return { type: 'fields', fields: fieldsOf(schema.shape) };
  if (schema instanceof z.ZodArray) {
    const element = schema.element;
    return element instanceof z.ZodObject ? { type: 'rows', fields: fieldsOf(element.shape) } : { type: 'list' };
  }
  if (schema instanceof z.ZodUnion) return unionShape(schema.options);
  throw new Error('a rule parameter of a shape that no form knows');
}

function unionShape(options: readonly z.core.$ZodType[]): ParamShape {
  const objects = options.filter(option => option instanceof z.ZodObject);
  if (objects.length === options.length) {
    return { type: 'either', fields: objects.flatMap(object => fieldsOf(object.shape)) };
  }
  const words = options.map(shapeOf).flatMap(shape => (shape.type === 'one-of' ? shape.options : []));
  return { type: 'one-of', options: words, number: options.some(option => option instanceof z.ZodNumber) };
}
