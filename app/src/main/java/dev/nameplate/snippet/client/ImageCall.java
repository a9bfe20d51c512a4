package dev.nameplate.snippet.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of {@code POST /v1/images}.
 *
 * @param base scheme and host of the server, {@code https://img.example.com}
 * @param template the id
 * @param layers texts by field, in the order in which they are written
 * @param format {@code png}
 * @param scale a decimal number, {@code 2} or {@code 1.5}
 */
public record ImageCall(
    String base, String template, Map<String, String> layers, String format, String scale) {
  public ImageCall {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
  }

  /** Returns the address that is called. */
  public String url() {
    return base + "/v1/images";
  }

  /** Has the template only, since layers may be a recipient's data. */
  @Override
  public String toString() {
    return "ImageCall[" + template + "]";
  }
}
