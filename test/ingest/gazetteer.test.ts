import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { createGazetteer } from '../../src/ingest/gazetteer.js';

const gazetteer = createGazetteer(readDivisions());

/** Code, or the candidates where it is ambiguous, or UNKNOWN. */
function located(name: string, year = 2022, surroundings: readonly string[] = []): string {
  const { division, candidates } = gazetteer.locate(name, year, surroundings);
  return division?.code ?? (candidates.map(({ code }) => code).join(' ') || 'UNKNOWN');
}

describe('the longest match at the front of a name', () => {
  test.each([
    ['南阳市政府办公室', '411300'],
    ['南阳市发展和改革委员会', '411300'],
    ['河南省人民政府办公厅', '410000'],
    ['河南省南阳市宛城区人民政府', '411302'],
    ['江苏淮安洪泽区人民政府', '320813'],
    ['淮安市洪泽区人民政府', '320813'],
    ['洪泽区人民政府', '320813'],
    ['沭阳县发展和改革局', '321322'],
    ['邓州市财政局', '411381'],
    ['济源市财政局', '419001'],
    ['新疆生产建设兵团第八师石河子市', '659001'],
    ['第八师石河子市财政局', '659001'],
    ['兵团第一师阿拉尔市发展和改革委员会', '659002'],
    ['新疆生产建设兵团第八师', 'UNKNOWN'],
    ['新疆生产建设兵团', 'UNKNOWN'],
    ['第二师库尔勒市办事处', 'UNKNOWN'],
    ['第九师白杨市财政局', 'UNKNOWN'],
    ['东莞市虎门镇人民政府', '441900'],
    ['抚松县松江河镇人民政府', '220621'],
    ['广元市利州区河西街道', '510802'],
    ['北京市教育委员会', '110000'],
    ['北京市朝阳区市场监督管理局', '110105'],
    ['上海市浦东新区人民政府', '310115'],
    ['重庆市荣昌区清江镇人民政府', '500153'],
    ['吉林省财政厅', '220000'],
    ['吉林市财政局', '220200'],
    ['长沙县财政局', '430121'],
    ['阿里地区行政公署', '542500'],
    ['锡林郭勒盟行政公署', '152500'],
    ['临夏州教育局', '622900'],
    ['黔东南苗族侗族自治州教育局', '522600'],
    ['黔东南州教育局', '522600'],
    ['乌兰察布市区域经济合作局', '150900'],
    ['南阳市城市管理局', '411300'],
    ['南阳市城区管理办公室', '411300'],
    ['内蒙古财政厅', '150000'],
    ['鄂温克旗财政局', '150724'],
    ['前郭县财政局', '220721'],
    ['巴州财政局', '652800'],
    ['济源示范区管理委员会', '419001'],
    ['中共南阳市委办公室', '411300'],
    ['邢台市桥东区财政局', '130502'],
    ['桥东区财政局', '130502 130702'],
    ['教育部', '100000'],
    ['国家市场监督管理总局', '100000'],
    ['国家发展改革委', '100000'],
    ['人力资源社会保障部', '100000'],
    ['中华人民共和国海关总署', '100000'],
    ['国家发展和改革委员会', '100000'],
  ])('%s is in %s', (name, expected) => expect(located(name)).toBe(expected));
});

describe('development zones', () => {
  test.each([
    ['南阳市城乡一体化示范区管理委员会', '411372'],
    ['南阳高新区管委会', '411371'],
    ['南阳市高新技术产业开发区管理委员会', '411371'],
    ['淮安经济技术开发区管委会', '320871'],
    ['淮安市经开区管委会', '320871'],
    ['河北邢台经济开发区管委会', '130571'],
    ['邢台经济开发区管委会', '130571'],
    ['镇江新区管委会', '321171'],
    ['兰州新区管委会', '620171'],
    // Without a code of its own a zone counts where it lies.
    ['随县经济开发区', '421321'],
    ['宿迁市洋河新区管委会', '321300'],
    ['青岛西海岸新区管理委员会', '370200'],
    ['杭州西湖风景名胜区管理委员会', '330100'],
    ['武汉市江夏经济开发区管理委员会', '420115'],
    ['江苏昆山经济技术开发区管理委员会', '320583'],
    ['高新区管委会', 'UNKNOWN'],
  ])('%s is in %s', (name, expected) => expect(located(name)).toBe(expected));
});

describe('organs of the ministries’ lines', () => {
  test.each([
    ['宣城市气象局', '341800'],
    ['宣城气象局', '341800'],
    ['国家税务总局南阳市税务局', '411300'],
    ['国家税务总局淮安市洪泽区税务局', '320813'],
    ['中华人民共和国南阳海关', '411300'],
    ['国家统计局南阳调查队', '411300'],
    ['国家统计局沭阳调查队', '321322'],
    ['国家统计局朝阳调查队', '211300'],
    ['国家统计局吉林调查队', '220200'],
    ['国家统计局吉林调查总队', '220000'],
    ['国家税务总局驻马店市税务局', '411700'],
    ['国家统计局鼓楼调查队', '320106 320302 350102 410204'],
    ['昆山海关', '320583'],
    ['国家金融监督管理总局河南监管局', '410000'],
    ['国家金融监督管理总局南阳监管分局', '411300'],
    ['中国证券监督管理委员会河南监管局', '410000'],
    ['国家矿山安全监察局山西局', '140000'],
    ['国家粮食和物资储备局河南局', '410000'],
    ['国家能源局河南监管办公室', '410000'],
    ['国家能源局华中监管局', 'UNKNOWN'],
    ['财政部河南监管局', '410000'],
    ['审计署驻郑州特派员办事处', '410100'],
    ['中国人民银行南阳市中心支行', '411300'],
    ['淮安市洪泽生态环境局', '320813'],
  ])('%s is in %s', (name, expected) => expect(located(name)).toBe(expected));
});

