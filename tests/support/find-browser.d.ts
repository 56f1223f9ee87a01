// Not beside the script: a .d.mts there makes Biome's import rule rewrite imports of the script to a file that is not one.
declare module '*/find-browser.mjs' {
  type Environment = Readonly<Record<string, string | undefined>>;
  export const findOnPath: (name: string, environment?: Environment) => string | undefined;
  export const browserCache: string;
  export const findChromium: (environment?: Environment, cache?: string) => string | undefined;
  export const findFirefox: (environment?: Environment, cache?: string) => string | undefined;
}
