package dev.nameplate.serve;

import dev.nameplate.encode.StripStore;
import dev.nameplate.render.PreparedBase;

/** A template's picture at one scale and in one format, as far as it is the same for everyone. */
record Prepared(PreparedBase base, StripStore strips) {}
