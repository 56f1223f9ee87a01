// The package brings no types; this is what is used of it.
declare module 'pngjs' {
  type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

  export const PNG: {
    readonly sync: {
      readonly read: (file: Uint8Array) => Picture;
      /** Colour types as in the file's header: 0 is grey. */
      readonly write: (
        picture: Picture,
        options: { readonly colorType: number; readonly inputColorType: number },
      ) => Uint8Array;
    };
  };
}
