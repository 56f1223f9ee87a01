import encodeQR from 'qr';

/** Quiet zone of ISO/IEC 18004 §5.3.8, in modules. */
const QUIET_MODULES = 4;

/** A QR symbol with its quiet zone of four modules: row by row, true for dark. */
export type QrModules = readonly (readonly boolean[])[];

/**
 * Draws a text as a QR symbol at level M (15 % may be lost).
 * @param text at most 2331 bytes of UTF-8 (ISO/IEC 18004 table 7); throws beyond
 */
export const qrModules = (text: string): QrModules => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
