const SUFFIX =
  /(?:局|委|委员会|办|办公室|办公厅|厅|部|院|署|会|社|(?<!网)站|中心|政府|公署|街道|乡|镇|苏木|省|市|区|县|旗|州|盟|处|队|所|校|[小中大]学|学院|幼儿园|医院|公司|集团|馆|海关|银行|支行|分行|台|厂|场|机构|兵团|第[一二三四五六七八九十]{1,2}师|[〇零一二三四五六七八九十百\d]{1,5}团)(?:[（(][^（()）]{1,24}[)）])?$/u;
/** What names no organ by itself: 我局, 本机关, 政府部门, and headings of a site. */
const GENERIC =
  /^(?:我|本(?=级|市|县|区|省|州|旗|机关|单位|部门|局|委|厅|办|院|乡|镇|街道|年|报告)|各|该|全(?=市|县|区|省|旗|年|国|面|文)|其他|有关|相关|上级|下级|部门|法定|主动|依申请|基层|历年|往年|市直|县直|区直|政府部门|信息公开|政府信息|当前位置|首页)|(?:新华社|通讯社|报社|杂志社|电视台|关于|通知|意见|条例|目录|指南|制度|专栏|栏目)/u;

/** A label, a sentence, a breadcrumb. */
const MARK = /[《》，。；！？:：,;!?>|]/u;

/** Whether a text without white space reads like the name of an organ. */
export const isOrganName = (text: string): boolean =>
  text.length > 2 && text.length <= 40 && SUFFIX.test(text) && !GENERIC.test(text) && !MARK.test(text);
