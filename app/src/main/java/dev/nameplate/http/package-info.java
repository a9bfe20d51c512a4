/** The adapter to HTTP: routes, conditional requests, headers, health and pages. */
@NullMarked
package dev.nameplate.http;

import org.jspecify.annotations.NullMarked;
