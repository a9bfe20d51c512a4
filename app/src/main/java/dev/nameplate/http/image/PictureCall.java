package dev.nameplate.http.image;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.EntityTags;
import dev.nameplate.merge.query.RawQuery;
import java.util.function.BooleanSupplier;

/**
 * What of an HTTP request matters to a picture.
 *
 * @param path as it stood on the wire
 * @param targetLength of path and query together, in characters
 * @param held the tags of {@code If-None-Match}
 * @param mayDraw whether one more picture may be drawn for the caller; asked once for each
 * @param since when it came, as {@link System#nanoTime} told it
 */
record PictureCall(
    String method,
    String path,
    RawQuery query,
    int targetLength,
    EntityTags held,
    AcceptHeader accept,
    BooleanSupplier mayDraw,
    long since) {}
