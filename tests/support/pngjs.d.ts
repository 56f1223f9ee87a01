// The package brings no types; this is what is used of it.
declare module 'pngjs' {
  export const PNG: {
    readonly sync: {
      readonly read: (file: Uint8Array) => {
        readonly width: number;
        readonly height: number;
        readonly data: Uint8Array;
      };
    };
  };
}
