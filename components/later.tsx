import { type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A view whose code is fetched when it is first shown: what most openings never show costs them nothing.
 * @param load gives the view; a failure leaves the place empty, and the next showing tries again
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let view: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [, setLoaded] = useState(view !== null);
    useEffect(() => {
      if (view !== null) return;
      void load().then((loaded) => {
        view = loaded;
        setLoaded(true);
      });
    }, []);
    return view === null ? <main aria-busy="true" /> : h(view, props);
  };
}
