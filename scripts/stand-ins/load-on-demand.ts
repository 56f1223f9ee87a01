/** Stands for vite's helper, which would first put in the style sheets that a script needs; ours need none that their page has not. */
export const __vitePreload = <Loaded>(load: () => Promise<Loaded>): Promise<Loaded> => load();
