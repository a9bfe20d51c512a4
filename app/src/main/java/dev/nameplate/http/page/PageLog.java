package dev.nameplate.http.page;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.util.TraceParent;
import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Shows every answer of the framework to the log and the metrics. */
public final class PageLog implements RequestLogger {
  private final RequestTelemetry telemetry;

  /**
   * @param telemetry counts and logs each response; not closed
   */
  public PageLog(RequestTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** Counts and logs a response of Javalin's. */
  @Override
  public void handle(Context context, Float millis) throws IOException {
    long since = ServletContextRequest.getServletContextRequest(context.req()).getBeginNanoTime();
    Optional<TraceParent> trace = TraceParent.parse(context.req().getHeader(TraceParent.HEADER));
    telemetry.answered(
        context.req().getMethod(),
        RequestOutcome.PAGE,
        new RequestTelemetry.Sent(context.res().getStatus(), length(context), since, trace));
  }

  private static int length(Context context) throws IOException {
    return context.req().getMethod().equals("HEAD")
            || !(context.res().getOutputStream() instanceof HttpOutput out)
        ? 0
        : (int) Math.min(Integer.MAX_VALUE, out.getWritten());
  }
}
