package dev.nameplate.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request, with nothing of a recipient in it. */
final class AccessLog {
  private static final Logger log = LoggerFactory.getLogger("access");

  private AccessLog() {}

  /**
   * Writes the line.
   *
   * @param template a template's id as the address has it, {@code -} where it has none
   * @param length of the body in bytes
   * @param start as {@link System#nanoTime} told it when the request came
   */
  static void line(String method, String template, int status, int length, long start) {
    log.info(
        "{} {} {} {} {}us", method, template, status, length, (System.nanoTime() - start) / 1000);
  }
}
