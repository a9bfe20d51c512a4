/** The JSON API over HTTP: routes, bodies, tokens, problems (RFC 9457), OpenAPI. */
@NullMarked
package dev.nameplate.http.api;

import org.jspecify.annotations.NullMarked;
