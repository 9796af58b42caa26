import type { Form } from '../../catalog/forms.js';

/** Words that only one edition of section two prints (white space taken out). */
const DISCLOSURES: Record<Form, readonly RegExp[]> = {
  FORM_2019: [
    /新制作/,
    /新公开/,
    /对外公开/,
    /上一?年项目/,
    /本年增/,
    /其他对外管理/,
    /集中采购/,
    /采购项目/,
    /采购总金额/,
  ],
  FORM_2021: [/制发件数/, /废止件数/, /现行有效/, /本年处理决定/, /收费金额/, /行政规范性文件/],
};
/** The three rows under （六）其他处理 that the edition of 2021 brought, in full and abbreviated. */
const OVERDUE = /逾期[不未]?(?:补|缴|按收费)|收费通知|不再处理其政府信|3[.．、]其他(?!法律)/;

/** Tells the edition of section two by its headers; null where they name neither or as much of both. */
export function formOfDisclosures(text: string): Form | null {
  const count = (form: Form): number => DISCLOSURES[form].filter((word) => word.test(text)).length;
  const [older, newer] = [count('FORM_2019'), count('FORM_2021')];
  if (older > 2 * newer) return 'FORM_2019';
  return newer > 2 * older ? 'FORM_2021' : null;
}

/** Tells the edition of section three by its rows under （六）; null where they are not there. */
export function formOfApplications(text: string): Form | null {
  if (OVERDUE.test(text)) return 'FORM_2021';
  return /其他处理/.test(text) ? 'FORM_2019' : null;
}
