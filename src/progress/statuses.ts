/** Where an item may stand, in the order in which people choose. Apart, since few pages ask for all. */
export const statuses = ['todo', 'doing', 'blocked', 'done', 'skipped'] as const;

export type StatusName = (typeof statuses)[number];