describe('a short name is no place unless an organ of one follows', () => {
  test.each(['中山公园管理处', '北海航海保障中心', '太湖流域管理局', '东海航海保障中心', '和平医院', '黄河水利委员会'])(
    '%s',
    (name) => expect(located(name)).toBe('UNKNOWN'),
  );
});

describe('names that repeat', () => {
  test.each([
    ['鼓楼区审计局', [], '320106 320302 350102 410204'],
    ['朝阳区审计局', [], '110105 220104'],
    ['鼓楼区审计局', ['徐州市鼓楼区人民政府'], '320302'],
    ['鼓楼区审计局', ['徐州市人民政府'], '320302'],
    ['鼓楼区审计局', ['www.xz.gov.cn'], '320302'],
    ['鼓楼区审计局', ['江苏省人民政府'], '320106 320302'],
    ['鼓楼区审计局', ['河南省财政厅'], '410204'],
    ['南京市鼓楼区审计局', ['徐州市人民政府'], '320106'],
    ['鼓楼区审计局', ['广东省人民政府'], '320106 320302 350102 410204'],
  ])('%s beside %j: %s', (name, surroundings, expected) => expect(located(name, 2022, surroundings)).toBe(expected));

  test('all 28 are ambiguous alone, and sure with their city', () => {
    const counties = readDivisions().filter(
      ({ level, validFrom, validTo }) => level === 'COUNTY' && (validTo ?? 2022) >= 2022 && (validFrom ?? 2022) <= 2022,
    );
    const names = counties.map(({ name }) => name);
    const repeated = counties.filter(({ name }) => names.filter((other) => other === name).length > 1);
    expect(new Set(repeated.map(({ name }) => name)).size).toBe(28);
    for (const { code, name, fullName } of repeated) {
      expect(located(`${name}人民政府`)).toContain(' ');
      expect(located(`${fullName}人民政府`)).toBe(code);
    }
  });
});

describe('names understood only from what surrounds them', () => {
  test.each([
    ['区统计局', [], 'UNKNOWN'],
    ['区统计局', ['西安市雁塔区人民政府'], '610113'],
    ['区统计局', ['西安市人民政府'], 'UNKNOWN'],
    ['市财政局', ['南阳市人民政府'], '411300'],
    ['财政局', ['沭阳县人民政府'], '321322'],
    ['财政局', ['www.shuyang.gov.cn'], '321322'],
    ['市财政局', ['czj.nanyang.gov.cn'], '411300'],
    ['财政局', ['czj.nanyang.gov.cn'], 'UNKNOWN'],
    ['观胜镇人民政府', ['rongchang.gov.cn'], '500153'],
    ['观胜镇人民政府', ['notrongchang.gov.cn'], 'UNKNOWN'],
    ['观胜镇人民政府', ['rongchang.gov.cn.example.com'], 'UNKNOWN'],
    // A city's site carries its counties' organs too.
    ['财政局', ['南阳市人民政府'], 'UNKNOWN'],
    ['观胜镇人民政府', ['重庆市荣昌区人民政府'], '500153'],
    ['观胜镇人民政府', ['重庆市人民政府'], 'UNKNOWN'],
    ['虎门镇人民政府', ['东莞市人民政府'], '441900'],
    ['观胜镇人民政府', ['重庆市荣昌区人民政府', '重庆市江津区人民政府'], 'UNKNOWN'],
  ])('%s beside %j: %s', (name, surroundings, expected) => expect(located(name, 2022, surroundings)).toBe(expected));
});

describe('codes have their years', () => {
  test.each([
    ['杭州市下城区财政局', 2020, '330103'],
    ['杭州市下城区财政局', 2021, '330103'],
    ['杭州市下城区财政局', 2022, 'UNKNOWN'],
    ['杭州市钱塘区财政局', 2021, '330114'],
    ['杭州市钱塘区财政局', 2020, 'UNKNOWN'],
    ['南通市崇川区财政局', 2019, '320602'],
    ['南通市崇川区财政局', 2020, '320613'],
    ['南通市崇川区财政局', 2023, '320613'],
    ['公主岭市财政局', 2019, '220381'],
    ['公主岭市财政局', 2022, '220184'],
    ['无为县财政局', 2019, '340225'],
    ['无为市财政局', 2020, '340281'],
    ['江北区财政局', 2025, '330205 500105'],
    ['江北区财政局', 2026, '330205'],
  ])('%s in %i: %s', (name, year, expected) => expect(located(name, year)).toBe(expected));
});

describe('nothing is guessed', () => {
  test.each(['沐阳县人民政府', '宿迁市沐阳县人民政府', '杭州市某某区财政局', '某区档案局', '发展和改革局', ''])(
    '%s',
    (name) => expect(located(name)).toBe('UNKNOWN'),
  );

  test('every division is found by its full name, in a year when it is in force', () => {
    for (const { code, fullName, level, synthetic, validTo } of readDivisions()) {
      if (synthetic || level === 'NATION') continue;
      const { division } = gazetteer.locate(`${fullName}人民政府`, (validTo ?? 2027) - 1);
      expect([fullName, division?.code]).toEqual([fullName, code]);
    }
  });

  test('no text makes it throw or take long', () => {
    const parts = fc.constantFrom(
      '南阳',
      '市',
      '区',
      '鼓楼区',
      '河南省',
      '管委会',
      '人民政府',
      '国家税务总局',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), fc.array(parts, { maxLength: 6 }), (name, near) => {
        const { division, candidates } = gazetteer.locate(name.join(''), 2022, [near.join('')]);
        expect(division === null || candidates.includes(division)).toBe(true);
      }),
    );
  });
});
