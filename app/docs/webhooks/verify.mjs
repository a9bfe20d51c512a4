// Verifies a call of a batch's webhook (Standard Webhooks 1.0).
// As a program: node verify.mjs SECRET ID TIMESTAMP SIGNATURES < BODY ends with 0 where the call is genuine.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Whether one of the signatures, `v1,...` with spaces between, is that of the call. */
export function verify(secret, id, timestamp, signatures, body, { now = Date.now() / 1000, tolerance = 300 } = {}) {
  if (Math.abs(now - Number(timestamp)) > tolerance) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  const expected = Buffer.from(`v1,${mac}`);
  return signatures.split(' ').some((each) => each.length === expected.length && timingSafeEqual(Buffer.from(each), expected));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [secret, id, timestamp, signatures] = process.argv.slice(2);
  process.exit(verify(secret, id, timestamp, signatures, readFileSync(0)) ? 0 : 1);
}
