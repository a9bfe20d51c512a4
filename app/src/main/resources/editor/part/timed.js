/** Tells a measurement that runs in the page how long something took, from an instant of performance.now() until now. */
export function timed(name, start) {
  globalThis.nameplate?.timed?.push({ name, start, duration: performance.now() - start });
}
