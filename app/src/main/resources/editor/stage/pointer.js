import { find } from '../core/tree.js';
import { timed } from '../part/timed.js';
import { marquee, moving, reordering, resizing, rotating } from './gestures.js';
import { frame, pick, takeable, turn, under } from './hit.js';
import { holds } from '../core/geometry.js';
import { toPicture, zoomed } from './view.js';

/** The least way in pixels of the screen that makes a press a drag. */
const SLACK = 3;

/** Turns what pointers, wheels and fingers do on the stage into selections and drags. */
export class Pointer {
  #app;
  #store;
  #stage;
  #press = null;
  #touches = new Map();
  #pinch = null;
  #pending = null;

  constructor(app, stage) {
    this.#app = app;
    this.#store = app.store;
    this.#stage = stage;
    stage.addEventListener('pointerdown', (event) => this.#down(event));
    stage.addEventListener('pointermove', (event) => this.#moved(event));
    stage.addEventListener('pointerup', (event) => this.#up(event));
    stage.addEventListener('pointercancel', (event) => this.#cancel(event));
    stage.addEventListener('pointerleave', () => this.#hover(null));
    stage.addEventListener('dblclick', (event) => this.#double(event));
    stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    stage.addEventListener('contextmenu', (event) => event.target.closest('.over, .board') && event.preventDefault());
  }

  /** Whether a drag goes on that Escape ends. */
  get busy() {
    return this.#press !== null;
  }

  /** Ends a drag as if it had not begun. */
  abandon() {
    this.#press = null;
    this.#pending = null;
    this.#store.cancel();
    this.#store.set({ gesture: null, settling: null });
  }

  #at(event) {
    const rect = this.#stage.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  }

  #point(event) {
    return toPicture(this.#store.state.view, this.#at(event));
  }

  #down(event) {
    if (event.target.closest('.floats')) return;
    if (event.pointerType === 'touch' && this.#touch(event)) return;
    if (event.button > 1) return;
    this.#stage.classList.add('pressed');
    this.#stage.focus({ preventScroll: true });
    event.preventDefault();
    this.#stage.setPointerCapture(event.pointerId);
    const point = this.#point(event);
    if (event.button === 1 || this.#app.panning) {
      this.#press = { kind: 'pan', from: this.#at(event), view: this.#store.state.view, drag: null };
      return;
    }
    const handle = event.target.closest('[data-handle]')?.dataset.handle;
    const before = this.#store.state.selection;
    this.#press = {
      before,
      kind: handle ? 'handle' : 'layers',
      handle,
      from: this.#at(event),
      point,
      drag: null,
      keys: keysOf(event),
      ...(handle ? {} : this.#aim(event, point)),
    };
  }

  // What a press is on: the selection where it lies on that, else the topmost layer, else nothing.
  #aim(event, point) {
    const { state } = this.#store;
    const near = 2 / state.zoom;
    const held = takeable(state).some(
      (entry) => state.selection.includes(entry.id) && holds(frame(state, entry), turn(entry), point, near),
    );
    if (held && !event.shiftKey) return { on: 'selection' };
    const top = under(state, point, near)[0];
    if (!top) return { on: 'nothing' };
    const { selection } = state;
    const known = selection.includes(top.id);
    this.#store.select(
      event.shiftKey ? (known ? selection.filter((id) => id !== top.id) : [...selection, top.id]) : [top.id],
    );
    return { on: 'new' };
  }

  #moved(event) {
    if (this.#touches.has(event.pointerId)) {
      this.#touches.set(event.pointerId, this.#at(event));
      if (this.#pinch) return this.#pinched();
    }
    if (!this.#press) return this.#hover(event);
    const at = this.#at(event);
    if (this.#press.kind === 'pan') {
      const { view, from } = this.#press;
      this.#app.look({ ...view, x: view.x + at.x - from.x, y: view.y + at.y - from.y });
      return undefined;
    }
    if (!this.#press.drag) {
      if (Math.hypot(at.x - this.#press.from.x, at.y - this.#press.from.y) < SLACK) return undefined;
      this.#press.drag = this.#begin(this.#press);
      if (!this.#press.drag) return undefined;
    }
    this.#later(event);
    return undefined;
  }

  // One step a frame, with the newest place.
  #later(event) {
    const step = { point: this.#point(event), keys: keysOf(event) };
    if (this.#pending) {
      this.#pending = step;
      return;
    }
    this.#pending = step;
    requestAnimationFrame(() => this.#flush());
  }

  #flush() {
    const step = this.#pending;
    this.#pending = null;
    if (!step || !this.#press?.drag) return;
    const start = performance.now();
    this.#press.drag.move(step.point, step.keys);
    timed('drag', start);
  }

  #begin({ kind, handle, on, point, keys }) {
    const { store, pictures } = this.#app;
    const { selection, doc } = store.state;
    if (kind === 'handle') {
      if (handle === 'rotate') return rotating(store, pictures);
      const [x, y] = handle.split(' ').map(Number);
      return resizing(store, { x, y }, point);
    }
    if (on === 'nothing') return marquee(store, point, keys.shift);
    const entries = selection.map((id) => find(doc, id)).filter(Boolean);
    if (entries.length === 1 && entries[0].parent !== null) return reordering(store, pictures, entries[0].id, point);
    if (!entries.some((entry) => entry.parent === null)) return null;
    return moving(store, pictures, point, keys.alt);
  }

  #up(event) {
    this.#touches.delete(event.pointerId);
    if (this.#touches.size < 2) this.#pinch = null;
    const press = this.#press;
    if (!press) return;
    this.#flush();
    this.#press = null;
    if (press.drag) press.drag.end();
    else if (press.kind === 'layers') this.#click(press);
    this.#hover(event);
  }

  #click({ on, point, keys }) {
    const near = 2 / this.#store.state.zoom;
    if (on === 'nothing' && !keys.shift) this.#store.select([]);
    if (on !== 'selection') return;
    const id = pick(this.#store.state, point, near);
    if (id !== null) this.#store.select([id]);
  }

  #double(event) {
    if (event.target.closest('.floats') || event.target.closest('[data-handle]')) return;
    const { state } = this.#store;
    const text = under(state, this.#point(event), 2 / state.zoom).find((entry) => entry.layer.type === 'text');
    if (!text) return;
    this.#store.select([text.id]);
    this.#app.typeIn(text.id);
  }

  #cancel(event) {
    this.#touches.delete(event.pointerId);
    this.#pinch = null;
    if (this.#press) this.abandon();
  }

  #hover(event) {
    const { state } = this.#store;
    const over =
      event && event.pointerType !== 'touch' && !event.target.closest?.('.floats')
        ? (under(state, this.#point(event))[0]?.id ?? null)
        : null;
    if (over !== state.hover) this.#store.set({ hover: over });
  }

  #wheel(event) {
    if (event.target.closest('.floats')) return;
    event.preventDefault();
    const { view } = this.#store.state;
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      this.#app.look(
        zoomed(view, view.zoom * Math.exp(-Math.max(-120, Math.min(120, event.deltaY * unit)) / 240),
          this.#at(event)),
      );
    } else {
      const [dx, dy] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      this.#app.look({ ...view, x: view.x - dx * unit, y: view.y - dy * unit });
    }
  }

  // Two fingers move and zoom the picture; true where they have taken over.
  #touch(event) {
    this.#touches.set(event.pointerId, this.#at(event));
    if (this.#touches.size !== 2) return false;
    // The first finger has selected what lies under it, which was not meant.
    const before = this.#press?.before;
    if (this.#press) this.abandon();
    if (before) this.#store.select(before);
    this.#pinch = { ...spread([...this.#touches.values()]), view: this.#store.state.view };
    return true;
  }

  #pinched() {
    const now = spread([...this.#touches.values()]);
    const { view, center, distance } = this.#pinch;
    const to = zoomed(view, (view.zoom * now.distance) / distance, center);
    this.#app.look({ ...to, x: to.x + now.center.x - center.x, y: to.y + now.center.y - center.y });
  }
}

function spread([one, other]) {
  return {
    center: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
    distance: Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)),
  };
}

const keysOf = (event) => ({ shift: event.shiftKey, alt: event.altKey, free: event.ctrlKey || event.metaKey });
