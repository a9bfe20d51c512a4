package dev.nameplate.pipeline.background;

import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.render.PreparedBackground;

/**
 * A template's background at one scale and in one format: painted and encoded.
 *
 * @param pixels what pictures are painted on
 * @param encoded what pictures are encoded from; made of the same pixels
 * @param provisional whether the strips were compressed fast and will be compressed again, into
 *     fewer bytes
 */
public record CachedBackground(
    PreparedBackground pixels, EncodedBackground encoded, boolean provisional) {}
