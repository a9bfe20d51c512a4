package dev.nameplate.bench.peer;

import dev.nameplate.bench.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The ceiling on cached pictures: header and body held in memory as they go onto the wire, found by
 * the path alone, 304 where the one tag matches.
 *
 * <p>{@code --port N --folder F} serves {@code F/i/w1.png} and so on as {@code /i/w1.png}, each
 * with the header lines of {@code F/i/w1.png.head}.
 */
public final class BareJetty extends Handler.Abstract.NonBlocking {
  private final Map<String, Held> pictures = new HashMap<>();

  private BareJetty(Path folder) throws IOException {
    for (String path : List.of("/i/w1.png", "/i/w2.png", "/i/w3.png")) {
      Path file = folder.resolve(path.substring(1));
      List<String> head = Files.readAllLines(file.resolveSibling(file.getFileName() + ".head"));
      pictures.put(path, Held.of(Files.readAllBytes(file), head));
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
    if (held.etag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      response.getHeaders().add(held.unmodified());
      callback.succeeded();
      return;
    }
    response.getHeaders().add(held.whole());
    response.write(true, held.bytes().slice(), callback);
  }

  private record Held(ByteBuffer bytes, String etag, HttpFields whole, HttpFields unmodified) {
    static Held of(byte[] bytes, List<String> head) {
      HttpFields.Mutable whole = HttpFields.build();
      HttpFields.Mutable unmodified = HttpFields.build();
      for (String line : head) {
        HttpField field = field(line);
        whole.add(field);
        if (!field.getName().toLowerCase(Locale.ROOT).contains("content-type")) {
          unmodified.add(field);
        }
      }
      String etag = Optional.ofNullable(whole.get(HttpHeader.ETAG)).orElse("");
      whole.add(field("Content-Length: " + bytes.length));
      ByteBuffer body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
      return new Held(body, etag, whole.asImmutable(), unmodified.asImmutable());
    }

    private static HttpField field(String line) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      return new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
    }
  }
}
