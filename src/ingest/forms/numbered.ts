/** What begins the label of a row or of a group: 3. （七） 四、 */
export const NUMBERED = /^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十][)）、])/;
