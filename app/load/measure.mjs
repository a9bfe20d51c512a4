// Measures, keeps the results in the cache, and rewrites the tables of app/docs/benchmarks.md. Started by run.sh.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { readSection, rewriteSection } from './lib/document.mjs';
import { bytesTable } from './lib/bytes.mjs';
import { goalsTable } from './lib/goals.mjs';
import { caption, loadBefore, machineTable } from './lib/machine.mjs';
import { options } from './lib/options.mjs';
import { cache, repository } from './lib/places.mjs';
import { apiTables, coldTables, collectionTable, editorTable, goodputTable, hitsTable, httpTable, jobsTables, listsTable, pageTable, restartTable, startTable, templatesTable } from './lib/tables.mjs';
import { api } from './measures/api.mjs';
import { bytes, strips } from './measures/bytes.mjs';
import { cold } from './measures/cold.mjs';
import { collectionMeasure } from './measures/collection.mjs';
import { editor } from './measures/editor.mjs';
import { goodput } from './measures/goodput.mjs';
import { hits } from './measures/hits.mjs';
import { http } from './measures/http.mjs';
import { jobs } from './measures/jobs.mjs';
import { lists } from './measures/lists.mjs';
import { page } from './measures/page.mjs';
import { restart } from './measures/restart.mjs';
import { start } from './measures/start.mjs';
import { templates } from './measures/templates.mjs';

const MEASURES = {
  cold: { measure: cold, table: coldTables },
  http: { measure: http, table: httpTable },
  hits: { measure: hits, table: hitsTable },
  start: { measure: start, table: startTable },
  page: { measure: page, table: pageTable },
  lists: { measure: lists, table: listsTable },
  collection: { measure: collectionMeasure, table: collectionTable },
  restart: { measure: restart, table: restartTable },
  api: { measure: api, table: apiTables },
  bytes: { measure: bytes, table: bytesTable },
  editor: { measure: editor, table: editorTable },
  jobs: { measure: jobs, table: jobsTables },
  templates: { measure: templates, table: templatesTable },
  goodput: { measure: goodput, table: goodputTable },
};
/** Those whose figures depend on the versions that the machine's section names. */
const WITH_PEERS = ['cold', 'http', 'start'];
const PAGE = `${repository}/app/docs/benchmarks.md`;
const ENCODING = `${repository}/app/docs/encoding.md`;
/** The template whose strips the page about encoding shows. */
const SHOWN = 'advisor';
const RESULTS = `${cache}/results`;

const asked = options(argv.slice(2), { rounds: 3, secs: 8, only: '' });
const names = asked.only ? asked.only.split(',') : Object.keys(MEASURES);
const unknown = names.find(name => !(name in MEASURES));
if (unknown) {
  throw new Error(`there is no measurement ${unknown}; there are ${Object.keys(MEASURES).join(', ')}`);
}
mkdirSync(RESULTS, { recursive: true });
const load = loadBefore();
for (const name of names) {
  console.error(name);
  const { measure, table } = MEASURES[name];
  const results = await measure(asked);
  writeFileSync(`${RESULTS}/${name}.json`, JSON.stringify(results));
  rewriteSection(PAGE, name, `\n${table(results)}\n\n${caption(asked, load)}\n`);
}
if (names.includes('bytes')) {
  rewriteSection(ENCODING, 'strips', `\n${strips(SHOWN)}\n`);
}
if (names.some(name => WITH_PEERS.includes(name))) {
  rewriteSection(PAGE, 'machine', `\n${machineTable()}\n`);
}
rewriteSection(PAGE, 'goals', `\n${goalsTable(newest(), readSection(PAGE, 'goals'))}\n`);
console.error(`${PAGE} is written anew`);

/** The newest results of every measurement that was ever made here. */
function newest() {
  const found = Object.keys(MEASURES).filter(name => existsSync(`${RESULTS}/${name}.json`));
  return Object.fromEntries(found.map(name => [name, JSON.parse(readFileSync(`${RESULTS}/${name}.json`, 'utf8'))]));
}
