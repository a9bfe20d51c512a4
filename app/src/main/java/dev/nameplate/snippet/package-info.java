/**
 * Snippets for email platforms and pages: the image tag with its merge tags and alternative text.
 */
@NullMarked
package dev.nameplate.snippet;

import org.jspecify.annotations.NullMarked;
