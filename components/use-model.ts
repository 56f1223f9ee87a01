import { useLayoutEffect, useState } from 'preact/hooks';
import type { PageModel } from '../lib/app/page-model.ts';

/** What a page shows by now. */
export function useModel<Model extends object>(page: PageModel<Model>): Model {
  const [model, setModel] = useState(page.current());
  // An effect comes after a paint, and what is there before it would wait for the next change.
  useLayoutEffect(() => {
    setModel(page.current());
    return page.subscribe(setModel);
  }, [page]);
  return model;
}
