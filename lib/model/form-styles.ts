/** The looks of forms that we make ourselves: faces and sizes as offices use them. */
export interface Font {
  name: string;
  size: number;
  /** ECMA-376 18.8.18: 0 not applicable, 1 roman, 3 modern. Offices' Chinese faces declare 3 or 0. */
  family: number;
}

export interface Style {
  font: Font;
  bordered: boolean;
  horizontal: 'left' | 'center';
}

/** The look of the table itself, and of the eleven-column forms, where the same sizes would not fit A4. */
const TITLE_FONT: Font = { name: '方正小标宋简体', size: 18, family: 0 };
const HEADER_FONT: Font = { name: '黑体', size: 12, family: 3 };
const BODY_FONT: Font = { name: '仿宋_GB2312', size: 12, family: 3 };
const SMALL_HEADER_FONT: Font = { name: '黑体', size: 10, family: 3 };
const SMALL_BODY_FONT: Font = { name: '仿宋_GB2312', size: 10, family: 3 };

export const STYLES = {
  title: { font: TITLE_FONT, bordered: false, horizontal: 'center' },
  heading: { font: HEADER_FONT, bordered: true, horizontal: 'center' },
  text: { font: BODY_FONT, bordered: true, horizontal: 'left' },
  centered: { font: BODY_FONT, bordered: true, horizontal: 'center' },
  smallHeading: { font: SMALL_HEADER_FONT, bordered: true, horizontal: 'center' },
  smallSectionRow: { font: SMALL_HEADER_FONT, bordered: true, horizontal: 'left' },
  smallText: { font: SMALL_BODY_FONT, bordered: true, horizontal: 'left' },
  smallCentered: { font: SMALL_BODY_FONT, bordered: true, horizontal: 'center' },
  signature: { font: SMALL_BODY_FONT, bordered: false, horizontal: 'left' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;
