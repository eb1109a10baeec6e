export type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;

/** Every item of a list, asked for page by page. */
export const allPages = async <Item>(
  ask: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await ask(cursor);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
};
