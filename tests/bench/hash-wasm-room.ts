// The entry of a bundle for a plain page: scrypt in WebAssembly, which the extension's own pages do not allow.
export { scrypt } from 'hash-wasm';
