package dev.nameplate.fetch;

import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a cached picture (RFC 9110, section 8.8), sent as conditions of the next
 * request.
 *
 * @param etag as received; null where the origin sent none
 * @param lastModified as received; null where the origin sent none
 */
record Validators(@Nullable String etag, @Nullable String lastModified) {
  static final Validators NONE = new Validators(null, null);

  static Validators of(Headers headers) {
    return new Validators(headers.get("ETag"), headers.get("Last-Modified"));
  }

  void addTo(Request.Builder request) {
    if (etag != null) {
      request.header("If-None-Match", etag);
    } else if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
  }
}
