// Signed and sealed addresses of Nameplate in JavaScript (Node 16 or later), as ../signing.md specifies them.
"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");

// HKDF-SHA-256 (RFC 5869) without salt, 32 bytes.
function derive(secret, use) {
  return Buffer.from(crypto.hkdfSync("sha256", secret, "", use, 32));
}

function netstrings(texts) {
  return Buffer.from(texts.map((t) => `${Buffer.byteLength(t)}:${t},`).join(""));
}

function encoded(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase(),
  );
}

function canonical(keyId, order) {
  const format = order.format === "jpeg" ? "jpg" : order.format;
  const lock = order.locked.map(([name]) => name).join(",");
  const version = order.version ? [order.version] : [];
  return netstrings([
    order.version ? "nameplate-url-2" : "nameplate-url-1", keyId, order.template, format,
    order.scale, order.expires, lock, order.open.join(","), order.sealed, ...version,
    ...order.locked.map(([, value]) => value),
  ]);
}

function signedUrl(keyId, secret, order) {
  const mac = crypto
    .createHmac("sha256", derive(secret, "nameplate _sig 1"))
    .update(canonical(keyId, order))
    .digest();
  const controls = [
    ["_x", order.sealed],
    ["_lock", order.locked.map(([name]) => name).join(",")],
    ["_open", order.open.join(",")],
    ["_exp", order.expires],
    ["_sig", keyId + "." + mac.subarray(0, 16).toString("base64url")],
  ];
  const query = [
    ...(order.version ? ["_v=" + order.version] : []),
    ...order.locked.map(([name, value]) => encoded(name) + "=" + encoded(value)),
    ...controls.filter(([, value]) => value !== "").map(([name, value]) => name + "=" + value),
  ];
  const scale = order.scale === "1" ? "" : "@" + order.scale + "x";
  const ending = order.format === "" ? "" : "." + order.format;
  return "/i/" + order.template + scale + ending + "?" + query.join("&");
}

function sealed(keyId, secret, template, values, expires = "") {
  const bound = netstrings(["nameplate-x-1", keyId, template]);
  const plain = netstrings([expires, ...values.flat()]);
  const mac = crypto.createHmac("sha256", derive(secret, "nameplate _x nonce 1"));
  const nonce = mac.update(bound).update(plain).digest().subarray(0, 12);
  const cipher = crypto.createCipheriv("aes-256-gcm", derive(secret, "nameplate _x 1"), nonce);
  cipher.setAAD(bound);
  const box = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return keyId + "." + Buffer.concat(box).toString("base64url");
}

// Runs the vectors, and ends with status 1 where one comes out otherwise.
function check(file) {
  const vectors = JSON.parse(fs.readFileSync(file, "utf8"));
  let right = 0;
  for (const { key, order, canonical: form, url } of vectors.signed) {
    right += canonical(key, order).toString() === form;
    right += signedUrl(key, vectors.keys[key], order) === url;
  }
  for (const { key, template, values, expires, x } of vectors.sealed) {
    right += sealed(key, vectors.keys[key], template, values, expires) === x;
  }
  const expected = 2 * vectors.signed.length + vectors.sealed.length;
  console.log(`${right} of ${expected} are right`);
  process.exit(right === expected ? 0 : 1);
}

if (require.main === module) {
  check(process.argv[2]);
}
