import type { Form } from './forms.js';
import type { Label } from './label.js';

interface DispositionEntry extends Label {
  /** The editions that print this row; empty for a parent that none prints. */
  readonly forms: readonly Form[];
  readonly parent: string | null;
  /** A stock (结转) is not added over years. */
  readonly stock: boolean;
}

const BOTH: readonly Form[] = ['FORM_2019', 'FORM_2021'];
const row = (zh: string, en: string, parent: string | null = null): DispositionEntry => ({
  zh,
  en,
  forms: BOTH,
  parent,
  stock: false,
});
const stock = (zh: string, en: string): DispositionEntry => ({ ...row(zh, en), stock: true });
const parent = (zh: string, en: string, forms: readonly Form[] = []): DispositionEntry => ({ ...row(zh, en), forms });
const only2021 = (zh: string, en: string): DispositionEntry => ({
  ...row(zh, en, 'OTHER_HANDLING'),
  forms: ['FORM_2021'],
});

/** The rows of section three and their parents, in the order of the form. Source: 国办公开办函〔2019〕60号, 〔2021〕30号. */
export const DISPOSITIONS = {
  RECEIVED: row('本年新收政府信息公开申请数量', 'Applications received this year'),
  CARRIED_IN: stock('上年结转政府信息公开申请数量', 'Applications carried over from last year'),
  GRANTED: row('予以公开', 'Granted'),
  PARTIALLY_GRANTED: row('部分公开', 'Partially granted'),
  DENIED: parent('不予公开', 'Denied'),
  STATE_SECRET: row('属于国家秘密', 'State secret', 'DENIED'),
  PROHIBITED_BY_LAW: row('其他法律行政法规禁止公开', 'Disclosure prohibited by another law or regulation', 'DENIED'),
  SECURITY_AND_STABILITY: row(
    '危及“三安全一稳定”',
    'Endangers national, public or economic security or social stability',
    'DENIED',
  ),
  THIRD_PARTY_RIGHTS: row('保护第三方合法权益', 'Protects the lawful rights of a third party', 'DENIED'),
  INTERNAL_AFFAIRS: row('属于三类内部事务信息', 'Internal affairs', 'DENIED'),
  DELIBERATIVE_PROCESS: row('属于四类过程性信息', 'Deliberative process', 'DENIED'),
  ENFORCEMENT_FILE: row('属于行政执法案卷', 'Administrative enforcement file', 'DENIED'),
  ADMINISTRATIVE_QUERY: row('属于行政查询事项', 'Matter of an administrative query', 'DENIED'),
  UNAVAILABLE: parent('无法提供', 'Unavailable'),
  NOT_HELD: row('本机关不掌握相关政府信息', 'Not held by this organ', 'UNAVAILABLE'),
  REQUIRES_CREATION: row('没有现成信息需要另行制作', 'Would have to be created', 'UNAVAILABLE'),
  STILL_UNCLEAR: row('补正后申请内容仍不明确', 'Still unclear after correction', 'UNAVAILABLE'),
  NOT_PROCESSED: parent('不予处理', 'Not processed'),
  PETITION_OR_COMPLAINT: row('信访举报投诉类申请', 'Petition, report or complaint', 'NOT_PROCESSED'),
  DUPLICATE: row('重复申请', 'Duplicate application', 'NOT_PROCESSED'),
  PUBLISHED_MATERIAL: row('要求提供公开出版物', 'Asks for published material', 'NOT_PROCESSED'),
  VEXATIOUS: row('无正当理由大量反复申请', 'Numerous repeated applications without good reason', 'NOT_PROCESSED'),
  CONFIRM_OR_REISSUE: row(
    '要求行政机关确认或重新出具已获取信息',
    'Asks to confirm or reissue information already obtained',
    'NOT_PROCESSED',
  ),
  OTHER_HANDLING: parent('其他处理', 'Other handling', ['FORM_2019']),
  OVERDUE_CORRECTION: only2021(
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'Closed: not corrected in time',
  ),
  OVERDUE_FEE: only2021(
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'Closed: fee not paid in time',
  ),
  OTHER_REASON: only2021('其他', 'Other reason'),
  TOTAL_HANDLED: row('总计', 'Total handled'),
  CARRIED_OUT: stock('结转下年度继续办理', 'Carried over to next year'),
} as const satisfies Record<string, DispositionEntry>;

export type Disposition = keyof typeof DISPOSITIONS;
export const DISPOSITION_CODES = Object.keys(DISPOSITIONS) as Disposition[];

const entry = (code: Disposition): DispositionEntry => DISPOSITIONS[code];

const printedBy = (form: Form): readonly Disposition[] =>
  DISPOSITION_CODES.filter((code) => entry(code).forms.includes(form));
// Worked out once: for each report of a page it would cost more than its rows.
const PRINTED: Readonly<Record<Form, readonly Disposition[]>> = {
  FORM_2019: printedBy('FORM_2019'),
  FORM_2021: printedBy('FORM_2021'),
};

/** The 23 or 25 rows that a form prints, in its order. */
export const printedDispositions = (form: Form): readonly Disposition[] => PRINTED[form];

/** The rows under a parent; empty for any other row. */
export const childrenOf = (code: Disposition): readonly Disposition[] =>
  DISPOSITION_CODES.filter((child) => entry(child).parent === code);

/** True for a stock (上年结转, 结转下年度), which is not added over years. */
export const isStockDisposition = (code: Disposition): boolean => entry(code).stock;
