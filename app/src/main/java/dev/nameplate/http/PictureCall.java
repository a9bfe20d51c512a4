package dev.nameplate.http;

import dev.nameplate.merge.RawQuery;

/**
 * What of an HTTP request matters to a picture.
 *
 * @param path as it stood on the wire
 * @param targetLength of path and query together, in characters
 * @param held the tags of {@code If-None-Match}
 */
record PictureCall(
    String method,
    String path,
    RawQuery query,
    int targetLength,
    EntityTags held,
    AcceptHeader accept) {}
