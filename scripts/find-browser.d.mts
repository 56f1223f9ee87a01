type Environment = Readonly<Record<string, string | undefined>>;
export declare const findOnPath: (name: string, environment?: Environment) => string | undefined;
export declare const findChromium: (environment?: Environment) => string | undefined;
export declare const findFirefox: (environment?: Environment) => string | undefined;
