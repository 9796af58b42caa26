import { describe, expect, test } from '@jest/globals';
import { cell, paragraph, part, run, table } from './docxOf.js';
import { readingDocx } from './readingDocx.js';

/** A row of one figure, and one beside it that can be read. */
const figures = (content: string): string => table(cell('规章') + cell(paragraph(content)) + cell('0'));
const char = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const field = (instruction: string, data: string, result?: string): string =>
  `${char('begin', data && `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText> ${instruction} </w:instrText></w:r>${result === undefined ? '' : char('separate') + result}${char('end')}`;
const list = (chosen: string): string =>
  `<w:ddList>${chosen}<w:listEntry w:val="0"/><w:listEntry w:val="3"/></w:ddList>`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const PLACEHOLDER = '<w:showingPlcHdr/>';

describe('fields of forms, calculated ones and controls', () => {
  test.each<[string, string, string]>([
    ['text', field('FORMTEXT', '<w:textInput/>', run('5')), '5'],
    ['text in two runs', field('FORMTEXT', '<w:textInput/>', run('1') + run('5')), '15'],
    ['blank text', field('FORMTEXT', '<w:textInput/>', run('\u2002\u2002')), '·'],
    ['text that is there by default', field('FORMTEXT', '<w:textInput><w:default w:val="5"/></w:textInput>'), '\ufffc'],
    ['text without a result', field('FORMTEXT', '<w:textInput/>'), '\ufffc'],
    ['of a list the entry chosen', field('FORMDROPDOWN', list('<w:result w:val="1"/>')), '3'],
    ['of a list the entry by default', field('FORMDROPDOWN', list('<w:default w:val="1"/>')), '3'],
    ['of a list the first entry', field('FORMDROPDOWN', list('')), '0'],
    ['a list with its result once more', field('FORMDROPDOWN', list('<w:result w:val="1"/>'), run('3')), '3'],
    [
      'a list of which an entry is chosen that is not there',
      field('FORMDROPDOWN', list('<w:result w:val="7"/>')),
      '\ufffc',
    ],
    ['a box', field('FORMCHECKBOX', '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☒'],
    ['a sum', field('=SUM(ABOVE)', '', run('12')), '12'],
    ['a sum without its result', field('=SUM(ABOVE)', ''), '\ufffc'],
    ['a simple sum', `<w:fldSimple w:instr="=SUM(ABOVE)">${run('12')}</w:fldSimple>`, '12'],
    ['a simple sum without its result', '<w:fldSimple w:instr="=SUM(ABOVE)"/>', '\ufffc'],
    ['a figure beside a sum without its result', run('1') + field('=SUM(ABOVE)', ''), '1\ufffc'],
    ['an entry of an index', run('12') + field('XE "规章"', ''), '12'],
    [
      'a field within the instruction of another',
      `${char('begin')}<w:r><w:instrText>IF</w:instrText></w:r>${field('=1', '', run('1'))}${char('separate')}${run('5')}${char('end')}`,
      '5',
    ],
    ['a field that never ends', `${char('begin')}<w:r><w:instrText>=1</w:instrText></w:r>`, '·'],
    ['a control', control('<w:text/>', run('5')), '5'],
    ['a control that asks for content', control(PLACEHOLDER, run('单击或点击此处') + run('输入文字。')), '·'],
    ['a control that asks no more', control('<w:showingPlcHdr w:val="0"/>', run('单击此处')), '单击此处'],
    ['a control with a figure that nobody has entered', control(PLACEHOLDER, run('0')), '\ufffc'],
    ['a control with words that ask nothing', control(PLACEHOLDER, run('无')), '无'],
    ['a picture', '<w:r><w:drawing/></w:r>', '\ufffc'],
    ['a picture beside a figure', `${run('5')}<w:r><w:drawing/></w:r>`, '5'],
    ['a formula', '<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>', '\ufffc'],
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '\ufffc'],
    ['a digit of the symbols', '<w:r><w:sym w:font="Symbol" w:char="F035"/></w:r>', '5'],
    [
      'a reading above a figure',
      '<w:r><w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>5</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '5',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await readingDocx(figures(content))).toEqual([`| 规章 | ${expected} | 0 |`]);
  });

  test.each<[string, string, string[]]>([
    ['a control around a cell', table(cell('a') + control('', cell('1'))), ['| a | 1 |']],
    ['a control around a row', table(control('', `<w:tr>${cell('a')}${cell('1')}</w:tr>`)), ['| a | 1 |']],
    [
      'a picture beside a label',
      table(cell(paragraph(`${run('规章')}<w:r><w:sym/></w:r>`)) + cell('1')),
      ['| 规章 | 1 |'],
    ],
    [
      'outside tables',
      paragraph(run('一') + field('PAGE', '')) + table(cell(paragraph('<w:r><w:sym/></w:r>') + table(cell('a')))),
      ['一', '| a |'],
    ],
    [
      'a hidden row',
      table(cell('a') + cell('1'), `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('b')}${cell('2')}</w:tr>`),
      ['| a | 1 |'],
    ],
    ['a deleted cell', table(cell('a') + cell('2', '<w:cellDel/>') + cell('1')), ['| a | 1 |']],
  ])('%s', async (_, body, expected) => {
    expect(await readingDocx(body)).toEqual(expected);
  });

  test.each([
    ['raised', '<w:vertAlign w:val="superscript"/>', '52¹'],
    ['hidden', '<w:vanish/>', '52'],
    ['struck out', '<w:strike/>', '52 1\u0336'],
  ])('by style %s', async (_, properties, expected) => {
    const styles = `<w:style w:styleId="t"><w:rPr>${properties}</w:rPr></w:style><w:style w:styleId="s"><w:basedOn w:val="t"/></w:style>`;
    const body = paragraph(`${run('52')}<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>1</w:t></w:r>`);
    expect(await readingDocx(body, { 'word/styles.xml': part('styles', styles) })).toEqual([expected]);
  });
});
