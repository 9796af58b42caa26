import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../documentOf.js';
import { BODY, identified, titled, type Rest } from './identified.js';

describe('kinds', () => {
  test.each([
    ['南阳市人民政府', 'GOVERNMENT'],
    ['阿里地区行政公署', 'GOVERNMENT'],
    ['南阳市政府办公室', 'GENERAL_OFFICE'],
    ['上海市人民政府办公厅', 'GENERAL_OFFICE'],
    ['阿拉善盟行政公署办公室', 'GENERAL_OFFICE'],
    ['南阳市政府办', 'GENERAL_OFFICE'],
    ['沭阳县人民政府办公室（沭阳县大数据管理局）', 'GENERAL_OFFICE'],
    ['国务院办公厅', 'GENERAL_OFFICE'],
    ['沭阳县发展和改革局', 'DEPARTMENT'],
    ['南阳市国有资产监督管理委员会', 'DEPARTMENT'],
    ['南阳市卫生健康委', 'DEPARTMENT'],
    ['宣城市气象局', 'VERTICAL'],
    ['国家税务总局南阳市税务局', 'VERTICAL'],
    ['中华人民共和国南阳海关', 'VERTICAL'],
    ['国家统计局南阳调查队', 'VERTICAL'],
    ['南阳市统计局', 'DEPARTMENT'],
    ['中国银行保险监督管理委员会南阳监管分局', 'VERTICAL'],
    ['中国证监会河南监管局', 'VERTICAL'],
    ['审计署驻郑州特派员办事处', 'VERTICAL'],
    ['郑州铁路公安局', 'VERTICAL'],
    ['南阳金融监管分局', 'VERTICAL'],
    ['河南省地方金融监督管理局', 'DEPARTMENT'],
    ['南京市地方海事局', 'DEPARTMENT'],
    ['河南省地震局', 'VERTICAL'],
    ['南阳市地震局', 'DEPARTMENT'],
    ['南阳市烟草专卖局', 'VERTICAL'],
    ['南阳市邮政管理局', 'VERTICAL'],
    ['南通海事局', 'VERTICAL'],
    ['开平市马冈镇人民政府', 'TOWNSHIP'],
    ['五常市民意乡', 'TOWNSHIP'],
    ['广元市利州区河西街道办事处', 'SUBDISTRICT'],
    ['广元市利州区河西街道', 'SUBDISTRICT'],
    ['南阳市城乡一体化示范区管理委员会', 'ZONE_COMMITTEE'],
    ['淮安经济技术开发区管委会', 'ZONE_COMMITTEE'],
    ['随县经济开发区', 'ZONE_COMMITTEE'],
    ['泰安市泰山景区管理委员会', 'ZONE_COMMITTEE'],
    ['福州市鼓楼区软件园管理委员会', 'ZONE_COMMITTEE'],
    ['北京市城市管理委员会', 'DEPARTMENT'],
    ['满洲里出入境边防检查站', 'VERTICAL'],
    ['南阳市第一人民医院', 'OTHER'],
    ['沭阳县实验小学', 'OTHER'],
  ])('%s is %s', (agency, kind) => expect(titled(`${agency}2022年政府信息公开工作年度报告`).kind).toBe(kind));
});

