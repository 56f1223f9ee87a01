/** When it is in every picture: five seconds into a code, on a day in November. */
export const stoppedAtUnixMs = Date.UTC(2026, 10, 20, 10, 0, 5);

/** The script that stops a page's or a worker's clock; timers go on. */
export const stopClock = `(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(globalThis.Date.now());
      else super(...given);
    }
    static now() {
      return ${stoppedAtUnixMs};
    }
  };
})()`;
