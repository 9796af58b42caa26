import { describe, expect, test } from '@jest/globals';
import { readTables } from './readTables.js';

const OLD = `某某局2017年政府信息公开工作年度报告
一、概述
政府信息公开情况统计表
统计指标 单位 统计数
主动公开政府信息数 条 57
制发规范性文件总数 件 2
收到申请数 件 3
申请办结数 件 3
申请答复数 件 3
属于已主动公开范围数 件 1
不属于本行政机关公开数 件 1
维持具体行政行为数 件 0`;
const HEADINGS = `二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况`;
/** Repeated lines dropped, as some extractions do. */
const DEDUPLICATED = `某乡2019年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容
本年新制作数量
本年新公开数量
对外公开总数量
规章
0
规范性文件
第二十条第（五）项
上一年项目数量
本年增/减
处理决定数量
行政许可
其他对外管理服务事项
三、收到和处理政府信息公开申请情况
申请人情况
自然人
总计
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
（六）其他处理
（七）总计
四、结转下年度继续办理`;

describe('documents that are no report with figures', () => {
  test.each([
    ['nothing', '', 'NOT_A_REPORT'],
    ['another text', '关于召开会议的通知\n一、总体情况\n请各单位参加。\n五、存在的主要问题\n无', 'NOT_A_REPORT'],
    ['a web shop', '法律服务机构 自然人 12 13 14', 'NOT_A_REPORT'],
    ['the form of 2018 and before', OLD, 'OLD_FORM'],
    ['a title and prose', '某某局2021年政府信息公开工作年度报告\n全年收到申请 57 件。', 'NO_TABLE'],
    ['headings whose tables are gone', HEADINGS, 'NO_TABLE'],
    ['tables as pictures', HEADINGS.replaceAll('情况\n', '情况\n表1.PNG\n'), 'NO_TABLE'],
    ['repeated lines dropped', DEDUPLICATED, 'NO_TABLE'],
    [
      'a table whose edition nothing tells',
      `四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n${'0 '.repeat(15)}`,
      'FORM_UNKNOWN',
    ],
  ])('%s: %s', (_name, text, reason) => {
    expect(() => readTables(text, 'text/plain')).toThrow(expect.objectContaining({ name: 'Refusal', reason }));
  });
});
