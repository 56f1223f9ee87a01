// The entry of a bundle for plain pages: what the injected scripts use, for checks in a real browser.
export { scanDocument } from '../../../lib/page/collect-qr-candidates.ts';
export { fillCodeField } from '../../../lib/page/fill-code-field.ts';
export { findCodeField } from '../../../lib/page/find-code-field.ts';
export { createAgent } from '../../../lib/page/page-agent.ts';
export { createScanMemory } from '../../../lib/page/scan-memory.ts';
