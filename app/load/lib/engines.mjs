// Every engine that is measured: how its loop and its server are started, and which version it is.
import { existsSync, readFileSync } from 'node:fs';
import { cache, cached, fonts, load, repository, templates } from './places.mjs';

/** What serves our pictures: a command, its parts apart by spaces, relative to the repository. NAMEPLATE_COMMAND overrides it. */
const OUR_COMMAND = process.env.NAMEPLATE_COMMAND || 'java @app/target/nameplate.args';

const CLASSES = ['app/target/nameplate.jar', 'app/target/test-classes', 'app/target/bench/*'];
export const CLASS_PATH = CLASSES.map(path => `${repository}/${path}`).join(':');
/** The collector and the heap of app/src/main/jvm/nameplate.args, for a peer on the same terms. */
const OUR_HEAP = ['-XX:+UseSerialGC', '-Xmx240m', '-Xmn48m', '-XX:SurvivorRatio=4', '-XX:TargetSurvivorRatio=90'];
const RECIPIENTS = `${cache}/recipients.tsv`;

/** Where a peer finds a recipient's picture. */
const PEER_PATHS = { w1: '/w1?name={name}', w2: '/w2?name={name}&company={company}', w3: '/w3?name={name}&id={id}' };

export const ours = {
  name: 'Nameplate',
  version: () => readFileSync(`${repository}/pom.xml`, 'utf8').match(/<version>([^<]+)</)[1],
  loop: (warm, seconds) => java('dev.nameplate.bench.InProcess', warm, seconds),
  server: port => OUR_COMMAND.split(' '),
  environment: port => ({
    NAMEPLATE_HOST: '127.0.0.1',
    NAMEPLATE_PORT: String(port),
    NAMEPLATE_TEMPLATES: templates,
    NAMEPLATE_FONTS: fonts,
    // All requests of a measurement come from one address.
    NAMEPLATE_RATE_CLIENT: 'off',
    // Nothing is left over for the next measurement.
    NAMEPLATE_WORK: 'none',
  }),
  paths: { w1: '/i/w1.png?name={name}', w2: '/i/w2.png?name={name}&company={company}', w3: '/i/w3.png?name={name}&id={id}' },
};

export const plainJava = {
  name: 'Java2D + ImageIO',
  version: () => 'of the same JDK',
  loop: (warm, seconds) => java('dev.nameplate.bench.peer.PlainJava2d', 'loop', warm, seconds),
  server: port => ['java', '-cp', CLASS_PATH, 'dev.nameplate.bench.peer.PlainJava2d', 'serve', '--port', String(port)],
  paths: PEER_PATHS,
};

export const bareJetty = {
  name: 'bare Jetty',
  server: (port, folder) =>
    ['java', '-cp', CLASS_PATH, 'dev.nameplate.bench.peer.BareJetty', '--port', String(port), '--folder', folder],
};

export const bareJavalin = {
  name: 'Javalin',
  server: port => ['java', ...OUR_HEAP, '-cp', CLASS_PATH, 'dev.nameplate.bench.peer.BareJavalin', '--port', String(port)],
};

export const takumi = nodePeer('takumi', 'takumi', '@takumi-rs/core');

/** The engines that draw, ours first; a peer that is not installed is left out. */
export function drawingEngines() {
  const peers = [
    takumi,
    nodePeer('node-canvas, fastest', 'canvas', 'canvas'),
    nodePeer('sharp, fastest', 'sharp', 'sharp'),
    nodePeer('satori + resvg', 'satori', 'satori', '@resvg/resvg-js'),
    nodePeer('Chromium, fastest', 'chromium', 'puppeteer-core'),
  ];
  const wanted = process.env.BENCH_PEERS ? process.env.BENCH_PEERS.split(',') : peers.map(({ script }) => script).concat('java2d');
  const present = peers.filter(peer => wanted.includes(peer.script) && isInstalled(peer));
  return [ours, ...present, ...(wanted.includes('java2d') ? [plainJava] : [])];
}

function java(main, ...words) {
  const [seconds, warm, ...before] = words.reverse();
  const options = ['--warm', warm, '--seconds', seconds, '--recipients', RECIPIENTS];
  return ['java', '-cp', CLASS_PATH, main, ...before, ...options].map(String);
}

function nodePeer(name, script, ...modules) {
  return {
    name,
    script,
    modules,
    version: () => modules.map(module => moduleVersion(module)).join(' + '),
    loop: (warm, seconds) =>
      ['node', `${load}/peers/loop.mjs`, script, '--warm', warm, '--seconds', seconds, '--recipients', RECIPIENTS].map(String),
    server: (port, workers) => ['node', `${load}/peers/server.mjs`, script, String(port), String(workers)],
    environment: () => ({ FONTCONFIG_FILE: `${cache}/fonts.conf` }),
    paths: PEER_PATHS,
  };
}

function moduleVersion(module) {
  return JSON.parse(readFileSync(`${cache}/node_modules/${module}/package.json`, 'utf8')).version;
}

function isInstalled(peer) {
  const usable = peer.modules.every(loads) && (peer.script !== 'chromium' || existsSync(process.env.CHROMIUM || '/usr/bin/chromium'));
  if (!usable) {
    console.error(`${peer.name} is not installed and is left out`);
  }
  return usable;
}

/** Whether a module is there with its native part, where it has one. */
function loads(module) {
  try {
    cached(module);
    return true;
  } catch (failed) {
    return failed.code === 'ERR_REQUIRE_ESM' || (failed.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' && isPresent(module));
  }
}

function isPresent(module) {
  return existsSync(`${cache}/node_modules/${module}/package.json`);
}
