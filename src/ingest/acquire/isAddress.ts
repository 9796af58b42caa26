/** Whether it is an address of the web rather than a path. */
export const isAddress = (location: string): boolean => /^https?:\/\//i.test(location);
