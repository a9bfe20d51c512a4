import { html, nothing } from 'lit-html';
import { around, union } from '../core/geometry.js';
import { find } from '../core/tree.js';
import { place } from '../part/place.js';
import { frame, turn } from './hit.js';
import { toStage } from './view.js';

const HANDLES = [
  [-1, -1, 'nwse'],
  [0, -1, 'ns'],
  [1, -1, 'nesw'],
  [1, 0, 'ew'],
  [1, 1, 'nwse'],
  [0, 1, 'ns'],
  [-1, 1, 'nesw'],
  [-1, 0, 'ew'],
];
const CURSORS = ['ns', 'nesw', 'ew', 'nwse'];

/** What stands over the picture: frames, handles, guides, the still copy of a drag. Screen readers have the list. */
export function overlay(state) {
  const chosen = state.selection.map((id) => find(state.doc, id)).filter((entry) => entry && frame(state, entry));
  const { gesture, view } = state;
  const hover = !gesture && state.hover && !state.selection.includes(state.hover) ? find(state.doc, state.hover)
    : null;
  return html`<div class="over" aria-hidden="true">
    ${still(state)} ${hover && frame(state, hover) ? outline(view, hover, state, 'hover') : nothing}
    ${chosen.map((entry) => outline(view, entry, state, chosen.length > 1 ? 'one of' : 'one'))}
    ${gesture?.kind === 'marquee' ? html`<div class="marquee" ${place(sides(toStage(view, gesture.area)))}></div>`
      : nothing}
    ${(gesture?.guides ?? []).map((guide) => guideLine(view, guide))}
    ${chosen.length && gesture?.kind !== 'marquee' ? handles(state, chosen) : nothing}
  </div>`;
}

const sides = ({ left, top, width, height }) => ({ left, top, width, height });

function outline(view, entry, state, kind) {
  const turned = turn(entry);
  return html`<div
    class="outline ${kind}"
    ${place({ ...toStage(view, frame(state, entry)), transform: turned ? `rotate(${turned}deg)` : 'none' })}
  ></div>`;
}

// The copy covers the whole canvas, so it is shifted by as much as its layer.
function still(state) {
  const { view, doc } = state;
  const gesture = state.gesture ?? state.settling;
  if (!gesture?.copy) return nothing;
  const whole = toStage(view, { x: 0, y: 0, width: doc.width, height: doc.height });
  const { shift = { x: 0, y: 0 }, center } = gesture;
  const transform = `translate(${shift.x * view.zoom}px, ${shift.y * view.zoom}px) rotate(${gesture.turn ?? 0}deg)`;
  const origin = center ? { transformOrigin: `${center.x * view.zoom}px ${center.y * view.zoom}px` } : {};
  return html`<div class="still" ${place({ ...whole, transform, ...origin })}>${gesture.copy}</div>`;
}

function handles(state, chosen) {
  const { view, gesture } = state;
  const single = chosen.length === 1 ? chosen[0] : null;
  const turned = single ? turn(single) : 0;
  const box = single ? frame(state, single) : union(chosen.map((entry) => around(frame(state, entry), turn(entry))));
  const there = toStage(view, box);
  const moves = gesture && gesture.kind !== 'resize';
  const parts = chosen.every((entry) => entry.parent !== null);
  const locked = chosen.some((entry) => state.locked.has(entry.id));
  const shown =
    moves || locked || (parts && chosen.length > 1)
      ? []
      : HANDLES.filter(
          ([x, y]) =>
            (there.width >= 32 || x !== 0 || y === 0 || there.height < 12) &&
            (there.height >= 32 || y !== 0 || there.width < 12) &&
            (single?.layer.shape !== 'line' || there.height >= 8 || y === 0) &&
            (single?.layer.shape !== 'line' || there.width >= 8 || x === 0),
        );
  return html`<div
      class="frame ${chosen.length > 1 ? 'many' : ''}"
      ${place({ ...there, transform: turned ? `rotate(${turned}deg)` : 'none' })}
    >
      ${shown.map(
        ([x, y, cursor]) =>
          html`<i
            class="handle ${turned ? cursorAt(x, y, turned) : cursor}"
            data-handle="${x} ${y}"
            ${place({ left: `${(x + 1) * 50}%`, top: `${(y + 1) * 50}%` })}
          ></i>`,
      )}
      ${single && !parts && !moves && !locked ? html`<i class="turn" data-handle="rotate"></i>` : nothing}
    </div>
    ${gesture && box ? sizeTag(state, single ?? chosen[0], box) : nothing}`;
}

function cursorAt(x, y, turned) {
  const angle = (Math.atan2(x, -y) * 180) / Math.PI + turned;
  return CURSORS[((Math.round(angle / 45) % 4) + 4) % 4];
}

function sizeTag(state, entry, box) {
  const { gesture, view } = state;
  const number = (value) => Math.round(value * 10) / 10;
  const words =
    gesture.kind === 'rotate'
      ? `${gesture.angle ?? turn(entry)}°`
      : gesture.kind === 'move'
        ? `${number(box.x)}, ${number(box.y)}`
        : gesture.kind === 'resize'
          ? `${number(box.width)} × ${number(box.height)}`
          : '';
  if (!words) return nothing;
  const outer = toStage(view, around(box, turn(entry)));
  return html`<div class="tag" ${place({ left: outer.left + outer.width / 2, top: outer.top + outer.height + 10 })}>
    ${words}
  </div>`;
}

function guideLine(view, guide) {
  const [from, to] = [guide.from, guide.to];
  if (guide.kind === 'gap') {
    const box =
      guide.axis === 'x'
        ? { x: from, y: guide.at, width: to - from, height: 0 }
        : { x: guide.at, y: from, width: 0, height: to - from };
    const there = toStage(view, box);
    return html`<div class="gap ${guide.axis}" ${place(sides(there))}><span>${Math.round(to - from)}</span></div>`;
  }
  const box =
    guide.axis === 'x'
      ? { x: guide.at, y: from, width: 0, height: to - from }
      : { x: from, y: guide.at, width: to - from, height: 0 };
  const there = toStage(view, box);
  const style =
    guide.axis === 'x'
      ? { left: Math.round(there.left), top: there.top - 6, height: there.height + 12 }
      : { left: there.left - 6, top: Math.round(there.top), width: there.width + 12 };
  return html`<div class="guide ${guide.axis} ${guide.kind}" ${place(style)}></div>`;
}
