// Shows the description of the API, with calls that can be tried.

/**
 * Resolves an operation with no other paths than its own around it. swagger-ui itself works through
 * the whole description each time, into which all operations opened before are written out, and so
 * is slower with each of them.
 */
const resolvesAlone = ({ fn, specSelectors }) => {
  const { resolveSubtree } = fn;
  return {
    fn: {
      resolveSubtree: (written, path, options) => {
        const description = specSelectors.specJson().toJS();
        if (path[0] === 'paths') {
          description.paths = { [path[1]]: description.paths[path[1]] };
        }
        return resolveSubtree(description, path, options);
      },
    },
  };
};

SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null,
  plugins: [resolvesAlone],
});
