package dev.nameplate.http.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that no route takes and those whose route fails. No message of an exception is
 * sent or logged: it may hold a recipient's data.
 */
public final class PageErrors {
  private static final Logger log = LoggerFactory.getLogger(PageErrors.class);
  private static final String ALLOWED = "availableMethods";

  private PageErrors() {}

  /**
   * Sets the answers to failed requests: plain text with the status of an HTTP exception, such as
   * 404 or 405 with {@code Allow}, and 500 for any other failure.
   */
  public static void addTo(JavalinConfig config) {
    config.http.prefer405over404 = true;
    config.routes.exception(
        HttpResponseException.class, (failed, context) -> send(context, failed));
    config.routes.exception(
        Exception.class,
        (failed, context) -> {
          log.error("no answer for a request: {}", failed.getClass().getName());
          Pages.send(context, Pages.text(500, "Something went wrong here.\n"));
        });
    config.router.javaLangErrorHandler(
        (response, failed) -> {
          log.error("no answer for a request: {}", failed.getClass().getName());
          response.setStatus(500);
        });
  }

  /** Sends the plain text for an HTTP exception. */
  public static void send(Context context, HttpResponseException failed) {
    if (failed instanceof MethodNotAllowedResponse) {
      context.header("Allow", allowed(failed));
    }
    Pages.send(context, Pages.text(failed.getStatus(), words(failed)));
  }

  private static String allowed(HttpResponseException failed) {
    return Optional.ofNullable(failed.getDetails().get(ALLOWED))
        .or(() -> Optional.ofNullable(failed.getDetails().get("Available methods")))
        .orElse("GET, HEAD");
  }

  private static String words(HttpResponseException failed) {
    return switch (failed.getStatus()) {
      case 404 -> "Nothing here. Pictures live under /i/.\n";
      case 405 -> "This address takes " + allowed(failed) + " only.\n";
      default -> "This request cannot be answered.\n";
    };
  }
}
