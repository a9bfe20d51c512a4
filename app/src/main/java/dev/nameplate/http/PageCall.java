package dev.nameplate.http;

import dev.nameplate.merge.RawQuery;

/**
 * What of an HTTP request matters to a page.
 *
 * @param path as it stood on the wire
 * @param origin the server's own address as the asker wrote it, {@code http://localhost:8080}
 */
record PageCall(
    String method, String path, RawQuery query, AcceptHeader accept, String origin) {}
