import type { Plugin } from 'vite';

/** The script that leaves the detector in a page, and those that come after it there. */
const [leaves, follow] = [/\/entrypoints\/detector\.ts$/, /\/entrypoints\/(?:fill|closer|notice|outcome)\.ts$/];
const shared = /\/lib\/page\/(?:detect\/[\w-]+|find-code-field|collect\/(?:walk|page-texts))\.ts$/;
const exported = /^export (?:async )?(?:const|function) (\w+)/gm;
const other = /^export (?!(?:async )?(?:const|function|type)\b).*/m;

/** A module of the detector as it is taken from what the first script left. */
export function takenFrom(code: string): string {
  const [rest] = other.exec(code) ?? [];
  if (rest !== undefined) throw new Error(`the detector cannot share: ${rest}`);
  const names = [...code.matchAll(exported)].map(([, name = '']) => name);
  return names.map((name) => `export const ${name} = globalThis.doorcodeDetector.${name};`).join('\n');
}

/** Keeps the detector, which four scripts of a page use, in one file: most of each was a copy of it. */
export function shareDetector(): Plugin {
  const from = new Map<string, string>();
  return {
    name: 'share-detector',
    enforce: 'pre',
    transform: {
      filter: { id: shared },
      handler(code, id) {
        const { lib } = this.environment.config.build;
        const entry = lib === false ? '' : String(lib.entry);
        if (leaves.test(entry))
          for (const [, name = ''] of code.matchAll(exported)) {
            if ((from.get(name) ?? id) !== id)
              throw new Error(`the detector has two of ${name}: ${from.get(name)}, ${id}`);
            from.set(name, id);
          }
        return follow.test(entry) ? { code: takenFrom(code), map: null, moduleSideEffects: false } : undefined;
      },
    },
  };
}
