package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ApiFault;
import dev.nameplate.api.ErrorCode;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls that fail, and logs one line for each: codes and places, never a value. */
final class ApiErrors {
  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);
  private static final int ID_BYTES = 8;

  private final SecureRandom random = new SecureRandom();

  /** Sends a problem for whatever a call failed with. */
  void send(Context context, Throwable failed) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    ApiException wrong =
        cause instanceof ApiException known
            ? known
            : ApiException.of(ErrorCode.INTERNAL, "something went wrong here; it is in the log");
    String id = id();
    log(id, wrong, cause);
    headers(context, wrong.code());
    wrong
        .retryAfter()
        .ifPresent(wait -> context.header("Retry-After", "" + Math.max(1, wait.toSeconds())));
    ApiRoutes.json(
        context, wrong.code().status(), "application/problem+json", ApiJson.problem(wrong, id));
  }

  private static void headers(Context context, ErrorCode code) {
    switch (code) {
      case NO_TOKEN -> context.header("WWW-Authenticate", "Bearer realm=\"nameplate\"");
      case BAD_TOKEN, EXPIRED_TOKEN, REVOKED_TOKEN ->
          context.header("WWW-Authenticate", "Bearer realm=\"nameplate\", error=\"invalid_token\"");
      case SCOPE ->
          context.header(
              "WWW-Authenticate", "Bearer realm=\"nameplate\", error=\"insufficient_scope\"");
      case RATE_LIMITED, OVERLOADED -> context.header("Retry-After", "1");
      default -> {}
    }
  }

  private static void log(String id, ApiException wrong, Throwable cause) {
    String template = wrong.subject().map(ApiException.Subject::template).orElse("-");
    String places =
        wrong.faults().stream()
            .map(fault -> fault.code().label() + " at " + place(fault))
            .distinct()
            .collect(Collectors.joining(", "));
    log.info("api {} {} {}: {}", wrong.code().status(), id, template, places);
    if (wrong.code() == ErrorCode.INTERNAL && !(cause instanceof ApiException)) {
      StackTraceElement[] trace = cause.getStackTrace();
      log.error(
          "api {}: {} at {}", id, cause.getClass().getName(), trace.length == 0 ? "-" : trace[0]);
    }
  }

  /** Where a fault is, without names that a caller made up. */
  private static String place(ApiFault fault) {
    if (fault.path().startsWith("?")) {
      boolean known = fault.code() != ErrorCode.UNSUPPORTED_PROPERTY;
      return known ? fault.path().replaceFirst("^(\\?[a-z]+).*$", "$1") : "?";
    }
    if (fault.code() == ErrorCode.UNSUPPORTED_PROPERTY && fault.path().indexOf('.', 2) < 0) {
      return "$";
    }
    return fault.path().replaceFirst("^(\\$\\.[A-Za-z_]+).*$", "$1");
  }

  private String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static ApiException notFound() {
    return ApiException.of(ErrorCode.NOT_FOUND, "there is nothing here; see /docs/api");
  }

  static ApiException methodNotAllowed(List<String> allowed) {
    return ApiException.of(ErrorCode.METHOD_NOT_ALLOWED, "allowed: " + String.join(", ", allowed));
  }
}
