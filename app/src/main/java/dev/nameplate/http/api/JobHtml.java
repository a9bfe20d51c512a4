package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.http.page.StudioAssets;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.template.TemplateId;
import dev.nameplate.util.Lazy;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the pages of jobs, and tells people what went wrong with one. */
final class JobHtml {
  /** The parameter of a page's form that names the page's template. */
  static final String FROM = "from";

  private static final Logger log = LoggerFactory.getLogger(JobHtml.class);
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What a new session may help against. */
  private static final Set<ErrorCode> SIGN_IN =
      Set.of(
          ErrorCode.NO_TOKEN,
          ErrorCode.BAD_TOKEN,
          ErrorCode.EXPIRED_TOKEN,
          ErrorCode.REVOKED_TOKEN,
          ErrorCode.SCOPE,
          ErrorCode.TEMPLATE_NOT_ALLOWED);

  private final boolean signIn;
  private final Lazy<StudioHtml> html =
      new Lazy<>(() -> new StudioHtml(new StudioAssets().path() + "/", false));

  /**
   * @param signIn whether there is a page that takes tokens
   */
  JobHtml(boolean signIn) {
    this.signIn = signIn;
  }

  /** The writer of the pages. */
  StudioHtml pages() {
    return html.get();
  }

  /** Sends a page that the studio's files go with. */
  void send(Context context, int status, String page) {
    send(context, status, page, POLICY);
  }

  /** Sends a page under a policy of its own. */
  void send(Context context, int status, String page, String policy) {
    context.status(status);
    ApiRoutes.common(context);
    context.header("Content-Security-Policy", policy);
    // A form of a page without any referrer has no origin either, and is refused.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.contentType("text/html; charset=utf-8");
    context.result(page.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Tells what a page failed with. Who only has to sign in is led there from a page, and back.
   *
   * @param page whether a page was opened; else something was sent from {@code back}
   * @param back the path of the page to go on with
   */
  void refuse(Context context, Throwable failed, boolean page, String back) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    if (cause instanceof ApiException known) {
      refuse(context, known, page, back);
    } else {
      log.error("a page of jobs failed: {}", cause.getClass().getName());
      send(context, 500, pages().noJob("Something went wrong here; it is in the log.", "", ""));
    }
  }

  private void refuse(Context context, ApiException known, boolean page, String back) {
    String login = signIn && SIGN_IN.contains(known.code()) ? "/login?to=" + encoded(back) : "";
    if (page && !login.isEmpty() && known.code().status() == 401) {
      context.status(303);
      ApiRoutes.common(context);
      context.header("Location", login);
      return;
    }
    String what = known.faults().get(0).message();
    send(context, known.code().status(), pages().noJob(what, page ? "" : back, login));
  }

  /** Whether a form of a page sent a list, which is answered with a page. */
  static boolean isOfPage(Context context) {
    return context.path().equals(BatchRoutes.PATH) && context.queryParam(FROM) != null;
  }

  /** The page of a form, by the template whose it is. */
  static String back(Context context) {
    return Optional.ofNullable(context.queryParam(FROM))
        .flatMap(TemplateId::parse)
        .map(id -> "/t/" + id + "/batch")
        .orElse("/batches");
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
