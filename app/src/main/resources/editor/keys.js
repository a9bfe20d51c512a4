/** Every command of the keyboard: when it is pressed, what it does, and what the help says of it. */

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** Mod is ⌘ on a Mac and Ctrl elsewhere. Those with typing are taken in fields too. */
export const COMMANDS = [
  [
    'Canvas',
    [
      {
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
        shown: 'Arrows',
        words: 'Move by 1 px',
        run: (app, event) => app.nudge(...arrow(event, 1)),
      },
      {
        keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
        shown: 'Shift Arrows',
        words: 'Move by 10 px',
        run: (app, event) => app.nudge(...arrow(event, 10)),
      },
      { keys: ['Tab'], shown: 'Tab', words: 'Next layer, on the canvas', run: null },
      { keys: ['Enter'], shown: 'Enter', words: 'Type the selected text', run: (app) => app.enter() },
      { keys: ['Escape'], shown: 'Esc', words: 'Let go: of a drag, then of the selection', run: (app) =>
        app.escape() },
      { keys: ['F6'], words: 'Layers, canvas, properties in turn', typing: true, run: (app) => app.nextPart(1) },
      { keys: ['Shift+F6'], words: 'The other way round', typing: true, run: (app) => app.nextPart(-1) },
      { keys: ['Mod+A'], words: 'Select all', run: (app) => app.selectAll() },
    ],
  ],
  [
    'Edit',
    [
      { keys: ['Mod+Z'], words: 'Undo', typing: true, run: (app) => app.store.undo() },
      { keys: ['Mod+Shift+Z', 'Mod+Y'], words: 'Redo', typing: true, run: (app) => app.store.redo() },
      { keys: ['Mod+C'], words: 'Copy', run: null },
      { keys: ['Mod+X'], words: 'Cut', run: null },
      { keys: ['Mod+V'], words: 'Paste, also from another template', run: null },
      { keys: ['Mod+D'], words: 'Duplicate', run: (app) => app.duplicate() },
      { keys: ['Delete', 'Backspace'], shown: 'Delete', words: 'Delete', run: (app) => app.remove() },
      { keys: ['Mod+G'], words: 'Group into a stack', run: (app) => app.group() },
      { keys: ['Mod+Shift+G'], words: 'Ungroup', run: (app) => app.ungroup() },
      { keys: [']', 'Mod+]'], shown: ']', words: 'Forward', run: (app) => app.raise(1) },
      { keys: ['[', 'Mod+['], shown: '[', words: 'Back', run: (app) => app.raise(-1) },
      { keys: ['}', 'Shift+]', 'Shift+}'], shown: 'Shift ]', words: 'To the front', run: (app) => app.raise(1,
        true) },
      { keys: ['{', 'Shift+[', 'Shift+{'], shown: 'Shift [', words: 'To the back', run: (app) => app.raise(-1,
        true) },
      { keys: ['F2'], words: 'Rename', run: (app) => app.startRename() },
    ],
  ],
  [
    'Add',
    [
      { keys: ['T'], words: 'Text', run: (app) => app.add('text') },
      { keys: ['R'], words: 'Rectangle', run: (app) => app.add('rect') },
      { keys: ['O'], words: 'Ellipse', run: (app) => app.add('ellipse') },
      { keys: ['L'], words: 'Line', run: (app) => app.add('line') },
      { keys: ['I'], words: 'Image', run: (app) => app.add('image') },
      { keys: ['Q'], words: 'QR code', run: (app) => app.add('qr') },
    ],
  ],
  [
    'Align',
    [
      { keys: ['Alt+A'], words: 'Left', run: (app) => app.align('left') },
      { keys: ['Alt+H'], words: 'Center', run: (app) => app.align('center') },
      { keys: ['Alt+D'], words: 'Right', run: (app) => app.align('right') },
      { keys: ['Alt+W'], words: 'Top', run: (app) => app.align('top') },
      { keys: ['Alt+V'], words: 'Middle', run: (app) => app.align('middle') },
      { keys: ['Alt+S'], words: 'Bottom', run: (app) => app.align('bottom') },
      { keys: ['Alt+Shift+H'], words: 'Equal gaps across', run: (app) => app.distribute('x') },
      { keys: ['Alt+Shift+V'], words: 'Equal gaps down', run: (app) => app.distribute('y') },
    ],
  ],
  [
    'View',
    [
      {
        keys: ['+', 'Shift++', '=', 'Mod++', 'Mod+Shift++', 'Mod+='],
        shown: '+',
        words: 'Zoom in',
        run: (app) => app.zoomBy(1),
      },
      { keys: ['-', 'Mod+-'], shown: '-', words: 'Zoom out', run: (app) => app.zoomBy(-1) },
      { keys: ['0', 'Mod+0'], shown: '0', words: 'Fit', run: (app) => app.fit() },
      { keys: ['1', 'Mod+1'], shown: '1', words: '100 %', run: (app) => app.zoomTo(1) },
      { keys: ['Space'], shown: 'Space', words: 'Hold and drag: move the view', run: null },
    ],
  ],
  [
    'Work',
    [
      { keys: ['Mod+S'], words: 'Save now', typing: true, run: (app) => app.saveNow() },
      { keys: ['Mod+Enter'], words: 'Publish', typing: true, run: (app) => app.review() },
      { keys: ['?', 'Shift+?'], shown: '?', words: 'This list', run: (app) => app.show({ kind: 'help' }) },
    ],
  ],
  [
    'While dragging',
    [
      { keys: [], shown: 'Ctrl', words: 'No snapping' },
      { keys: [], shown: 'Shift', words: 'Straight; keep the shape; steps of 15°' },
      { keys: [], shown: 'Alt', words: 'Duplicate; resize from the center' },
    ],
  ],
  [
    'Layer list',
    [
      { keys: [], shown: 'Alt Up, Alt Down', words: 'Move the layer' },
      { keys: [], shown: 'Alt Right, Alt Left', words: 'Into the stack above, out of it' },
    ],
  ],
];

function arrow(event, by) {
  return { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key];
}

/** What was pressed, as the table writes it. */
function pressed(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // With Alt a key may give another letter; what stands on it counts.
  const plain = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : key;
  return `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+'
    : ''}${plain}`;
}

/** Whether keys go into a field. */
export function typing(target) {
  return (
    target.closest?.(
      'input:not([type="checkbox"], [type="radio"], [type="color"]), textarea, select, [contenteditable]',
    ) !== null
  );
}

/** The command of a key press, or undefined. */
export function commandOf(event) {
  const keys = pressed(event);
  return COMMANDS.flatMap(([, list]) => list).find((command) => command.run && command.keys.includes(keys));
}

/** A command's keys as people read them on this machine. */
export function shownKeys(command) {
  const text = command.shown ?? command.keys[0].replaceAll('+', ' ');
  return text
    .replace('Mod', MAC ? '⌘' : 'Ctrl')
    .replace('Alt', MAC ? '⌥' : 'Alt')
    .split(/ |, /);
}
