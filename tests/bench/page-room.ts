// The entry of a bundle for plain pages: what comes into every document of a site where filling by itself was allowed.
export { isWorthReading } from '../../lib/page/outcome/worth-reading.ts';
export { watchForMore } from '../../lib/page/worth-a-look.ts';
