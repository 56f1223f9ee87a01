/** A number or an address with its middle crossed out: pages show where they sent a code, in any language. */
export const masked = /(?:[*•·●]{2,}|x{3,})[\s()*•·●-]*\d{2,4}(?!\p{L})|[*•·●]{2,}\S*@\S|@[\p{L}\d]?[*•·●]{2,}/u;