describe('scope', () => {
  const report = (title: string, opening: string, rest: Rest = {}) => {
    const narrative = [{ heading: '一、总体情况', text: opening }];
    const { agencyName, scope, scopeBasis, findings } = identified(documentOf([title, ...BODY]), {
      narrative,
      ...rest,
    });
    return [agencyName, scope, scopeBasis, ...findings];
  };
  const office = '南阳市政府办公室2022年政府信息公开工作年度报告';
  const government = '南阳市人民政府2022年政府信息公开工作年度报告';
  const bureau = '南阳市财政局2022年政府信息公开工作年度报告';
  const bare = '南阳市2022年政府信息公开工作年度报告';

  test.each([
    [office, '', '南阳市政府办公室', 'OWN', 'DEFAULT'],
    ['马冈镇人民政府2022年政府信息公开工作年度报告', '', '马冈镇人民政府', 'OWN', 'DEFAULT', 'DIVISION_UNKNOWN'],
    [government, '', '南阳市人民政府', 'CONSOLIDATED', 'TITLE', 'SCOPE_ASSUMED CONSOLIDATED'],
    [bare, '', '南阳市人民政府', 'CONSOLIDATED', 'TITLE', 'SCOPE_ASSUMED CONSOLIDATED'],
    [
      '宛城区2022年政府信息公开工作年度报告',
      '',
      '宛城区人民政府',
      'CONSOLIDATED',
      'TITLE',
      'SCOPE_ASSUMED CONSOLIDATED',
    ],
    [
      '阿里地区2022年政府信息公开工作年度报告',
      '',
      '阿里地区行政公署',
      'CONSOLIDATED',
      'TITLE',
      'SCOPE_ASSUMED CONSOLIDATED',
    ],
    ['南阳市城乡一体化示范区2022年政府信息公开工作年度报告', '', '南阳市城乡一体化示范区管理委员会', 'OWN', 'DEFAULT'],
    [bare, '本报告汇总全市各级行政机关的数据。', '南阳市人民政府', 'CONSOLIDATED', 'TEXT'],
    [bare, '本报告数据为全市汇总数据。', '南阳市人民政府', 'CONSOLIDATED', 'TEXT'],
    [office, '本报告所列数据为本行政区域内各行政机关的汇总。', '南阳市政府办公室', 'CONSOLIDATED', 'TEXT'],
    [government, '本报告所列数据仅统计本机关办理的事项。', '南阳市人民政府', 'OWN', 'TEXT'],
    [government, '所列数据\n仅为本机关数据。', '南阳市人民政府', 'OWN', 'TEXT'],
    [government, '本报告所列数据为市政府本级，不含市直部门和县区。', '南阳市人民政府', 'OWN', 'TEXT'],
    [government, '报告中统计数据不包括各乡镇、市直各部门。', '南阳市人民政府', 'OWN', 'TEXT'],
    [government, '本报告数据为市政府本级及所属各部门汇总数据。', '南阳市人民政府', 'CONSOLIDATED', 'TEXT'],
    [office, '本报告是我市人民政府办公室的年度报告。', '南阳市政府办公室', 'OWN', 'DEFAULT'],
    [bureau, '本报告反映我市财政局的政府信息公开情况。', '南阳市财政局', 'OWN', 'DEFAULT'],
    [bureau, '本报告数据统计范围为我市财政局机关及下属单位。', '南阳市财政局', 'OWN', 'DEFAULT'],
    [bureau, '本报告包括局机关各部门、各单位的数据。', '南阳市财政局', 'OWN', 'DEFAULT'],
    [office, '本报告包括市政府各部门、各单位的数据。', '南阳市政府办公室', 'CONSOLIDATED', 'TEXT'],
    // Passing words say nothing of the report.
    [
      office,
      '全年督促全市各部门做好公开，汇总全市政务公开情况，编制年度报告，涵盖各县区。',
      '南阳市政府办公室',
      'OWN',
      'DEFAULT',
    ],
    [office, '推进数据共享，覆盖全市各部门。', '南阳市政府办公室', 'OWN', 'DEFAULT'],
    [government, '公开工作不仅限于本机关。', '南阳市人民政府', 'CONSOLIDATED', 'TITLE', 'SCOPE_ASSUMED CONSOLIDATED'],
    ['南阳市2022年政府信息公开工作年度报告（全市汇总）', '', '南阳市人民政府', 'CONSOLIDATED', 'TEXT'],
    ['南阳市2022年政府信息公开工作年度报告（全市）', '', '南阳市人民政府', 'CONSOLIDATED', 'TEXT'],
    ['南阳市人民政府本级2022年政府信息公开工作年度报告', '', '南阳市人民政府', 'OWN', 'TEXT'],
    ['南阳市本级2022年政府信息公开工作年度报告', '', '南阳市人民政府', 'OWN', 'TEXT'],
    ['南阳市人民政府（不含部门）2022年政府信息公开工作年度报告', '', '南阳市人民政府', 'OWN', 'TEXT'],
    [
      '南阳市人民政府（含部门）2022年政府信息公开工作年度报告',
      '',
      '南阳市人民政府',
      'CONSOLIDATED',
      'TITLE',
      'SCOPE_ASSUMED CONSOLIDATED',
    ],
    [
      '南阳市财政局2022年政府信息公开工作年度报告',
      '本报告汇总了我局及所属单位的数据。',
      '南阳市财政局',
      'OWN',
      'DEFAULT',
    ],
    ['南阳市人民政府（本级）2022年政府信息公开工作年度报告', '', '南阳市人民政府', 'OWN', 'TEXT'],
  ])('%s · %s', (title, opening, ...expected) => expect(report(title, opening)).toEqual(expected));

  test('the manifest decides before any words', () =>
    expect(report(bare, '本报告汇总全市的数据。', { manifest: { scope: 'OWN' } })).toEqual([
      '南阳市人民政府',
      'OWN',
      'MANIFEST',
      'MANIFEST_CONFLICT scope OWN CONSOLIDATED',
    ]));
});
