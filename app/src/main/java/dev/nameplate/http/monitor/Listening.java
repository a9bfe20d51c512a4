package dev.nameplate.http.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Server;

/** Starts servers, and says why one cannot listen. */
public final class Listening {
  private Listening() {}

  /**
   * Starts a server.
   *
   * @param host name or address that it listens on
   * @param port TCP port; 0 for any free one
   * @param variable the setting of the port
   * @throws UncheckedIOException where it cannot listen; the message is for the operator
   */
  public static void start(Server server, String host, int port, String variable) {
    try {
      server.start();
    } catch (IOException refused) {
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      throw new UncheckedIOException(
          "%s is %d, and %s cannot be listened on there (%s); allowed: a free port, 0 for any."
              .concat(" See app/docs/settings.md")
              .formatted(variable, port, host, cause.getMessage()),
          refused);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
