/** A cell in an address line: "Sheet1!C5". The sheet's name may hold marks of its own, the cell never does. */
export const cellPlace = (sheet: string, address: string): string => `${sheet}!${address}`;

export function readCellPlace(place: string | null): { sheet: string; address: string } | null {
  const at = place?.lastIndexOf('!') ?? -1;
  return place && at > 0 ? { sheet: place.slice(0, at), address: place.slice(at + 1) } : null;
}
