/** A picture as RGBA bytes, row by row, four bytes a pixel, straight alpha. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
