import { html, svg } from 'lit-html';

const PATHS = {
  text: 'M4 5V3.5h8V5M8 3.5v9M6.2 12.5h3.6',
  image: 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 2.6 2.6 2-2 3.4 3.4M10.3 6.2h.01',
  shape: 'M2.5 2.5h7v7h-7zM13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z',
  rect: 'M2.5 3.5h11v9h-11z',
  ellipse: 'M14 8c0 2.8-2.7 5-6 5s-6-2.2-6-5 2.7-5 6-5 6 2.2 6 5z',
  line: 'M2.5 13.5l11-11',
  qr: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5v1.5M13.5 9.5v4h-4v-1M12 12h.01',
  barcode: 'M2.5 3v10M5 3v10M7 3v10M10 3v10M11.6 3v10M13.5 3v10',
  progress: 'M2 6.5h12v3H2zM2 8h7',
  stars: 'M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.500z',
  countdown: 'M8 14A5.5 5.5 0 1 0 8 3a5.5 5.5 0 0 0 0 11zM8 5.5V8.5l2 1.5M6.5 1.5h3',
  stack: 'M2.5 2.5h11v4h-11zM2.5 9.5h11v4h-11z',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7',
  redo: 'M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H9',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  closed: 'M2 6.5c1.3 2 3.5 3.3 6 3.3s4.7-1.3 6-3.3M8 9.8v2.5M4.3 8.9l-1.3 2M11.7 8.9l1.3 2',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  open: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 4.8-1',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  warn: 'M8 2L1.5 13.5h13zM8 6.5v3M8 11.5h.01',
  data: 'M3 4.5h10M3 8h10M3 11.5h6',
  left: 'M2.5 2v12M5 4.5h8v2.5H5zM5 9.5h5V12H5z',
  center: 'M8 2v12M3.5 4.5h9v2.5h-9zM5 9.5h6V12H5z',
  right: 'M13.5 2v12M3 4.5h8v2.5H3zM6 9.5h5V12H6z',
  top: 'M2 2.5h12M4.5 5v8H7V5zM9.5 5v5H12V5z',
  middle: 'M2 8h12M4.5 3.5v9H7v-9zM9.5 5v6H12V5z',
  bottom: 'M2 13.5h12M4.5 3v8H7V3zM9.5 6v5H12V6z',
  spreadx: 'M2.5 2v12M13.5 2v12M6.5 4.5h3v7h-3z',
  spready: 'M2 2.5h12M2 13.5h12M4.5 6.5v3h7v-3z',
  start: 'M2.5 4h11M2.5 8h7M2.5 12h9',
  centered: 'M2.5 4h11M4.5 8h7M3.5 12h9',
  end: 'M2.5 4h11M6.5 8h7M4.5 12h9',
};

/** A drawing for a button; the words are the button's own label. */
export function icon(name) {
  return html`<svg
    class="icon"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${PATHS[name]}></path>`}
  </svg>`;
}

/** The drawing for a layer's kind. */
export function iconOf(layer) {
  return icon(
    layer.type === 'shape' ? (layer.shape in PATHS ? layer.shape : 'rect') : layer.type in PATHS ? layer.type
      : 'shape',
  );
}
