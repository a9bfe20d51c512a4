// The JSON API: calls that make URLs, against Javalin's answer of an empty object; and what a flood of calls costs pictures.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { bareJavalin, ours } from '../lib/engines.mjs';
import { cache, repository } from '../lib/places.mjs';
import { rest } from '../lib/processes.mjs';
import { readRecipients } from '../lib/recipients.mjs';
import { call, filled, firstPicture, walk, withServer } from '../lib/servers.mjs';
import { SAMPLE } from '../lib/workloads.mjs';

const CALLERS = 16;
/** A server is warm once a time brings less than so much more than the one before it. */
const STEADY = 1.03;
const SHORTEST_WARMING = 5;
const LONGEST_WARMING = 12;
/** A 99th percentile differs more from round to round than a rate does. */
const ROUNDS_OF_PICTURES = 2;
/** Connections that ask for pictures, and those that call. */
const CONNECTIONS = 64;
const FLOODERS = 4;
/** Calls a second of the token that floods, which comes four times as often: the rate that a token has by default. */
const RATE = 100;
const PAUSE = (1000 * FLOODERS) / (4 * RATE);
const BODY = '{"template":"w1","layers":{"name":"Zoë {n}"},"format":"png"}';
const KEYS = 'k1:0123456789abcdef0123456789abcdef';

const keyed = { ...ours, environment: port => ({ ...ours.environment(port), NAMEPLATE_KEYS: KEYS }) };

export async function api({ rounds, secs }) {
  return withServer(keyed, 2, own =>
    withServer(bareJavalin, 2, async javalin => {
      await firstPicture(own.base + filled(ours.paths.w1, SAMPLE));
      await rest(own.pid);
      const calls = await interleaved(own.base, javalin.base, rounds, secs);
      return { calls, flood: await flooded(own, rounds, secs) };
    }),
  );
}

/** Calls a second of each, one after the other in each round. */
async function interleaved(own, javalin, count, seconds) {
  const fast = token(999_999);
  const servers = {
    Nameplate: () => call(own, seconds, CALLERS, [BODY, '0', fast]),
    Javalin: () => call(javalin, seconds, CALLERS, ['{}']),
  };
  const results = { Nameplate: [], Javalin: [] };
  for (const called of Object.values(servers)) {
    await warmed(called);
  }
  for (let round = 0; round < count; round++) {
    for (const name of round % 2 ? ['Javalin', 'Nameplate'] : ['Nameplate', 'Javalin']) {
      const { made, seconds: took, p50, p99, bad, refused, why } = await servers[name]();
      if (bad || refused) {
        throw new Error(`${name}: ${bad} calls failed (${why}), ${refused} were refused`);
      }
      results[name].push({ rate: made / took, p50, p99 });
    }
  }
  console.error(`  ${JSON.stringify(results)}`);
  return results;
}

/** Calls until the compiler is done with what a call runs through, which for a framework alone is sooner. */
async function warmed(load, answers = calls => calls.made) {
  for (let before = 0, times = 0; times < LONGEST_WARMING; times++) {
    const came = answers(await load());
    if (times >= SHORTEST_WARMING && came < before * STEADY) {
      return;
    }
    before = came;
  }
}

/** Pictures of ever other recipients, in turn without calls and with a flood of them. */
async function flooded(own, count, seconds) {
  const people = readRecipients(`${cache}/recipients.tsv`);
  const file = `${cache}/paths-api.txt`;
  writeFileSync(file, people.map(person => `${filled(ours.paths.w1, person)}\n`).join(''));
  let next = 0;
  const pictures = async () => {
    const load = await walk(own.base, file, next, seconds, CONNECTIONS);
    // Once all recipients had theirs, no cache holds the first one's any more.
    next += load.requests + CONNECTIONS;
    return load;
  };
  const both = async () => {
    const caller = call(own.base, seconds, FLOODERS, [BODY, String(PAUSE), token(RATE)]);
    return { load: await pictures(), calls: await caller };
  };
  await warmed(pictures, load => load.requests);
  await warmed(both, ({ load }) => load.requests);
  const results = [];
  for (let round = 0; round < ROUNDS_OF_PICTURES * count; round++) {
    const line = {};
    for (const kind of round % 2 ? ['with', 'without'] : ['without', 'with']) {
      const { load, calls } = kind === 'with' ? await both() : { load: await pictures() };
      line[kind] = { p50: load.p50, p99: load.p99, rate: (load.requests - load.bad) / load.seconds, bad: load.bad };
      if (calls) {
        line.calls = { made: calls.made / calls.seconds, refused: calls.refused / calls.seconds, bad: calls.bad };
      }
    }
    results.push(line);
    console.error(`  round ${round + 1}: ${JSON.stringify(line)}`);
  }
  return results;
}

/** A new token for calls, with so many a second. */
function token(rate) {
  const [command, ...words] = ours.server();
  const asked = ['token', '--sub', 'bench', '--scope', 'images', '--expires', '2099-01-01T00:00Z', '--rate', String(rate)];
  return execFileSync(command, [...words, ...asked], { cwd: repository, encoding: 'utf8', env: { ...process.env, NAMEPLATE_KEYS: KEYS } }).trim();
}
