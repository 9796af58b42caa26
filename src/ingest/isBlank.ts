/** Whether a cell or word has nothing printed in it. */
export const isBlank = ({ text }: { readonly text: string }): boolean => text.trim() === '';
