import { PNG } from 'pngjs';

/** A picture's pixels: four bytes each, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Reads a PNG. */
export const readPng = (file: Uint8Array): Pixels => PNG.sync.read(file);
