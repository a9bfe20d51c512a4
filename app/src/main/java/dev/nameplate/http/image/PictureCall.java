package dev.nameplate.http.image;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.EntityTags;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.util.TraceParent;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The parts of an HTTP request that concern a picture.
 *
 * @param method of the request line
 * @param path as received, not decoded
 * @param query as received
 * @param targetLength of path and query together, in characters
 * @param ifNoneMatch the tags of {@code If-None-Match}
 * @param accept the header {@code Accept}
 * @param mayDraw takes one permit of the client's rate limit
 * @param startNanos {@link System#nanoTime} when the request arrived
 * @param trace the header {@code traceparent}
 */
record PictureCall(
    String method,
    String path,
    RawQuery query,
    int targetLength,
    EntityTags ifNoneMatch,
    AcceptHeader accept,
    BooleanSupplier mayDraw,
    long startNanos,
    Optional<TraceParent> trace) {}
