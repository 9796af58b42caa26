const ORGANS = ['局机关', '办公室', '各业务科室', '政务服务窗口', '信息中心', '法规科', '下属事业单位', '值班人员'];
const WAYS = [
  '通过门户网站',
  '借助公众号',
  '利用公告栏',
  '在新闻发布会上',
  '以政策问答的方式',
  '结合现场咨询',
  '依托热线电话',
  '经由档案馆和图书馆',
];
const DEEDS = ['公布', '解读', '梳理并更新', '归集', '逐条核对', '及时撤下已失效的', '按季度检查', '分类整理'];
const THINGS = [
  '权责清单',
  '财政预决算',
  '重大项目进展',
  '办事指南',
  '行政处罚决定',
  '惠民补贴名单',
  '人事任免',
  '应急预案',
];
const ENDS = [
  '，方便群众查询。',
  '，接受社会监督。',
  '，回应了多数来电。',
  '，并留存了过程记录。',
  '，没有发现泄密。',
  '，明年将继续坚持。',
];

/** The nth word of a list, by a number that is divided on. */
function pick(words: readonly string[], state: { at: number }): string {
  const word = words[state.at % words.length] ?? '';
  state.at = Math.floor(state.at / words.length);
  return word;
}

/**
 * Sentences of some 26 characters each.
 * @param part number of the paragraph, counted through all reports. Single paragraphs come again after some 20,000; those of a
 *   whole report, of ten paragraphs, in none of the first 40,000
 */
export function proseOf(part: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    // A linear congruential generator: equal numbers give equal texts on every machine.
    const seed = (Math.imul(part * 97 + index + 1, 0x343fd) + 0x269ec3) >>> 4;
    const state = { at: seed };
    return [ORGANS, WAYS, DEEDS, THINGS, ENDS].map((words) => pick(words, state)).join('');
  }).join('');
}
