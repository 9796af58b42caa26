import { describe, expect, test } from '@jest/globals';
import { lookUp, tolerance } from '../../../src/ingest/forms/lookUp.js';
import { TERMS } from '../../../src/ingest/forms/terms.js';

const LABELS = [...new Set(TERMS.map(([text]) => text))];
const MEANINGS = new Map(
  LABELS.map((label) => [
    label,
    TERMS.flatMap(([text, { kind, code }]) => (text === label ? [`${kind} ${code}`] : [])).sort(),
  ]),
);
const meaningsOf = (label: string): readonly string[] => MEANINGS.get(label) ?? [];
const meansOf = (text: string): string[] | null =>
  lookUp(text)
    ?.terms.map(({ kind, code }) => `${kind} ${code}`)
    .sort() ?? null;

/** A label with one character missing, or replaced by the one that another label has about there. */
function* variants(label: string, other: string): Generator<string> {
  for (let at = 0; at < label.length; at++) {
    yield label.slice(0, at) + label.slice(at + 1);
    for (const shift of [-2, -1, 0, 1, 2, other.length - label.length])
      yield label.slice(0, at) + (other[at + shift] ?? '') + label.slice(at + 1);
  }
}

/** Texts that begin as one label and end as the other, or the other way round, cut at every place. */
function* blends(label: string, other: string): Generator<string> {
  for (let at = 0; at <= label.length; at++)
    for (const cut of [at - 1, at, at + 1, at + other.length - label.length]) {
      yield label.slice(0, at) + other.slice(Math.max(0, cut));
      yield other.slice(0, Math.max(0, cut)) + label.slice(at);
    }
}

/** Edit distance, written plainly. */
function apart(a: string, b: string): number {
  const cost: number[][] = [];
  for (let row = 0; row <= a.length; row++) {
    const line: number[] = [];
    for (let column = 0; column <= b.length; column++) {
      const above = cost[row - 1];
      line.push(
        row === 0 || column === 0 || above === undefined
          ? row + column
          : Math.min(
              (above[column] ?? 0) + 1,
              (line[column - 1] ?? 0) + 1,
              (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
            ),
      );
    }
    cost.push(line);
  }
  return cost[a.length]?.[b.length] ?? 0;
}

describe('labels', () => {
  test.each(LABELS)('%s means what it says', (label) => {
    const means = meansOf(label) ?? [];
    // 其他 numbered （六） is the parent of 3.其他: unnumbered it is not.
    expect(means).toEqual(
      meaningsOf(label).filter((meaning) => label !== '其他' || !meaning.endsWith('OTHER_HANDLING')),
    );
  });

  const pairs = LABELS.flatMap((label) =>
    LABELS.filter((other) => !meaningsOf(label).some((meaning) => meaningsOf(other).includes(meaning))).map(
      (other) => [label, other] as const,
    ),
  );
  /** A variant within tolerance can only be as near to another label if the two are within twice of it. */
  const close = pairs.filter(([label, other]) => apart(label, other) <= 2 * tolerance(label));

  test('most pairs of labels are too far apart for any accepted variant to be as near to the other', () => {
    expect(pairs.length).toBeGreaterThan(4000);
    expect(close.length).toBeLessThan(pairs.length / 10);
  });

  test('for every other pair, no accepted variant of one is as near to the other', () => {
    const crossings = close.flatMap(([label, other]) =>
      [...variants(label, other), ...blends(label, other)].filter((variant) => {
        const means = meansOf(variant) ?? [];
        if (!means.some((meaning) => meaningsOf(label).includes(meaning))) return false;
        // Some labels have several wordings: the nearest one was accepted.
        const own = LABELS.filter((wording) => meaningsOf(wording).some((meaning) => means.includes(meaning)));
        return apart(variant, other) <= Math.min(...own.map((wording) => apart(variant, wording)));
      }),
    );
    expect(crossings).toEqual([]);
  });

  test('a text between two labels is neither', () => {
    for (const text of ['不以公开', '行政处可', '行政处制']) expect(meansOf(text)).toBeNull();
  });

  test('no label may be wrong in more than a third of its characters, the shortest in none', () => {
    for (const label of LABELS) expect(tolerance(label)).toBeLessThanOrEqual(label.length < 4 ? 0 : label.length / 3);
  });
});

describe('labels as sites print them', () => {
  test.each([
    ['2.其他法律行政止公开', 'disposition PROHIBITED_BY_LAW'],
    ['5.要求行政机关确认或重 新出具\n已获取信息', 'disposition CONFIRM_OR_REISSUE'],
    ['3、补正后申请内容仍不明确', 'disposition STILL_UNCLEAR'],
    ['1. 属于国家秘密', 'disposition STATE_SECRET'],
    ['（三）不予公开 1．属于国家秘密', 'disposition STATE_SECRET'],
    ['三、本年度办理结果（一）予以公开', 'disposition GRANTED'],
    ['(二)部分公开(区分处理的,只计这一情形,不计其他情形)', 'disposition PARTIALLY_GRANTED'],
    ['1.逾期不补正', 'disposition OVERDUE_CORRECTION'],
    ['2.逾期不缴费', 'disposition OVERDUE_FEE'],
    ['（六）其他处理', 'disposition OTHER_HANDLING'],
    ['(六) 其他', 'disposition OTHER_HANDLING'],
    ['3.其他', 'disposition OTHER_REASON'],
    ['（七）总 计', 'disposition TOTAL_HANDLED'],
    ['⾏政许可', 'item LICENSES'],
    ['规范性文件（指各行政机关印发的有正式文号的文件）', 'item NORMATIVE_DOCUMENTS'],
    ['行政規(guī)范性文件', 'item NORMATIVE_DOCUMENTS'],
    ['規範性檔案', 'item NORMATIVE_DOCUMENTS'],
    ['本年增/', 'measure CHANGE'],
    ['上一年项目数量 (指2019年事项数)', 'measure PREVIOUS_ITEMS'],
    ['对外公开数量', 'measure PUBLIC_TOTAL'],
    ['采购总金额（单位：万元，保留4位小数）', 'measure PROCUREMENT_AMOUNT'],
    ['自 然 人', 'applicant NATURAL_PERSON'],
    ['社会\n公益\n组织', 'applicant NONPROFIT'],
  ])('%s is %s', (text, meaning) => {
    expect(meansOf(text)).toContain(meaning);
  });

  test.each([
    ['其他主动公开文件', 'a row that one province adds'],
    ['本年新', 'a header that lost its second half'],
    ['8.属于行政执法案券', 'misspelt, and numbered as another row'],
    ['年度数量', 'no label at all'],
    ['1057', 'a figure'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(meansOf(text)).toBeNull();
  });
});
