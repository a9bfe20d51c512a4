// Draws the workloads' pictures anew into their templates' folders: node draw.mjs (sharp must be installed, see run.sh).
import { writeFileSync } from 'node:fs';
import { cached, templates } from '../lib/places.mjs';
import { avatar } from './avatar.mjs';
import { logo } from './logo.mjs';
import { photo } from './photo.mjs';

const sharp = cached('sharp');

function encoder(pixels, width, height, channels) {
  return sharp(pixels, { raw: { width, height, channels } });
}

function jpeg(pixels, width, height) {
  return encoder(pixels, width, height, 3).jpeg({ quality: 90, chromaSubsampling: '4:2:0' }).toBuffer();
}

const pictures = {
  'logo.png': await encoder(logo(128), 128, 128, 4).png({ compressionLevel: 9 }).toBuffer(),
  'photo.jpg': await jpeg(photo(1200, 628), 1200, 628),
  'avatar.jpg': await jpeg(avatar(256), 256, 256),
};
const uses = {
  w1: ['logo.png'],
  'w1-tall': ['logo.png'],
  w2: ['photo.jpg', 'logo.png'],
  w3: ['avatar.jpg'],
  'w3-tall': ['avatar.jpg'],
};
for (const [template, names] of Object.entries(uses)) {
  for (const name of names) {
    writeFileSync(`${templates}/${template}/assets/${name}`, pictures[name]);
  }
}
