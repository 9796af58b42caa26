import { expect, test } from '@jest/globals';
import { formOfApplications, formOfDisclosures } from '../../../src/ingest/forms/formOf.js';

test.each([
  ['第二十条第（一）项规章行政规范性文件', 'FORM_2021'],
  ['第二十条第（一）项规章规范性文件', null],
  ['规章规范性文件其他对外管理服务事项政府集中采购', 'FORM_2019'],
  ['本年新制作数量对外公开总数量规章行政规范性文件政府集中采购', 'FORM_2019'],
])('the form of %s is %s', (text, form) => expect(formOfDisclosures(text)).toBe(form));

test.each([
  ['（六）其他处理000', 'FORM_2019'],
  ['（六）其他处理1.申请人无正当000 2.申请人000 3.其他000', 'FORM_2021'],
  ['2.其他法律行政法规禁止公开3.危及（六）其他处理', 'FORM_2019'],
  ['2.其他法律行政法规禁止公开', null],
])('the form of section three, %s, is %s', (text, form) => expect(formOfApplications(text)).toBe(form));
