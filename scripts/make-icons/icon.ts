/** A table with a check mark, drawn on a field of 16 × 16 units: one unit is one pixel of the smallest icon. */

type Colour = readonly [red: number, green: number, blue: number];
type Shape = (x: number, y: number) => boolean;

const BLUE: Colour = [0x12, 0x57, 0xb5];
const WHITE: Colour = [255, 255, 255];
const PALE: Colour = [0xa9, 0xc8, 0xf5];
const GREEN: Colour = [0x1e, 0x8e, 0x3e];

const FIELD = 16;
/** Samples per pixel and direction: enough for smooth edges at 16 pixels. */
const SAMPLES = 8;

/** Later layers cover earlier ones. */
function layers(size: number): [Shape, Colour][] {
  /** Whole pixels, so that the grid stays sharp. */
  const line = (Math.max(1, Math.round(size / 24)) * FIELD) / size;
  const badge = { x: 11.4, y: 11.4 };
  return [
    [roundedBox(0, 0, 16, 16, 3), BLUE],
    [roundedBox(2, 2, 13, 13, 0.7), WHITE],
    [roundedBox(2, 2, 13, 5, 0.7), PALE],
    [box(2, 5, 13, 5 + line), BLUE],
    [box(2, 9, 13, 9 + line), BLUE],
    [box(6, 2, 6 + line, 13), BLUE],
    [disc(badge, 4.6), BLUE],
    [disc(badge, 3.9), GREEN],
    [stroke(badge, [-1.9, 0.1], [-0.5, 1.5], 0.75), WHITE],
    [stroke(badge, [-0.5, 1.5], [2, -1.4], 0.75), WHITE],
  ];
}

/** RGBA pixels of the icon, row by row. */
export function drawIcon(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const shapes = layers(size);
  for (let pixel = 0; pixel < size * size; pixel++) {
    pixels.set(pixelOf(shapes, pixel % size, Math.floor(pixel / size), size), pixel * 4);
  }
  return pixels;
}

function pixelOf(shapes: [Shape, Colour][], left: number, top: number, size: number): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = ((left + ((sample % SAMPLES) + 0.5) / SAMPLES) * FIELD) / size;
    const y = ((top + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * FIELD) / size;
    const colour = shapes.findLast(([shape]) => shape(x, y))?.[1];
    if (!colour) continue;
    covered += 1;
    colour.forEach((value, channel) => {
      sum[channel]! += value;
    });
  }
  const opaque = Math.max(1, covered);
  return [...sum.map(value => Math.round(value / opaque)), Math.round((255 * covered) / (SAMPLES * SAMPLES))];
}

function box(left: number, top: number, right: number, bottom: number): Shape {
  return (x, y) => x >= left && x < right && y >= top && y < bottom;
}

function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
}

function disc(centre: { x: number; y: number }, radius: number): Shape {
  return (x, y) => Math.hypot(x - centre.x, y - centre.y) <= radius;
}

/** A straight stroke with round ends; its ends are given from `origin`. */
function stroke(origin: { x: number; y: number }, from: [number, number], to: [number, number], radius: number): Shape {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return (x, y) => {
    const [px, py] = [x - origin.x - from[0], y - origin.y - from[1]];
    const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
    return Math.hypot(px - along * dx, py - along * dy) <= radius;
  };
}
