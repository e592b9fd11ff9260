/** The reverse of the model's `fieldKey`. */
export function splitFieldKey(key: string): { entity: string; field: string } {
  const colon = key.indexOf(':');
  const end = colon + 1 + Number(key.slice(0, colon));
  return { entity: key.slice(colon + 1, end), field: key.slice(end + 1) };
}

export const entityOfKey = (key: string): string => splitFieldKey(key).entity;
