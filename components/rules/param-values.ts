/** What a form holds of a rule's parameters, complete or not. */
export type ParamValues = Record<string, unknown>;
