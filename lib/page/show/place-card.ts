export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Between field and card, and between card and the window's edge, in CSS pixels. */
const GAP = 8;

/**
 * Where the card goes so that it never covers its field: to the right first, because lists and pickers open below a field, then above,
 * below, left. null where it fits nowhere, as beside an editor that fills the window.
 */
export function placeCard(field: Box, card: Size, view: Size): { left: number; top: number } | null {
  const right = field.left + field.width;
  const bottom = field.top + field.height;
  // Scrolled out of sight: a card for what nobody sees would only be in the way.
  if (right <= 0 || bottom <= 0 || field.left >= view.width || field.top >= view.height) return null;
  const top = clamp(field.top, GAP, view.height - card.height - GAP);
  const left = clamp(field.left, GAP, view.width - card.width - GAP);
  const fitsHigh = card.height + 2 * GAP <= view.height;
  const fitsWide = card.width + 2 * GAP <= view.width;
  if (fitsHigh && right + GAP + card.width + GAP <= view.width) return { left: right + GAP, top };
  if (fitsWide && field.top - GAP - card.height >= GAP) return { left, top: field.top - GAP - card.height };
  if (fitsWide && bottom + GAP + card.height + GAP <= view.height) return { left, top: bottom + GAP };
  if (fitsHigh && field.left - GAP - card.width >= GAP) return { left: field.left - GAP - card.width, top };
  return null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
