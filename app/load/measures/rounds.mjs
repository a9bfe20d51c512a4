// Rounds over engines: each engine once a round, odd rounds in reverse, an engine that fails left out of that round.

/** Calls `measure(engine)` and collects its results by the engine's name. */
export async function rounds(count, engines, measure) {
  const results = Object.fromEntries(engines.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (const engine of round % 2 ? [...engines].reverse() : engines) {
      try {
        const result = await measure(engine);
        results[engine.name].push(result);
        console.error(`  round ${round + 1}, ${engine.name}: ${short(result)}`);
      } catch (failed) {
        console.error(`  round ${round + 1}, ${engine.name} failed: ${failed.message}`);
      }
    }
  }
  return Object.fromEntries(Object.entries(results).filter(([, list]) => list.length > 0));
}

function short(result) {
  return JSON.stringify(result, (key, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value));
}
