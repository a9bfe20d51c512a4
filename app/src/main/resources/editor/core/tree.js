/**
 * The layers of a draft as a tree. A draft is the JSON of template.json and is never changed in place: each function
 * returns a new one that shares what is the same. Each layer has an identity that JSON does not show; it stays when
 * the layer is moved or changed.
 */
export const ID = Symbol('identity');

let next = 1;

const isLayer = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The layers, or none where the draft has something else in their place. */
export function layersOf(doc) {
  return Array.isArray(doc.layers) ? doc.layers : [];
}

/** The parts of a stack, or none. */
export function childrenOf(layer) {
  return layer.type === 'stack' && Array.isArray(layer.children) ? layer.children : [];
}

/** Every layer in the order of the file: {id, layer, path, parent, index, depth}; parent is an id or null. */
export function entries(doc) {
  const found = [];
  const visit = (layers, path, parent, depth) => {
    layers.forEach((layer, index) => {
      if (!isLayer(layer)) return;
      const here = `${path}[${index}]`;
      found.push({ id: layer[ID], layer, path: here, parent, index, depth });
      visit(childrenOf(layer), `${here}.children`, layer[ID], depth + 1);
    });
  };
  visit(layersOf(doc), '$.layers', null, 0);
  return found;
}

/** The entry of a layer, or undefined. */
export function find(doc, id) {
  return entries(doc).find((entry) => entry.id === id);
}

/** The identity of the layer that a path leads to or into, or undefined. */
export function idAt(doc, path) {
  const within = entries(doc).filter(
    (entry) => path === entry.path || path.startsWith(`${entry.path}.`) || path.startsWith(`${entry.path}[`),
  );
  return within.at(-1)?.id;
}

/** A draft whose layers all have an identity, those of an earlier draft where they are the same layers. */
export function identify(doc, earlier) {
  const known = earlier ? entries(earlier) : [];
  const byPath = new Map(known.map((entry) => [entry.path, entry]));
  const byText = new Map(known.map((entry) => [JSON.stringify(entry.layer), entry.id]));
  const taken = new Set();
  const claim = (id) => (id === undefined || taken.has(id) ? undefined : id);
  const identity = (layer, path) => {
    const twin = byPath.get(path);
    return (
      claim(layer[ID]) ??
      claim(byText.get(JSON.stringify(layer))) ??
      claim(twin?.layer.type === layer.type ? twin.id : undefined) ??
      next++
    );
  };
  const visit = (layers, path) =>
    layers.map((layer, index) => {
      if (!isLayer(layer)) return layer;
      const here = `${path}[${index}]`;
      const id = identity(layer, here);
      taken.add(id);
      const children = childrenOf(layer);
      const inner = children.length ? { children: visit(children, `${here}.children`) } : {};
      return { ...layer, ...inner, [ID]: id };
    });
  return Array.isArray(doc.layers) ? { ...doc, layers: visit(doc.layers, '$.layers') } : doc;
}

/** A copy of a layer and its parts with identities of their own. */
export function copyOf(layer) {
  const children = childrenOf(layer);
  return { ...layer, ...(children.length ? { children: children.map(copyOf) } : {}), [ID]: next++ };
}

/** Replaces a layer by what a function makes of it; null takes it away. */
export function update(doc, id, change) {
  return rebuild(doc, (layers) => {
    const at = layers.findIndex((layer) => layer?.[ID] === id);
    if (at < 0) return layers;
    const changed = change(layers[at]);
    if (changed === layers[at]) return layers;
    return changed === null ? layers.toSpliced(at, 1) : layers.with(at, changed);
  });
}

/** Puts layers into a stack, or among the outermost where parent is null, before the one that is at an index now. */
export function insert(doc, parent, index, added) {
  if (parent === null) return { ...doc, layers: layersOf(doc).toSpliced(index, 0, ...added) };
  return update(doc, parent, (stack) => ({ ...stack, children: childrenOf(stack).toSpliced(index, 0, ...added) }));
}

/** Takes layers away; a stack that this leaves empty goes too, since the format has none. */
export function remove(doc, ids) {
  const gone = new Set(ids);
  const prune = (layers) =>
    layers
      .filter((layer) => !gone.has(layer?.[ID]))
      .flatMap((layer) => {
        const children = isLayer(layer) ? childrenOf(layer) : [];
        if (!children.length) return [layer];
        const left = prune(children);
        if (!left.length) return [];
        return [same(left, children) ? layer : { ...layer, children: left }];
      });
  return { ...doc, layers: prune(layersOf(doc)) };
}

/** Of some layers those that lie in no other of them, in the order of the file. */
export function outermost(doc, ids) {
  const wanted = new Set(ids);
  const parents = new Map(entries(doc).map((entry) => [entry.id, entry.parent]));
  const within = (id) => {
    for (let at = parents.get(id); at != null; at = parents.get(at)) if (wanted.has(at)) return true;
    return false;
  };
  return [...parents.keys()].filter((id) => wanted.has(id) && !within(id));
}

function rebuild(doc, change) {
  const visit = (layers) => {
    const changed = change(layers);
    if (changed !== layers) return changed;
    const visited = layers.map((layer) => {
      const children = isLayer(layer) ? childrenOf(layer) : [];
      const inner = children.length ? visit(children) : children;
      return inner === children ? layer : { ...layer, children: inner };
    });
    return same(visited, layers) ? layers : visited;
  };
  const layers = layersOf(doc);
  const visited = visit(layers);
  return visited === layers ? doc : { ...doc, layers: visited };
}

function same(one, other) {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
