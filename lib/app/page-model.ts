/** What a page of ours shows, and who is told of each change of it. */
export type PageModel<Model> = {
  readonly current: () => Model;
  /** @returns ends it */
  readonly subscribe: (tell: (model: Model) => void) => () => void;
};

/** Keeps the one model of a page; `change` tells all subscribers. */
export function createPageModel<Model extends object>(
  first: Model,
): PageModel<Model> & { readonly change: (part: Partial<Model>) => void } {
  let model = first;
  const subscribers = new Set<(model: Model) => void>();
  return {
    current: () => model,
    subscribe(tell) {
      subscribers.add(tell);
      return () => void subscribers.delete(tell);
    },
    change(part) {
      model = { ...model, ...part };
      for (const tell of subscribers) tell(model);
    },
  };
}
