// Options of a command line.

/** Values of `--name value` pairs over their presets; a preset that is a number makes its option one. */
export function options(words, presets) {
  const result = { ...presets };
  for (let index = 0; index < words.length; index += 2) {
    const name = words[index].replace(/^--/, '');
    if (!(name in presets) || words[index + 1] === undefined) {
      throw new Error(`${words[index]} is not an option with a value; there are --${Object.keys(presets).join(', --')}`);
    }
    result[name] = typeof presets[name] === 'number' ? Number(words[index + 1]) : words[index + 1];
  }
  return result;
}
