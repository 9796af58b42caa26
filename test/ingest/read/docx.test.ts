import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { read } from '../../../src/ingest/read/read.js';
import { cell, docxOf, paragraph, part, run, table } from './docxOf.js';
import { readingDocx } from './readingDocx.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

const wide = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';

describe('tables', () => {
  test.each<[string, string, string[]]>([
    ['cells', table(cell('a') + cell('1'), cell('b') + cell('')), ['| a | 1 |', '| b | · |']],
    [
      'merged over columns',
      table(cell('head', wide(3)), cell('a') + cell('1') + cell('2')),
      ['| head | ~ | ~ |', '| a | 1 | 2 |'],
    ],
    [
      'merged over rows',
      table(cell('g', DOWN) + cell('1'), cell('', GOES_ON) + cell('2'), cell('h') + cell('3')),
      ['| g | 1 |', '| ~ | 2 |', '| h | 3 |'],
    ],
    [
      'merged over both',
      table(cell('g', wide(2) + DOWN) + cell('1'), cell('', wide(2) + GOES_ON) + cell('2')),
      ['| g | 1 |', '| ~ | 2 |'],
    ],
    [
      'two merged cells, one below the other',
      table(cell('g', DOWN), cell('', GOES_ON), cell('h', DOWN), cell('', GOES_ON)),
      ['| g |', '| ~ |', '| h |', '| ~ |'],
    ],
    [
      'merged in the manner of old programs',
      table(cell('g', '<w:hMerge w:val="restart"/>') + cell('', '<w:hMerge/>') + cell('1')),
      ['| g | 1 |'],
    ],
    ['rows of unlike length', table(cell('a') + cell('1') + cell('2'), cell('b')), ['| a | 1 | 2 |', '| b | - | - |']],
    [
      'rows that begin further in',
      table(cell('a') + cell('1'), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('2')}</w:tr>`),
      ['| a | 1 |', '| - | 2 |'],
    ],
    [
      'a cell of several paragraphs',
      table(cell(paragraph('商业') + paragraph('企业')) + cell(paragraph(`${run('1')}<w:r><w:br/></w:r>${run('2')}`))),
      ['| 商业⏎企业 | 1⏎2 |'],
    ],
    [
      'a table for layout dissolves',
      table(cell(paragraph('before') + table(cell('a') + cell('1')) + paragraph('after'))),
      ['before', '| a | 1 |', 'after'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await readingDocx(body)).toEqual(expected);
  });

  test('are numbered in the order of the text', async () => {
    const { blocks } = await read(sourceOf(docxOf(`${table(cell('a'))}${paragraph('x')}${table(cell('b'))}`)));
    expect(blocks.map((block) => (block.kind === 'grid' ? block.table : null))).toEqual([1, null, 2]);
  });
});

describe('text', () => {
  test.each<[string, string, string[]]>([
    ['a word in several runs', paragraph(run('行政') + run('许可')), ['行政许可']],
    ['tabs and breaks', paragraph('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>'), ['a\tb', 'c']],
    [
      'deleted text is left out, inserted text kept',
      paragraph(`${run('1')}<w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:ins>${run('3')}</w:ins>`),
      ['13'],
    ],
    [
      'moved text stands where it was moved to',
      paragraph(`<w:moveFrom>${run('old')}</w:moveFrom>`) + paragraph(`<w:moveTo>${run('new')}</w:moveTo>`),
      ['new'],
    ],
    [
      'a deleted row',
      table(cell('a') + cell('1'), `<w:tr><w:trPr><w:del/></w:trPr>${cell('b')}${cell('2')}</w:tr>`),
      ['| a | 1 |'],
    ],
    ['hidden text', paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>${run('yes')}`), ['yes']],
    [
      'raised and lowered digits',
      paragraph(
        `${run('52')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>${run('3')}`,
      ),
      ['52¹₂3'],
    ],
    [
      'digits that are raised, and whole lines that are',
      paragraph(`${run('52')}<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>1</w:t></w:r>`) +
        paragraph('<w:r><w:rPr><w:position w:val="6"/></w:rPr><w:t>5</w:t></w:r>'.repeat(2)),
      ['52¹', '55'],
    ],
    ['struck out text', paragraph(`<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>${run('52')}`), [' 7\u0336 52']],
    ['of a field the result', paragraph(`<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>${run('7')}`), ['7']],
    [
      'a text box once, not again for old programs',
      paragraph(
        `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`,
      ),
      ['box'],
    ],
    [
      'the same with another prefix',
      paragraph(
        `<c:AlternateContent><c:Choice>${run('1')}</c:Choice><c:Fallback>${run('1')}</c:Fallback></c:AlternateContent>`,
      ),
      ['1'],
    ],
    ['entities', paragraph('a&amp;b &lt;1&gt; &#x4e00;'), ['a&b <1> 一']],
    [
      'headings by outline level',
      paragraph('一、总体情况', '<w:outlineLvl w:val="0"/>') + paragraph('text', '<w:outlineLvl w:val="9"/>'),
      ['# 一、总体情况', 'text'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await readingDocx(body)).toEqual(expected);
  });

  test.each([
    ['by English name', '<w:style w:styleId="s"><w:name w:val="heading 2"/></w:style>'],
    ['by Chinese name', '<w:style w:styleId="s"><w:name w:val="标题 2"/></w:style>'],
    [
      'by outline level',
      '<w:style w:styleId="s"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    ],
    [
      'inherited',
      '<w:style w:styleId="t"><w:name w:val="heading 2"/></w:style><w:style w:styleId="s"><w:basedOn w:val="t"/></w:style>',
    ],
    ['in a circle', '<w:style w:styleId="s"><w:name w:val="heading 2"/><w:basedOn w:val="s"/></w:style>'],
  ])('headings by style: %s', async (_, styles) => {
    const body = paragraph('words', '<w:pStyle w:val="s"/>');
    expect(await readingDocx(body, { 'word/styles.xml': part('styles', styles) })).toEqual(['## words']);
  });

  const numbered = (list: string, level: number, text: string): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

  test('numbers of lists, which are not in the text', async () => {
    const kinds = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>`;
    const lists = '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const body = [
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
      [2, 'd'],
      [1, 'e'],
      [2, 'f'],
      [0, 'g'],
    ] as const;
    expect(
      await readingDocx(body.map(([at, text]) => numbered('5', at, text)).join(''), {
        'word/numbering.xml': part('numbering', kinds + lists),
      }),
    ).toEqual(['一、a', '（一）b', '1.c', '2.d', '（二）e', '1.f', '二、g']);
  });

  test('the number of a list is no digit of a figure', async () => {
    const kinds = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>`;
    const lists = '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const parts = { 'word/numbering.xml': part('numbering', kinds + lists) };
    expect(await readingDocx(numbered('5', 0, '25'), parts)).toEqual(['1. 25']);
  });

  test.each([
    ['upperRoman', 4, 'IV'],
    ['decimalFullWidth', 12, '１２'],
    ['lowerLetter', 28, 'bb'],
    ['decimalEnclosedCircle', 3, '③'],
    ['chineseCounting', 12, '十二'],
    ['bullet', 1, ''],
  ])('a list in %s: %i is %s', async (format, count, expected) => {
    const kinds = `<w:abstractNum w:abstractNumId="0">${level(0, format, '%1')}</w:abstractNum>`;
    const lists = `<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${count}"/></w:lvlOverride></w:num>`;
    expect(
      await readingDocx(numbered('5', 0, '|'), { 'word/numbering.xml': part('numbering', kinds + lists) }),
    ).toEqual([`${expected}|`]);
  });
});

test('the title of the properties, parts where the file says', async () => {
  const file = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>',
    ),
    'word/document2.xml': strToU8(
      '<w:document><w:body><w:p><w:r><w:t>words</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>gone</w:t></w:r></w:p></w:body></w:document>',
    ),
    'word/_rels/document2.xml.rels': strToU8(
      '<Relationships><Relationship Id="s" Type="x/styles" Target="styles2.xml"/></Relationships>',
    ),
    'word/styles2.xml': strToU8('<w:styles><w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'),
    'docProps/core.xml': strToU8('<cp:p><dc:title>a &amp; b</dc:title></cp:p>'),
  });
  const document = await read(sourceOf(file));
  expect([document.declaredTitle, shown(document)]).toEqual(['a & b', ['words']]);
});

test.each<[string, Uint8Array, string]>([
  [
    'no text part',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/x.xml': strToU8('<x/>') }),
    'UNREADABLE',
  ],
  [
    'a text part that ends early',
    docxOf(paragraph('a'), { 'word/document.xml': '<w:document><w:body><w:p>' }),
    'UNREADABLE',
  ],
  ['a cell of a million columns', docxOf(table(cell('a', wide(1_000_000)))), 'LIMIT_EXCEEDED'],
  ['rows of wide cells', docxOf(table(...Array.from({ length: 300 }, () => cell('a', wide(400))))), 'LIMIT_EXCEEDED'],
  [
    'tables nested without end',
    docxOf('<w:tbl><w:tr><w:tc>'.repeat(25) + paragraph('a') + '</w:tc></w:tr></w:tbl>'.repeat(25)),
    'LIMIT_EXCEEDED',
  ],
  ['a part that explodes', docxOf(' '.repeat(5_000_000)), 'LIMIT_EXCEEDED'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(() => read(sourceOf(bytes)))).toBe(reason);
});
