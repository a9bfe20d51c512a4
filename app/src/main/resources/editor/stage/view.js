/** Where the picture lies on the stage: {zoom, x, y}, its top left corner in pixels of the screen. */

const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4, 6, 8];
const LEAST = 0.05;
const MOST = 16;
const MARGIN = 40;

/** The whole picture in the middle, never larger than life. */
export function fit(size, stage) {
  const zoom = Math.max(
    LEAST,
    Math.min(1, (stage.width - 2 * MARGIN) / size.width, (stage.height - 2 * MARGIN - 24) / size.height),
  );
  return centered(size, stage, zoom);
}

export function centered(size, stage, zoom) {
  return {
    zoom,
    x: Math.round((stage.width - size.width * zoom) / 2),
    y: Math.round((stage.height - size.height * zoom) / 2),
  };
}

/** Another zoom; the place of the picture under a point of the stage stays there. */
export function zoomed(view, zoom, point) {
  const to = Math.max(LEAST, Math.min(MOST, zoom));
  const share = to / view.zoom;
  return { zoom: to, x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share };
}

/** The next larger or smaller of the usual zooms. */
export function stepped(zoom, by) {
  return by > 0
    ? (STEPS.find((step) => step > zoom * 1.01) ?? MOST)
    : (STEPS.findLast((step) => step < zoom * 0.99) ?? LEAST);
}

export const toPicture = (view, point) => ({ x: (point.x - view.x) / view.zoom, y: (point.y - view.y) / view.zoom });

export const toStage = (view, box) => ({
  left: box.x * view.zoom + view.x,
  top: box.y * view.zoom + view.y,
  width: box.width * view.zoom,
  height: box.height * view.zoom,
});
