/** What a word counts by where it stands: three times in the title, twice in a heading or a name. All are under four. */
export const FIELD_WEIGHTS = { title: 3, body: 1, names: 2, tags: 1 } as const;
