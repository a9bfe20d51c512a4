package dev.nameplate.bench.peer;

import dev.nameplate.bench.Arguments;
import io.javalin.Javalin;
import java.util.List;
import java.util.Map;

/**
 * The ceiling on calls with JSON: Javalin as it comes, which answers every call with an empty
 * object and reads nothing of it.
 */
public final class BareJavalin {
  private BareJavalin() {}

  /** Runs the program: {@code --port N}. */
  public static void main(String[] words) {
    Arguments arguments = new Arguments(List.of(words));
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = (int) arguments.number("--port", 0);
              config.routes.post("/v1/images", context -> context.json(Map.of()));
            });
    javalin.start();
  }
}
