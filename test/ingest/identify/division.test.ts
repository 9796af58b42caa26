import { describe, expect, test } from '@jest/globals';
import type { Document } from '../../../src/ingest/types.js';
import { documentOf } from '../documentOf.js';
import { BODY, identified, titled, who, type Rest } from './identified.js';

describe('the division', () => {
  const title = '鼓楼区审计局2022年政府信息公开工作年度报告';
  const divided = (declared: Partial<Document>, rest: Rest = {}) => {
    const { division, normalizedName, findings } = identified(documentOf([title, ...BODY], declared), rest);
    return [division, normalizedName, ...findings];
  };
  const ambiguous = 'DIVISION_AMBIGUOUS 320106 320302 350102 410204';

  test('ambiguous without more', () => expect(divided({})).toEqual([null, '鼓楼区审计局', ambiguous]));
  test('by the publisher', () =>
    expect(divided({ declaredPublisher: '徐州市鼓楼区人民政府' })).toEqual(['320302', '鼓楼区审计局']));
  test('by the site', () =>
    expect(divided({ declaredTitle: `${title}_开封市人民政府门户网站` })).toEqual(['410204', '鼓楼区审计局']));
  test('by the manifest', () =>
    expect(divided({}, { manifest: { division: '350102' } })).toEqual(['350102', '鼓楼区审计局']));
  test('the manifest contradicted', () =>
    expect(divided({ declaredPublisher: '徐州市人民政府' }, { manifest: { division: '350102' } })).toEqual([
      '320302',
      '鼓楼区审计局',
      'MANIFEST_CONFLICT division 350102 320302',
    ]));
  test('unknown', () =>
    expect(titled('某某乡人民政府2022年政府信息公开工作年度报告').findings).toEqual(['DIVISION_UNKNOWN']));
});

describe('two names of one agency', () => {
  const normalized = (agency: string) => titled(`${agency}2022年政府信息公开工作年度报告`).normalizedName;
  test.each([
    ['南阳市政府办公室', '南阳市人民政府办公室'],
    ['南阳市政府办公室', '河南省南阳市人民政府办公室'],
    ['洪泽区人民政府', '淮安市洪泽区人民政府'],
    ['洪泽区人民政府', '洪泽区'],
    ['南阳市城乡一体化示范区管委会', '南阳市城乡一体化示范区管理委员会'],
    ['宣城气象局', '宣城市气象局'],
    ['南阳市税务局', '国家税务总局南阳市税务局'],
    ['荣昌区观胜镇', '重庆市荣昌区观胜镇人民政府'],
    ['利州区河西街道', '广元市利州区河西街道办事处'],
    ['沭阳县发展和改革局', '沭阳县发展改革局'],
    ['南阳市发改委', '南阳市发展和改革委员会'],
    ['南阳市政府办', '南阳市人民政府办公室'],
    ['沭阳县教育局（县体育局）', '沭阳县教育局'],
    ['国家发改委', '国家发展和改革委员会'],
    ['中华人民共和国教育部', '教育部'],
    ['南阳市卫健委', '南阳市卫生健康委员会'],
    ['南阳市卫生健康委', '南阳市卫生健康委员会'],
    ['南阳市人社局', '南阳市人力资源和社会保障局'],
    ['南阳市住房城乡建设局', '南阳市住房和城乡建设局'],
    ['南阳市市场监管局', '南阳市市场监督管理局'],
    ['南阳市工信局', '南阳市工业和信息化局'],
    ['南阳市文化广电旅游局', '南阳市文化广电和旅游局'],
    ['南阳市国资委', '南阳市国有资产监督管理委员会'],
    ['北京市城市管理委', '北京市城市管理委员会'],
    ['上海市科委', '上海市科学技术委员会'],
    ['南阳市委网信办', '中共南阳市委网络安全和信息化委员会办公室'],
    ['利州区人民政府河西街道办事处', '利州区河西街道'],
    ['前郭县财政局', '前郭尔罗斯蒙古族自治县财政局'],
    ['南阳银保监分局', '中国银行保险监督管理委员会南阳监管分局'],
    ['南阳金融监管分局', '国家金融监督管理总局南阳监管分局'],
    ['河南证监局', '中国证监会河南监管局'],
  ])('%s = %s', (one, other) => expect(normalized(one)).toBe(normalized(other)));
  test.each([
    ['南阳市政府办公室', '南阳市人民政府'],
    ['南阳市财政局', '宛城区财政局'],
    ['南阳市税务局（第一分局）', '南阳市税务局（第二分局）'],
    ['沭阳县发展和改革局', '沭阳县发展和改革委员会'],
    ['审计署驻郑州特派员办事处', '商务部驻郑州特派员办事处'],
    ['财政部河南监管局', '国家金融监督管理总局河南监管局'],
    ['中国证监会河南监管局', '中国银保监会河南监管局'],
    ['荣昌区清江镇', '荣昌区清江街道'],
    ['中共南阳市委办公室', '南阳市人民政府办公室'],
    ['南阳市住房和城乡建设局', '南阳市住房保障和房产管理局'],
    ['南阳市教育局', '南阳市教育体育局'],
  ])('%s ≠ %s', (one, other) => expect(normalized(one)).not.toBe(normalized(other)));
});

