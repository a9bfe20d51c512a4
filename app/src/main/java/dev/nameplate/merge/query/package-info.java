/** Parses a raw query into the values of declared fields, and writes queries. */
@NullMarked
package dev.nameplate.merge.query;

import org.jspecify.annotations.NullMarked;
