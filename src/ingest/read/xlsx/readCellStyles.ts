import { walkXml } from '../walkXml.js';
import type { Effect } from './asStyled.js';
import { isOn } from './RichText.js';
import { showNumber } from './showNumber.js';

/** What the style of a cell says that matters here. */
export interface CellStyle {
  /** Its number format, or the number of one that is not written out. */
  readonly format: string | number;
  readonly effect: Effect | null;
}

export const UNSTYLED: CellStyle = { format: 0, effect: null };

interface Font {
  struck: boolean;
  white: boolean;
}

interface Styles {
  readonly styles: CellStyle[];
  /** Which of the formats that rules refer to hide a zero. */
  readonly hiding: boolean[];
}

/** The styles of the cells of a workbook, and the formats of its rules, by number (ECMA-376, 18.8). */
export function readCellStyles(xml: string): Styles {
  const formats = new Map<number, string>();
  const [fonts, fills, styles] = [[] as Font[], [] as boolean[], [] as CellStyle[]];
  const hiding: boolean[] = [];
  const path: string[] = [];
  walkXml(xml, {
    open(name, { numFmtId = '0', fontId = '0', fillId = '0', formatCode, patternType, val, ...color }) {
      const [within, parent] = [path.at(-2), path.at(-1)];
      path.push(name);
      const font = fonts.at(-1);
      if (path[1] === 'dxfs') {
        if (name === 'dxf') hiding.push(false);
        else if ((name === 'color' && isWhite(color)) || (name === 'numFmt' && showNumber(0, formatCode ?? '') === ''))
          hiding[hiding.length - 1] = true;
        return;
      }
      if (name === 'numFmt' && formatCode !== undefined) formats.set(Number(numFmtId), formatCode);
      if (name === 'font' && parent === 'fonts') fonts.push({ struck: false, white: false });
      if (within === 'fonts' && font !== undefined) {
        if (name === 'strike') font.struck = isOn(val);
        if (name === 'color') font.white = isWhite(color);
      }
      if (name === 'fill' && parent === 'fills') fills.push(false);
      if (name === 'patternFill' && within === 'fills') fills[fills.length - 1] = (patternType ?? 'none') !== 'none';
      if (name === 'fgColor' && path[1] === 'fills' && isWhite(color)) fills[fills.length - 1] = false;
      if (name === 'gradientFill' && within === 'fills') fills[fills.length - 1] = true;
      if (name !== 'xf' || parent !== 'cellXfs') return;
      const own = fonts[Number(fontId)] ?? { struck: false, white: false };
      styles.push({
        format: formats.get(Number(numFmtId)) ?? Number(numFmtId),
        effect: own.struck ? 'struck' : own.white && fills[Number(fillId)] !== true ? 'white' : null,
      });
    },
    close() {
      path.pop();
    },
  });
  return { styles, hiding };
}

/** White by value, by the theme's first color, or by the palette; without a tint. */
const isWhite = ({ rgb, theme, indexed, tint }: Readonly<Record<string, string>>): boolean =>
  Number(tint ?? 0) === 0 &&
  (/^(?:ff)?ffffff$/i.test(rgb ?? '') || theme === '0' || indexed === '1' || indexed === '9');
