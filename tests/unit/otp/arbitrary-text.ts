import fc from 'fast-check';

/** Any sequence of UTF-16 units, lone surrogates too; fast-check's own `binary` unit takes seconds to set up. */
export const arbitraryText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
