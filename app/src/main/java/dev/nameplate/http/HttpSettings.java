package dev.nameplate.http;

/**
 * How the server listens and answers.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param maxTarget the longest request target, in characters
 * @param faultStatusOk whether authors' mistakes are answered with 200 instead of their own status
 */
public record HttpSettings(String host, int port, int maxTarget, boolean faultStatusOk) {
  public static final HttpSettings DEFAULT = new HttpSettings("0.0.0.0", 8080, 16 * 1024, false);

  public HttpSettings {
    if (port < 0 || port > 65535 || maxTarget < 256) {
      throw new IllegalArgumentException("a port is 0 to 65535, a target at least 256 long");
    }
  }
}
