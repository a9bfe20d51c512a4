/** Reads what the template's JSON Schema says of a value. */
export class Schema {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /** With its references followed; what stands beside a reference goes before what it leads to. */
  resolve(schema) {
    let made = schema;
    while (made?.$ref) {
      const { $ref, ...beside } = made;
      const there = $ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at?.[key], this.#root);
      made = { ...there, ...beside };
    }
    return made ?? {};
  }

  /** The properties of a template itself. */
  get template() {
    return this.#root.properties;
  }

  /** The schema of a kind of layer. */
  layer(type) {
    return this.#root.$defs[type];
  }

  get field() {
    return this.#root.$defs.field;
  }

  /** Which of several forms a value has: the index of the first that fits, or 0. */
  variantOf(variants, value) {
    const at = variants.findIndex((variant) => this.fits(variant, value));
    return Math.max(at, 0);
  }

  /** Whether a value has the form of a schema, roughly: enough to tell the forms of one place apart. */
  fits(given, value) {
    const schema = this.resolve(given);
    if (schema.oneOf && !schema.type) return schema.oneOf.some((each) => this.fits(each, value));
    if (schema.const !== undefined) return value === schema.const;
    if (schema.enum) return schema.enum.includes(value);
    const types = [schema.type].flat().filter(Boolean);
    if (types.length && !types.some((type) => isType(type, value))) return false;
    if (schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern, 'u').test(value)) return false;
    if (Array.isArray(value))
      return value.every((each, at) => this.fits(schema.prefixItems?.[at] ?? schema.items ?? {}, each));
    if (value !== null && typeof value === 'object') {
      if ((schema.required ?? []).some((key) => !Object.hasOwn(value, key))) return false;
      return Object.entries(value).every(([key, each]) => {
        const own = schema.properties?.[key] ?? schema.additionalProperties;
        return own === undefined || own === true || (own !== false && this.fits(own, each));
      });
    }
    return true;
  }

  /** A value that a schema allows, to begin with. */
  sample(given) {
    const schema = this.resolve(given);
    if (schema.default !== undefined) return structuredClone(schema.default);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    if (schema.oneOf) return this.sample(schema.oneOf[0]);
    switch ([schema.type].flat()[0]) {
      case 'string':
        return schema.pattern?.startsWith('^#') ? '#000000' : '';
      case 'integer':
      case 'number':
        return schema.minimum ?? 0;
      case 'boolean':
        return true;
      case 'array':
        return this.#list(schema);
      case 'object':
        return this.#object(schema);
      default:
        return '';
    }
  }

  #list(schema) {
    if (schema.prefixItems) return schema.prefixItems.map((each) => this.sample(each));
    return Array.from({ length: schema.minItems ?? 0 }, (_, at) =>
      schema.items?.prefixItems ? [at, ...this.sample(schema.items).slice(1)] : this.sample(schema.items ?? {}),
    );
  }

  #object(schema) {
    const made = {};
    for (const key of schema.required ?? []) made[key] = this.sample(schema.properties?.[key] ?? {});
    if ((schema.minProperties ?? 0) > Object.keys(made).length && typeof schema.additionalProperties === 'object') {
      made['*'] = this.sample(schema.additionalProperties);
    }
    return made;
  }

  /** What a form of a place is called in a list of forms. */
  nameOf(given) {
    const schema = this.resolve(given);
    if (schema.properties?.type?.const)
      return (
        { linear: 'Linear gradient', radial: 'Radial gradient' }[schema.properties.type.const] ??
        schema.properties.type.const
      );
    if (schema.properties?.by) return 'By a choice';
    if (schema.properties?.other) return 'By number';
    if (schema.pattern?.startsWith('^#')) return 'Color';
    if (given.$ref) return words(given.$ref.split('/').at(-1));
    return (
      { string: 'Text', number: 'Number', integer: 'Number', boolean: 'Yes or no', array: 'List', object: 'Parts' }[
        [schema.type].flat()[0]
      ] ?? 'Value'
    );
  }
}

function isType(type, value) {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return value !== null && typeof value === 'object' && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

/** A key as people read it: minSize is "Min size". */
export function words(key) {
  const spaced = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced[0].toUpperCase() + spaced.slice(1);
}