describe('the manifest', () => {
  const title = '南阳市政府办公室2020年政府信息公开工作年度报告';
  test('names the agency where the document does not', () => {
    const manifest = { agency: '上海市人民政府办公厅', year: 2019 };
    expect(who(identified(documentOf(BODY), { manifest }))).toEqual(['上海市人民政府办公厅', '310000', 2019]);
  });
  test.each([
    ['南阳市人民政府办公室', []],
    ['河南省南阳市政府办公室', []],
    ['南阳市', ['MANIFEST_CONFLICT agency 南阳市 南阳市政府办公室']],
    ['政府办公室', []],
    ['南阳市财政局', ['MANIFEST_CONFLICT agency 南阳市财政局 南阳市政府办公室']],
  ])('agency %s: %j', (agency, expected) =>
    expect(identified(documentOf([title, ...BODY]), { manifest: { agency } }).findings).toEqual(expected),
  );
});

describe('the manifest settles a place that the document leaves open', () => {
  const settled = (agency: string, manifest: Rest['manifest']) => {
    const document = documentOf([`${agency}2022年政府信息公开工作年度报告`, ...BODY]);
    const { division, normalizedName, findings } = identified(document, { manifest: manifest ?? null });
    return [division, normalizedName, ...findings];
  };
  test.each([
    ['县财政局', { division: '321322' }, ['321322', '沭阳县财政局']],
    ['县财政局', { agency: '沭阳县财政局', division: '321322' }, ['321322', '沭阳县财政局']],
    ['财政局', { agency: '沭阳县财政局' }, ['321322', '沭阳县财政局']],
    ['鼓楼区审计局', { agency: '徐州市鼓楼区审计局' }, ['320302', '鼓楼区审计局']],
    [
      '鼓楼区审计局',
      { division: '321322' },
      ['321322', '沭阳县鼓楼区审计局', 'MANIFEST_CONFLICT division 321322 320106 320302 350102 410204'],
    ],
  ])('%s, %j', (agency, manifest, expected) => expect(settled(agency, manifest)).toEqual(expected));
});

test('a remark on the scope in the manifest is no other agency', () => {
  const document = documentOf(['南阳市2020年政府信息公开工作年度报告', ...BODY]);
  const report = identified(document, { manifest: { agency: '南阳市（全市汇总）', scope: 'CONSOLIDATED' } });
  expect(report.findings).toEqual([]);
});

test('the site is the host of the address', () => {
  const source = { url: 'http://www.shuyang.gov.cn:8080/a?b=c', fileName: null };
  expect(identified(documentOf(['沭阳县财政局2023年政府信息公开年度报告', ...BODY]), { source }).site).toBe(
    'www.shuyang.gov.cn',
  );
});
