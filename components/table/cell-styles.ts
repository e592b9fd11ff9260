import type { CellRange } from '../../lib/model/address';
import type { CellLook } from '../../lib/model/looks';
import { bordersKey, drawnBorders } from './cell-borders';
import { borderCss, lookCss } from './cell-look-css';
import type { SheetSource } from './sheet-source';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/**
 * The looks in use as classes of one style sheet. A row that scrolls into sight then costs class names only; declarations on each cell
 * cost three times as much.
 */
export class CellStyles {
  private readonly element = document.createElement('style');
  private readonly looks = new Map<number, string>();
  private readonly borders = new Map<string, string>();
  private readonly prefix: string;

  constructor(
    readonly zoom: number,
    prefix: string,
  ) {
    this.prefix = prefix;
    document.head.append(this.element);
  }

  lookClass(style: number, look: CellLook | undefined): string {
    let name = this.looks.get(style);
    if (name === undefined) {
      name = `${this.prefix}l${style}`;
      this.looks.set(style, name);
      this.add(name, look ? lookCss(look, this.zoom) : '');
    }
    return name;
  }

  borderClass(source: SheetSource, range: CellRange, look: CellLook | undefined): string {
    const key = bordersKey(source, range);
    let name = this.borders.get(key);
    if (name === undefined) {
      name = `${this.prefix}b${this.borders.size}`;
      this.borders.set(key, name);
      const drawn = drawnBorders(source, range);
      this.add(name, SIDES.map(side => `border-${side}:${borderCss(drawn[side], look)}`).join(';'));
    }
    return name;
  }

  remove(): void {
    this.element.remove();
  }

  private add(name: string, css: string): void {
    const { sheet } = this.element;
    sheet?.insertRule(`.${name}{${css}}`, sheet.cssRules.length);
  }
}
