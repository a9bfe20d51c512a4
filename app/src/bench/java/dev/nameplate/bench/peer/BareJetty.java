package dev.nameplate.bench.peer;

import dev.nameplate.bench.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The ceiling on cached pictures: bytes held in memory, an ETag, 304 where it matches.
 *
 * <p>{@code --port N --folder F} serves {@code F/w1.png} and so on as {@code /w1.png}.
 */
public final class BareJetty extends Handler.Abstract.NonBlocking {
  private final Map<String, Held> pictures = new HashMap<>();

  private BareJetty(Path folder) throws IOException {
    for (String name : List.of("w1", "w2", "w3")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name + ".png"));
      pictures.put("/" + name + ".png", new Held(ByteBuffer.wrap(bytes), "\"" + name + "\""));
    }
  }

  /** Runs the program. */
  public static void main(String[] words) throws IOException {
    Arguments arguments = new Arguments(List.of(words));
    BareServer.start(
        (int) arguments.number("--port", 0),
        new BareJetty(Path.of(arguments.value("--folder", "."))));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<Held> found = Optional.ofNullable(pictures.get(Request.getPathInContext(request)));
    if (found.isEmpty()) {
      return false;
    }
    answer(found.get(), request, response, callback);
    return true;
  }

  private static void answer(Held held, Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.ETAG, held.etag());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "max-age=86400");
    if (held.etag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      callback.succeeded();
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "image/png");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, held.bytes().remaining());
    response.write(true, held.bytes().slice(), callback);
  }

  private record Held(ByteBuffer bytes, String etag) {}
}
