package dev.nameplate.http.page;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.merge.query.RawQuery;
import java.util.function.BooleanSupplier;

/**
 * What of an HTTP request matters to a page.
 *
 * @param path as it stood on the wire
 * @param mayDraw asked where something would have to be laid out
 * @param origin the server's own address as the asker wrote it, {@code http://localhost:8080}
 */
record PageCall(
    String path, RawQuery query, AcceptHeader accept, String origin, BooleanSupplier mayDraw) {}
