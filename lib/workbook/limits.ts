/** Every bound on what a file may make us do, with its reason. */

const MIB = 1024 * 1024;

export const WORKBOOK_LIMITS = {
  /** The file itself: room for many pictures, and still one quarter of what inflating may take. */
  fileBytes: 128 * MIB,

  /** 200 sheets with a drawing, comments and their relationships each are about 1,000 parts. */
  entries: 2_000,

  /** One part, inflated. 100,000 × 20 styled cells are 82 MB of XML. */
  partBytes: 256 * MIB,

  /** All parts, inflated, as the directory declares them. Only a few are ever inflated, but the sum shows a bomb at once. */
  totalBytes: 512 * MIB,

  /**
   * Deflate reaches 1,032:1 at most, ordinary sheets 5:1 to 30:1. Counts only above ratioFreeBytes, because small
   * repetitive parts are harmless.
   */
  ratio: 300,
  ratioFreeBytes: 16 * MIB,

  /** Part names: "xl/worksheets/_rels/sheet12.xml.rels" is 38 long. */
  partNameLength: 255,

  /** Excel allows 31 characters, other writers do not always count. */
  sheetNameLength: 255,

  /** Below this many compressed bytes fflate is faster than setting up a native stream, and a lying size costs under 0.1 s. */
  smallCompressedBytes: 64 * 1024,

  /** Sheets, styles and strings nest less than ten deep; this leaves room for extensions. */
  xmlDepth: 256,

  /** One text or attribute that has to be decoded. 32,767 characters, each a reference such as "&#x1F600;", are 300 kB. */
  textBytes: MIB,

  /** Attributes of one element: a root with namespaces has about 30. */
  xmlAttributes: 512,

  /** Sheets of one workbook. */
  sheets: 1_000,

  /** Written cells of one sheet, blank styled ones included: 100,000 × 20 is 2 million; at 15 bytes each this is 75 MB. */
  cells: 5_000_000,

  /** Merges of one sheet: two for every row of 100,000. */
  merges: 200_000,

  /** Cell formats of one workbook: Excel's own limit is 65,490. */
  styles: 65_536,

  /** How far a merge may stretch the used area beyond its last non-empty cell; wider ones are clamped. */
  mergeReach: { rows: 1_000, columns: 256 },
} as const;

/** Names that JavaScript objects react to. No part of an honest package has such a segment. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
