/** Common characters that only traditional text uses: without any of them there is nothing to convert. */
export const TRADITIONAL =
  '開關係數據項內處類規範執議訴訟總計書請條發廢現業費單萬動況縣區鄉鎮廳門國務員會報個們與為對時來過學網組織歷統導領實體質標準進辦級協調馬龍廣東東蘇賓鄭漢陽陝遼寧濟傑齊龜見訪舉維審結轉續繼罰許強決變價類財產權衛環護測試驗';
