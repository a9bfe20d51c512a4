package dev.nameplate.http;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** How requests are read: what sending tools produce is taken as it comes. */
final class LenientHttp {
  private static final int HEAD_BYTES = 32 * 1024;

  private LenientHttp() {}

  static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(
        UriCompliance.LEGACY.with(
            "mail-pictures",
            UriCompliance.Violation.BAD_PERCENT_ENCODING,
            UriCompliance.Violation.BAD_UTF8_ENCODING,
            UriCompliance.Violation.TRUNCATED_UTF8_ENCODING));
    http.setRequestHeaderSize(HEAD_BYTES);
    // Each connection would keep the fields it has seen in a table of 100 KB.
    http.setHeaderCacheSize(0);
    http.setSendServerVersion(false);
    return http;
  }
}
