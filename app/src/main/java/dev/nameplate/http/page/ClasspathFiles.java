package dev.nameplate.http.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Files of the program, answered under a path that changes with their content, so that browsers
 * keep them for good. Javalin's own static files open the whole jar as a file system at start,
 * which took a fifth of the time to the first picture.
 */
public final class ClasspathFiles {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "json", "application/json",
          "map", "application/json",
          "png", "image/png",
          "svg", "image/svg+xml");

  private ClasspathFiles() {}

  /**
   * Adds a route for the files of a folder, without those below it; any other name is 404.
   *
   * @param path that the files are answered under, without a slash at its end
   * @param folder on the class path, which begins with a slash and does not end with one
   */
  public static void addTo(RoutesConfig routes, String path, String folder) {
    routes.get(path + "/{file}", context -> send(context, folder));
    routes.head(path + "/{file}", context -> send(context, folder));
  }

  private static void send(Context context, String folder) throws IOException {
    String name = context.pathParam("file");
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new NotFoundResponse();
    }
    try (InputStream in = ClasspathFiles.class.getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        throw new NotFoundResponse();
      }
      byte[] file = in.readAllBytes();
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      context.header("X-Content-Type-Options", "nosniff");
      context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
      context.res().setContentLength(file.length);
      context.result(file);
    }
  }
}
