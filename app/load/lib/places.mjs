// Where things lie: the repository, and a cache outside it.
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const load = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const repository = resolve(load, '../..');
export const templates = `${load}/templates`;
export const fonts = `${repository}/fonts`;

const caches = process.env.XDG_CACHE_HOME || `${homedir()}/.cache`;
export const cache = process.env.NAMEPLATE_BENCH_CACHE || `${caches}/nameplate-bench`;

const requireCached = createRequire(`${cache}/package.json`);

/** A module of the cache's node_modules. */
export function cached(name) {
  return requireCached(name);
}

/** The same for modules that only `import` can load. */
export function cachedModule(name) {
  return import(pathToFileURL(requireCached.resolve(name)).href);
}
